using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>The run with its lifetime of use counted in: which smaller model, trained longer, serves the same loss at the least compute.</summary>
public sealed record InferencePlan
{
    /// <summary>Tokens served over the model's lifetime.</summary>
    public required InferenceTokens Lifetime { get; init; }

    /// <summary>The best run for this lifetime, at the loss of the reference run.</summary>
    public required Answer<DeploymentRun> Best { get; init; }

    /// <summary>The size of the run that sets the loss.</summary>
    public required ActiveParameters Reference { get; init; }

    /// <summary>The tokens of the run that sets the loss.</summary>
    public required Tokens ReferenceTokens { get; init; }

    /// <summary>What was assumed of the loss to serve, a sentence each without final period.</summary>
    internal IReadOnlyList<string> Assumptions { get; private init; } = [];

    internal static InferencePlan? Of(TrainingSpec spec, SizePlan size, RunPlan? run, OptimumPlan? optimum)
    {
        if (spec.Inference.LifetimeTokens is not { } lifetime || optimum is null)
            return null;
        var served = new InferenceTokens(lifetime.Value);
        var (n, d) = (size.Counts.Active, run?.Tokens ?? (optimum.Tokens.HasValue ? optimum.Tokens.Value : default));
        return new InferencePlan
        {
            Lifetime = served,
            Reference = n,
            ReferenceTokens = d,
            Assumptions = run is null && optimum.Tokens.HasValue
                ? [$"the loss to serve is that of the compute-optimal run of this size ({optimum.Law.Info.Id}): 'data.tokens' is not stated"]
                : [],
            Best = spec.Laws.Allocation.Parametric is { } constants
                ? Sardana2023.Law.Deploy(constants, n, d, served)
                : Answer<DeploymentRun>.None($"'{spec.Laws.Allocation.Info.Id}' predicts no loss"),
        };
    }
}
