using ScalingSdk.Planning;
using ScalingSdk.Reports;
using ScalingSdk.Text;

namespace ScalingSdk.Web.Sliders;

/// <summary>What a moved run gives and loses, as a sentence.</summary>
internal static class LeverText
{
    private const double Visible = 0.0005;

    public static string Of(TrainingPlan plan, Levers from, Levers to)
    {
        var law = plan.Loss!.Law.Info.Id;
        var loss = to.Loss(plan);
        var start = $"{NumberText.Compact(to.Parameters)} parameters on {NumberText.Compact(to.Tokens)} tokens: {NumberText.Scientific(to.Flops, 2)} FLOP"
            + (to.HasDevices ? $", {DurationText.Of(to.Days * 24)} on {NumberText.Grouped(to.Devices)} device{(to.Devices > 1 ? "s" : "")}" : "");
        if (!loss.HasValue)
            return $"{start}. No loss: {loss.WhyNone}.";
        var text = $"{start}. Loss {PlanAnswers.Nats(loss.Value.NatsPerToken)} by {law}{(loss.Outside.Inside ? "" : ", extrapolated")}";
        var before = from.Loss(plan);
        if (before.HasValue && Change(loss.Value.NatsPerToken - before.Value.NatsPerToken) is { } change)
            text += $": {change} than this run";
        text += ".";
        if (to.Best(plan) is { } best)
        {
            text += loss.Value.NatsPerToken - best.Loss is >= Visible and var above
                ? $" The best size for this compute, {NumberText.Compact(best.Parameters)}, is better by {PlanAnswers.Nats(above)}."
                : " No size is better for this compute.";
        }

        return text;
    }

    private static string? Change(double change) => Math.Abs(change) < Visible ? null : $"{PlanAnswers.Nats(Math.Abs(change))} {(change < 0 ? "lower" : "higher")}";
}
