using ScalingSdk.Charts.Pictures;
using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Charts.Plans;

/// <summary>Loss against size at the compute of the run: an optimum is a valley, and the run stands somewhere in it.</summary>
internal static class IsoFlopChart
{
    private const double Around = 40;

    public static Chart? Of(TrainingPlan plan)
    {
        if (plan.Optimum is not { Compute: { } compute, Best: { HasValue: true } best, Law: ILossLaw law } optimum)
            return null;
        var (optimal, own) = (best.Value.Parameters, plan.Size.Counts.Active.Count);
        var (from, to) = (Math.Min(optimal, own) / Around, Math.Max(optimal, own) * Around);
        Tokens TokensOf(double size) => new(compute.Flops / (6 * size));
        Answer<PredictedLoss> LossOf(double size) => law.Loss(NominalSize.Of(new TotalParameters(size)), TokensOf(size));
        var at = LossOf(own);
        var interval = optimum.Law.Parametric is { } parametric
            ? Sampling.Area("90 % interval", Sampling.EdgePowers(from, to), size => parametric.LossInterval(new ActiveParameters(size), TokensOf(size)))
            : null;
        return new Chart
        {
            Id = "isoflop",
            Title = "Loss against size at this compute",
            Description = $"Predicted loss of models of every size, each trained with {NumberText.Scientific(compute.Flops)} FLOP. "
                + $"The least loss is at {NumberText.Compact(optimal)} parameters{Flat(optimum)}; this run has {NumberText.Compact(own)}.",
            X = new Axis("active parameters", Logarithmic: true),
            Y = new Axis("predicted loss, nats per token", Logarithmic: false),
            Curves = [Sampling.Curve($"loss at {NumberText.Scientific(compute.Flops)} FLOP, {law.Info.Id}", Sampling.Powers(from, to), LossOf, static loss => loss.NatsPerToken)],
            Marks = [new Mark("compute-optimal " + NumberText.Compact(optimal), optimal)],
            Areas =
            [
                .. optimum.FlatSizes is { } flat ? [Area.Stretch("at most 10 % more compute for the same loss", flat.Least, flat.Most)] : Array.Empty<Area>(),
                .. interval is null ? Array.Empty<Area>() : [interval],
            ],
            Dots = at.HasValue ? [new Dot("this run", own, at.Value.NatsPerToken, Own: true)] : [],
        };
    }

    private static string Flat(OptimumPlan optimum) => optimum.FlatSizes is { } flat
        ? $", and any size from {NumberText.Compact(flat.Least)} to {NumberText.Compact(flat.Most)} costs at most 10 % more compute for the same loss"
        : "";
}
