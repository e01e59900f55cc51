using ScalingSdk.Quantities;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Sweeps;

/// <summary>What a sweep costs, run by run and in all; where that is not known, what to state.</summary>
internal static class CostTable
{
    /// <param name="page">Where it is written.</param>
    /// <param name="costs">The runs.</param>
    /// <param name="jobs">How many run at a time; null is all of them.</param>
    public static void Write(Page page, IReadOnlyList<RunCost> costs, int? jobs)
    {
        var (timed, priced) = (costs.All(static cost => cost.Estimate is not null), costs.All(static cost => cost.Estimate?.Cost is not null));
        string[] headers = ["run", "FLOP", "parameters", "tokens", .. timed ? (string[])["time", "device-hours"] : [], .. priced ? (string[])["USD"] : []];
        page.Table(headers, costs.Select(cost => Row(cost, timed, priced)), right: [.. Enumerable.Range(1, headers.Length - 1)]);
        page.Line(Sum(costs, timed, priced, jobs));
        if (!timed)
            page.Line("Time and price are not known: '--gpus 8xH100-SXM', or \"hardware\" in a '--spec', states the devices; '--price-per-hour 2.5' the price of one.");
        else if (!priced)
            page.Line("The price is not known: '--price-per-hour 2.5', or \"price_per_hour\" in the spec's \"hardware\", states that of a device-hour.");
    }

    private static string[] Row(RunCost cost, bool timed, bool priced) =>
    [
        cost.Run.Name, NumberText.Scientific(cost.Run.Flops), NumberText.Compact(cost.Run.Parameters), NumberText.Compact(cost.Run.Tokens),
        .. timed ? (string[])[TimeText.Of(cost.Estimate!.Hours.Mid), NumberText.Compact(cost.Estimate.DeviceHours.Mid)] : [],
        .. priced ? (string[])[NumberText.Compact(cost.Estimate!.Cost!.Value.Mid)] : [],
    ];

    private static string Sum(IReadOnlyList<RunCost> costs, bool timed, bool priced, int? jobs)
    {
        var text = $"{NumberText.Grouped(costs.Count)} runs: {NumberText.Scientific(costs.Sum(static cost => cost.Run.Flops))} FLOP, {NumberText.Compact(costs.Sum(static cost => cost.Run.Tokens))} tokens";
        if (timed)
        {
            text += $", {TimeText.Of(Together(costs, static cost => cost.Estimate!.DeviceHours))} device-hours";
            if (priced)
                text += $", {TimeText.Of(Together(costs, static cost => cost.Estimate!.Cost!.Value))} USD";
            text += $"; {TimeText.Of(FromStartToEnd(costs, jobs))} with {(jobs is { } count ? $"{NumberText.Grouped(count)} at a time" : "all at once")}";
        }

        return text;
    }

    private static Band Together(IReadOnlyList<RunCost> costs, Func<RunCost, Band> of) =>
        new(costs.Sum(cost => of(cost).Low), costs.Sum(cost => of(cost).Mid), costs.Sum(cost => of(cost).High));

    // The longest first, each where a place is free first.
    private static double FromStartToEnd(IReadOnlyList<RunCost> costs, int? jobs)
    {
        var places = new PriorityQueue<double, double>(Enumerable.Repeat((0.0, 0.0), Math.Min(jobs ?? costs.Count, costs.Count)));
        var end = 0.0;
        foreach (var hours in costs.Select(static cost => cost.Estimate!.Hours.Mid).OrderDescending())
        {
            var free = places.Dequeue() + hours;
            places.Enqueue(free, free);
            end = Math.Max(end, free);
        }

        return end;
    }
}
