using ScalingSdk.Quantities;
using static ScalingSdk.Laws.KaplanEquations;
using Equations = ScalingSdk.Laws.KaplanEquations;

namespace ScalingSdk.Laws;

// The critical batch and the adjustments to it (sec. 5.1 and 5.2).
public sealed partial class Kaplan2020
{
    /// <summary>The critical batch at a loss of Kaplan's own (eq. 5.3): twice the fewest steps, twice the least compute.</summary>
    public Answer<BatchTokens> CriticalBatch(KaplanLoss loss)
    {
        var batch = BatchAt(loss.NatsPerToken);
        return Answer<BatchTokens>.OfPositive(batch, new(batch), LawRange.Any.OfTokens(loss.NatsPerToken), new(Info, Equations.CriticalBatch, loss.NatsPerToken));
    }

    /// <inheritdoc/>
    public Answer<BatchTokens> CriticalBatch(ModelSize model, Tokens tokens)
    {
        var loss = JointLossAt(model.Weights.Count, tokens.Count);
        return Answer<BatchTokens>.Of(
            new(BatchAt(loss)), Info.Range.OfRun(model.Weights.Count, tokens.Count), new(Info, Equations.CriticalBatch, loss));
    }

    /// <summary>S_min = S / (1 + B_crit/B): the fewest updates to the same loss (eq. 5.4).</summary>
    public static Answer<MinimumSteps> Fewest(Steps steps, BatchTokens batch, BatchTokens critical)
    {
        var fewest = steps.Count / (1 + (critical.Count / batch.Count));
        return Answer<MinimumSteps>.OfPositive(fewest, new(fewest), AllPositive(steps.Count, batch, critical), new(Law.Info, Equations.Fewest, steps.Count, batch.Count, critical.Count));
    }

    /// <summary>S = S_min (1 + B_crit/B): the updates that a batch takes (eq. 5.4 solved for S).</summary>
    public static Answer<Steps> Taken(MinimumSteps fewest, BatchTokens batch, BatchTokens critical)
    {
        var taken = fewest.Count * (1 + (critical.Count / batch.Count));
        return Answer<Steps>.OfPositive(taken, new(taken), AllPositive(fewest.Count, batch, critical), new(Law.Info, FewestForSteps, fewest.Count, batch.Count, critical.Count));
    }

    /// <summary>C_min = C / (1 + B/B_crit): the least compute to the same loss (eq. 5.5).</summary>
    public static Answer<MinimumCompute> Least(TrainingFlops compute, BatchTokens batch, BatchTokens critical)
    {
        var least = compute.PetaflopDays / (1 + (batch.Count / critical.Count));
        return Answer<MinimumCompute>.OfPositive(least, new(least), AllPositive(compute.Flops, batch, critical), new(Law.Info, Equations.Least, compute.PetaflopDays, batch.Count, critical.Count));
    }

    /// <summary>C = C_min (1 + B/B_crit): the compute that a batch takes (eq. 5.5 solved for C).</summary>
    public static Answer<TrainingFlops> Spent(MinimumCompute least, BatchTokens batch, BatchTokens critical)
    {
        var spent = least.Flops * (1 + (batch.Count / critical.Count));
        return Answer<TrainingFlops>.OfPositive(spent, new(spent), AllPositive(least.Flops, batch, critical), new(Law.Info, LeastForCompute, least.PetaflopDays, batch.Count, critical.Count));
    }

    private static Derivation FewestForSteps => field ?? Once.Of(ref field, Equations.Fewest.SolvedFor(Symbol.S));
    private static Derivation LeastForCompute => field ?? Once.Of(ref field, Equations.Least.SolvedFor(Equations.Least.Inputs[0]));

    private static double BatchAt(double loss) => BStar / Math.Pow(loss, 1 / AlphaB);

    private static Extrapolation AllPositive(double amount, BatchTokens batch, BatchTokens critical) =>
        LawRange.Any.OfRun(amount, batch.Count).And(LawRange.Any.OfTokens(critical.Count));
}
