using ScalingSdk.Charts.Pictures;
using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Charts.Plans;

/// <summary>Loss against what the devices cost: what more money buys at the best size, and at the size of the run.</summary>
internal static class CostChart
{
    private const double Around = 30;

    public static Chart? Of(TrainingPlan plan)
    {
        if (plan is not { Hardware: { Estimate: { } estimate, Devices: var devices }, Compute: { } compute, Run: { } run, Optimum.Law.Parametric: { } law })
            return null;
        var (own, unit) = estimate.Cost is { Mid: > 0 } cost ? (cost.Mid, "US dollars") : (estimate.DeviceHours.Mid, "device-hours");
        var flops = compute.SixND.Flops / own;
        var (from, to) = (own / Around, own * Around);
        var utilization = devices.Utilization.Fraction;
        Answer<PredictedLoss> Best(double spent, double share) => law.Allocate(new TrainingFlops(spent * flops * share)) is { HasValue: true, Value: var best } answer
            ? law.Loss(new ActiveParameters(best.Parameters), best.Tokens)
            : default;
        Answer<PredictedLoss> Same(double spent) => law.Loss(plan.Size.Counts.Active, new Tokens(run.Tokens.Count * spent / own));
        var area = new Area($"utilization {NumberText.Percent(utilization.Low)} to {NumberText.Percent(utilization.High)}",
        [
            .. Sampling.EdgePowers(from, to).Select(spent => (spent, Low: Best(spent, utilization.High / utilization.Mid), High: Best(spent, utilization.Low / utilization.Mid)))
                .Where(static edge => edge.Low.HasValue && edge.High.HasValue)
                .Select(static edge => (edge.spent, edge.Low.Value.NatsPerToken, edge.High.Value.NatsPerToken)),
        ]);
        return new Chart
        {
            Id = "cost",
            Title = "Loss against cost",
            Description = $"Predicted loss against {unit} on {NumberText.Grouped(devices.Count)} {devices.Accelerator.Id}: of the best size for each cost, and of this size on more and more tokens, by {law.Info.Id}. "
                + $"This run takes {NumberText.Compact(own)} {unit}. FLOP are counted as those of this model.",
            X = new Axis($"{unit}, {devices.Accelerator.Id}", Logarithmic: true),
            Y = new Axis("predicted loss, nats per token", Logarithmic: false),
            Curves =
            [
                Sampling.Curve("best size for the cost, " + law.Info.Id, Sampling.Powers(from, to), spent => Best(spent, 1), static loss => loss.NatsPerToken),
                Sampling.Curve($"{NumberText.Compact(plan.Size.Counts.Active.Count)} parameters on unique tokens", Sampling.Powers(from, to), Same, static loss => loss.NatsPerToken),
            ],
            Areas = utilization.IsPoint || area.Edges.Count < 2 ? [] : [area],
            Dots = plan.Loss is { Loss: { HasValue: true } loss } && ReferenceEquals(plan.Loss.Law, law) ? [new Dot("this run", own, loss.Value.NatsPerToken, Own: true)] : [],
        };
    }
}
