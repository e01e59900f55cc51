using System.Reflection;
using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

/// <summary>A method of a law that answers, with a question inside every law's range: found by reflection, so that none is forgotten.</summary>
internal sealed record LawQuestion(IScalingLaw Law, MethodInfo Method)
{
    /// <summary>Every method of every law that gives an answer.</summary>
    public static IEnumerable<LawQuestion> All => LawRegistry.All.SelectMany(static law => law.GetType()
        .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.FlattenHierarchy)
        .Where(static method => method.ReturnType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Answer<>))
        .Select(method => new LawQuestion(law, method)));

    public override string ToString() =>
        $"{Law.Info.Id} {Method.Name}({string.Join(", ", Method.GetParameters().Select(static parameter => parameter.ParameterType.Name))})";

    /// <summary>The answer, its numbers and its source; null where the law has none.</summary>
    public (IReadOnlyList<double> Numbers, Type Type, Source Source)? Ask()
    {
        dynamic answer = Method.Invoke(Law, [.. Method.GetParameters().Select(Argument)])!;
        return answer.HasValue ? ([.. Numbers((object)answer.Value)], Method.ReturnType.GetGenericArguments()[0], (Source)answer.Source) : null;
    }

    // The numbers of a count or of a run.
    private static IEnumerable<double> Numbers(object? value) => value switch
    {
        double number => [number],
        bool or int => [],
        null or string or Enum => [],
        _ => value.GetType().GetConstructors().MaxBy(static constructor => constructor.GetParameters().Length)!.GetParameters()
            .SelectMany(parameter => Numbers(value.GetType().GetProperty(parameter.Name!)?.GetValue(value))),
    };

    private object? Argument(ParameterInfo parameter) => parameter.ParameterType switch
    {
        { } type when type == typeof(double) => parameter.HasDefaultValue ? parameter.DefaultValue : OfName(parameter.Name!),
        { } type when type == typeof(int) => 34,
        { } type when type == typeof(ModelSize) => StandardDecoder.Of(24, 1024, 16).Size,
        { } type when type == typeof(Tokens) => new Tokens(6e10),
        { } type when type == typeof(UniqueTokens) => new UniqueTokens(1.5e10),
        { } type when type == typeof(InferenceTokens) => new InferenceTokens(1e12),
        { } type when type == typeof(TrainingFlops) => new TrainingFlops(1e20),
        { } type when type == typeof(NonEmbeddingFlops) => new NonEmbeddingFlops(1e19),
        { } type when type == typeof(MinimumCompute) => new MinimumCompute(1),
        { } type when type == typeof(Steps) => new Steps(1e5),
        { } type when type == typeof(MinimumSteps) => new MinimumSteps(5e4),
        { } type when type == typeof(BatchTokens) => new BatchTokens(parameter.Name is "critical" ? 1e6 : 5e5),
        { } type when type == typeof(KaplanLoss) => new KaplanLoss(3),
        { } type when type == typeof(PredictedLoss) => new PredictedLoss(3, Law.Info.ConstantSet),
        { } type when type == typeof(TrainingPrecision) => new TrainingPrecision(8, 8, 16),
        { } type when type == typeof(BatchedRun) => new BatchedRun(1e4, new(5e5)),
        { } type when type == typeof(RecipeQuestion) => new RecipeQuestion(StandardDecoder.Of(24, 1024, 16).Size) { Layers = 24, Width = 1024, Tokens = new(6e10), Batch = new(5e5) },
        { } type when type == typeof(bool) => true,
        { } type when type == typeof(Regularisation) => Regularisation.TunedDecayAndDropout,
        { } type when type == typeof(ParametricLaw) => Besiroglu2024.Law,
        { } type when type == typeof(IReadOnlyList<TrainingFlops>) => (TrainingFlops[])[new(3e20), new(7e20), new(1e21)],
        { IsValueType: true } type => Activator.CreateInstance(type, 5e8),
        { } type => throw new InvalidOperationException($"add an argument of type '{type}' to {nameof(LawQuestion)}"),
    };

    private static double OfName(string name) => name switch
    {
        "tolerance" => 0.02,
        "above" => 0.1,
        "otherAbove" => 0.02,
        "sizeOverEfficient" => 0.5,
        "computeRatio" => 10,
        "experts" => 16,
        "activation" => 0.03,
        "activeExperts" => 8,
        "sharedOverActive" => 0.125,
        "sparsity" => 0.5,
        "context" => 16_384,
        "billions" => 7,
        "timescale" => 0.3,
        "largerSide" or "vocabulary" => 8192,
        "sequences" => 128,
        "streams" => 4,
        "multiple" => 2,
        "baseLayers" => 2,
        "layers" => 24,
        "granularity" or "bits" => 8,
        "progress" => 0.95,
        "cooldown" => 0.2,
        "learningRate" or "baseRate" => 1e-3,
        "weightDecay" => 0.1,
        "baseWidth" => 256,
        "width" => 4096,
        "examplesOverLeast" or "stepsOverLeast" => 1.2,
        "tokensPerParameter" => 40,
        _ => throw new InvalidOperationException($"add a value of '{name}' to {nameof(LawQuestion)}"),
    };
}
