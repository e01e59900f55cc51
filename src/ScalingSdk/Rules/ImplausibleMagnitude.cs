using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using ScalingSdk.Specs;
using ScalingSdk.Text;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>A value that no training run of a language model has: mostly a unit that was left out, or another quantity.</summary>
internal sealed class ImplausibleMagnitude : PlanRule
{
    /// <summary>Far below every run here: the smallest model of a published scaling study has 768 parameters, trained on 10M tokens.</summary>
    private const double FewestParameters = 500, FewestTokens = 10_000;

    /// <summary>Published peak rates end at 0.02 (Muon); at 1 a step of Adam moves every weight by more than its own size.</summary>
    private const double HighestRate = 1;

    private static readonly RuleInfo Magnitude = new("SCALE0008", Severity.Warning, "A value is one that no training run has");

    public override IReadOnlyList<RuleInfo> Infos { get; } = [Magnitude];

    /// <summary>True where size or tokens are none that a run has: what follows from them is no advice.</summary>
    public static bool OfSizeOrTokens(TrainingSpec spec) => spec.Data.Tokens is { Value: < FewestTokens }
        || spec is { Model: null, Size: { Nominal: true } size } && (size.Total.Count < FewestParameters || size.Active.Count < FewestParameters);

    public override IEnumerable<Remark> Check(TrainingPlan plan)
    {
        var (spec, training) = (plan.Spec, plan.Spec.Training);
        if (spec is { Model: null, Size: { Nominal: true, Total.Count: < FewestParameters and var size } })
            yield return Unit(spec.ModelOrigin, $"a model of '{Round(size)}' parameters is smaller than any that is trained", size, "B", "model", "parameters");
        if (spec is { Model: null, Size: { Nominal: true, Total.Count: >= FewestParameters, Active.Count: < FewestParameters and var active } })
            yield return Unit(spec.ModelOrigin, $"a model of '{Round(active)}' active parameters is smaller than any that is trained", active, "B", "model", "active_parameters");
        if (spec.Data.Tokens is { Value: < FewestTokens } tokens)
            yield return Unit(tokens.Origin, $"'{tokens.Text}' tokens are fewer than any run is trained on", tokens.Value, "B", "data", "tokens");
        if (plan.Run is { Tokens.Count: var run } && StatedRun.Batch(spec) is { } batch && batch > run && !BatchInWrongUnit.Holds(plan))
        {
            yield return new(Magnitude, Severity.Warning, (training.BatchTokens ?? training.BatchSequences)!.Origin,
                $"a batch of {Compact(batch)} tokens is larger than the {Compact(run)} tokens of the run", ["the run has less than one step"],
                [Remedy.Advice("state a smaller batch, or more tokens")]);
        }

        if (training.LearningRate is { Value: > HighestRate } rate)
        {
            yield return new(Magnitude, Severity.Warning, rate.Origin, $"a peak learning rate of '{rate.Text}' is above that of any published run", [],
                [Remedy.Advice("state the rate itself, such as \"learning_rate\": 3e-4")]);
        }
    }

    private static Remark Unit(Origin origin, string headline, double value, string unit, params string[] path)
    {
        var json = $"\"{Compact(value)}{unit}\"";
        return new(Magnitude, Severity.Warning, origin, headline, [],
            [Remedy.Write(json, path) with { Text = $"if billions are meant, write \"{path[path.Length - 1]}\": {json}" }]);
    }
}
