using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using ScalingSdk.Specs;
using ScalingSdk.Text;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>A value that no training run of a language model has: mostly a unit that was left out, or another quantity.</summary>
internal sealed class ImplausibleMagnitude : PlanRule
{
    private static readonly RuleInfo Magnitude = new("SCALE0008", Severity.Warning, "A value is one that no training run has");

    private const double FewestSteps = 10;

    public override IReadOnlyList<RuleInfo> Infos { get; } = [Magnitude];

    /// <summary>True where the batch is larger than the run, or most of it: every other figure of batch and steps follows from that.</summary>
    public static bool OfBatch(TrainingPlan plan) =>
        plan.Run is { Tokens.Count: var run } && StatedRun.Batch(plan.Spec) is { } batch && (batch > run || IsTheRun(plan, run / batch)) && !BatchInWrongUnit.Holds(plan);

    // Nothing is learned from scratch in so few steps; whoever states the steps means them.
    private static bool IsTheRun(TrainingPlan plan, double steps) => steps < FewestSteps && plan.Size.LawsApply && plan.Spec.Training.Steps is null && plan.Spec.Data.Tokens is not null;

    public override IEnumerable<Remark> Check(TrainingPlan plan)
    {
        foreach (var remark in OfCounts(plan.Spec))
            yield return remark;
        if (OfBatch(plan))
            yield return Batch(plan);
        foreach (var remark in ImplausibleRecipe.Check(plan, Magnitude))
            yield return remark;
        if (Rate(plan) is { } rate)
            yield return rate;
        if (plan.Spec.Budget.TargetLoss is { Value: > Magnitudes.HighestTarget } target)
            yield return Target(target);
    }

    private static IEnumerable<Remark> OfCounts(TrainingSpec spec)
    {
        var tokens = spec.Data.Tokens;
        if (Magnitudes.IsNoSize(spec) && spec.Size is { } size)
        {
            var (key, what, value) = size.Total.Count is < Magnitudes.FewestParameters or > Magnitudes.MostParameters
                ? ("parameters", "parameters", size.Total.Count)
                : ("active_parameters", "active parameters", size.Active.Count);
            yield return value > Magnitudes.MostParameters
                ? Of(spec.ModelOrigin, $"a model of '{Compact(value)}' {what} is larger than any that is trained", "state the size with its unit, such as 7B")
                : WithUnits(spec.ModelOrigin, $"a model of '{Round(value)}' {what} is smaller than any that is trained",
                    LikelyUnit.OfSize(value, tokens?.Value), "model", key);
        }

        if (tokens is not null && Magnitudes.AreNoTokens(spec))
        {
            yield return tokens.Value > Magnitudes.MostTokens
                ? Of(tokens.Origin, $"'{tokens.Text}' tokens are more than all published text has", "state the tokens with their unit, such as 1.4T")
                : WithUnits(tokens.Origin, $"'{tokens.Text}' tokens are fewer than any run is trained on", LikelyUnit.OfTokens(tokens.Value, spec.Size?.Active.Count), "data", "tokens");
        }

        if (Magnitudes.AreNoUnique(spec))
            yield return ImplausibleRatio.OfUnique(spec, Magnitude);
        if (Magnitudes.OffRatio(spec) is var (parameters, count))
            yield return ImplausibleRatio.Of(spec, parameters, count, Magnitude);
        if (spec.Budget.Flops is { Value: > Magnitudes.MostFlops } flops)
            yield return Of(flops.Origin, $"'{flops.Text}' FLOP are far more than any run has taken, about 5e26", "state the compute of the whole run in FLOP, such as 1e21");
    }

    private static Remark Batch(TrainingPlan plan)
    {
        var (batch, run) = (StatedRun.Batch(plan.Spec)!.Value, plan.Run!.Tokens.Count);
        return new(Magnitude, Severity.Warning, (plan.Spec.Training.BatchTokens ?? plan.Spec.Training.BatchSequences)!.Origin,
            batch > run ? $"a batch of {Compact(batch)} tokens is larger than the {Compact(run)} tokens of the run"
                : $"a batch of {Compact(batch)} tokens leaves {Compact(run / batch)} step{(run.Equals(batch) ? "" : "s")} to the {Compact(run)} tokens of the run",
            [batch > run ? "the run has less than one step" : "no run trains from random weights in so few steps"],
            [Remedy.Advice("state a smaller batch, or more tokens")]);
    }

    private static Remark? Rate(TrainingPlan plan)
    {
        if (plan.Spec.Training.LearningRate is not { } rate)
            return null;
        var isLow = plan.Size.LawsApply && rate.Value < Magnitudes.LowestRate;
        var isFarBelow = plan is { Size.LawsApply: true, LearningRate.Usual: { HasValue: true, Value: var middleRate } } && rate.Value < middleRate / Magnitudes.MostBelow;
        if (!isLow && !isFarBelow && rate.Value <= Magnitudes.HighestRate)
            return null;
        var headline = isFarBelow && rate.Value >= Magnitudes.LowestPublished
            ? $"a peak learning rate of '{rate.Text}' is {Compact(plan.LearningRate!.Usual.Value / rate.Value)} times below the middle of published runs of this size"
            : isLow || isFarBelow ? $"a peak learning rate of '{rate.Text}' is far below the lowest that is published for pre-training, 7e-6 (Galactica 120B)"
            : $"a peak learning rate of '{rate.Text}' is above that of any published run";
        return new(Magnitude, Severity.Warning, rate.Origin, headline, [],
        [
            plan.LearningRate?.Usual is { HasValue: true, Value: var usual } middle
                ? Remedy.Write(Compact(usual), "training", "learning_rate") with { Text = $"write {Compact(usual)}, the middle of published runs of this size{OutsideRange.Mark(middle.Outside)}" }
                : Remedy.Advice("state the rate itself, such as \"learning_rate\": 3e-4"),
        ]);
    }

    private static Remark Target(Stated<double> target) => new(Magnitude, Severity.Warning, target.Origin,
        $"a loss of '{target.Text}' nats per token is one that a run passes in its first steps; as a perplexity it is {Compact(Math.Log(target.Value))} nats",
        ["to count how often each token occurs reaches about 7 nats; a perplexity p is a loss of ln p nats per token"],
        [Remedy.Write(Compact(Math.Log(target.Value)), "budget", "target_loss") with { Text = $"if it is a perplexity, write \"target_loss\": {Compact(Math.Log(target.Value))}" }]);

    private static Remark WithUnits(Origin origin, string headline, IReadOnlyList<(string Word, string Text)> units, params string[] path)
    {
        var help = new List<Help>();
        foreach (var (word, text) in units)
            help.Add(Remedy.Write($"\"{text}\"", path) with { Text = $"if {word} are meant, write \"{path[path.Length - 1]}\": \"{text}\"", IsFix = units.Count == 1 });
        return new(Magnitude, Severity.Warning, origin, headline, [], help);
    }

    private static Remark Of(Origin origin, string headline, string advice) => new(Magnitude, Severity.Warning, origin, headline, [], [Remedy.Advice(advice)]);
}
