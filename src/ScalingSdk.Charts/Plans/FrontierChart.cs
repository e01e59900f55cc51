using ScalingSdk.Charts.Pictures;
using ScalingSdk.Hardware;
using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Charts.Plans;

/// <summary>Sizes against compute: the best size by a law, the run, and runs that were published.</summary>
internal static class FrontierChart
{
    public static Chart? Of(TrainingPlan plan)
    {
        if (plan.Optimum is not { Compute: { } compute } optimum || optimum.Law.Info.Parameters is ParameterConvention.NonEmbeddingFlopsPerToken)
            return null;
        var name = $"{NumberText.Compact(plan.Size.Counts.Active.Count)} on {NumberText.Compact(plan.Run!.Tokens.Count)} tokens";
        return Draw(optimum.Law, "The run on the compute-optimal frontier",
            $"Parameters against training compute. The line is the best size for each compute by {optimum.Law.Info.Id}. "
                + $"This run, {name}, takes {NumberText.Scientific(compute.Flops)} FLOP, for which the best size is {BestSize(optimum)}. Dots are published runs.",
            [new Dot("this run", compute.Flops, plan.Size.Counts.Active.Count, Own: true)]);
    }

    /// <summary>Several runs on the frontier of the first one's law; null where that law has none, or no run takes compute.</summary>
    public static Chart? Of(IReadOnlyList<(string Name, TrainingPlan Plan)> runs)
    {
        var law = runs.Select(static run => run.Plan.Optimum?.Law).FirstOrDefault();
        List<Dot> dots = [.. runs.Where(static run => run.Plan.Compute is not null)
            .Select(static run => new Dot(run.Name, run.Plan.Compute!.SixND.Flops, run.Plan.Size.Counts.Active.Count, Own: true))];
        return law is null || dots.Count == 0 || law.Info.Parameters is ParameterConvention.NonEmbeddingFlopsPerToken ? null : Draw(
            law, "The runs on the compute-optimal frontier",
            $"Parameters against training compute. The line is the best size for each compute by {law.Info.Id}. "
                + string.Join(" ", dots.Select(static dot => $"{dot.Label}: {NumberText.Compact(dot.Y)} at {NumberText.Scientific(dot.X)} FLOP.")) + " Other dots are published runs.",
            dots);
    }

    private static Chart Draw(IAllocationLaw law, string title, string description, IReadOnlyList<Dot> own)
    {
        var (from, to) = (Math.Min(own.Min(static dot => dot.X) / 10, 1e20), Math.Max(own.Max(static dot => dot.X) * 10, 1e26));
        return new Chart
        {
            Id = "frontier",
            Title = title,
            Description = description,
            X = new Axis("training compute, FLOP (6ND)", Logarithmic: true),
            Y = new Axis("active parameters", Logarithmic: true),
            Curves = [Sampling.Curve("best size, " + law.Info.Id, Sampling.Powers(from, to), flops => law.Allocate(new TrainingFlops(flops)), static run => run.Parameters)],
            Areas = law.Surface is { } surface && Sampling.Area("90 % interval", Sampling.EdgePowers(from, to), flops => surface.ParametersInterval(new TrainingFlops(flops))) is { } area ? [area] : [],
            DotsAre = "published runs",
            Dots =
            [
                .. PublishedRuns.All.Where(static run => run.FromScratch).DistinctBy(static run => (run.Flops, run.Parameters))
                    .Select(static run => new Dot(run.Name, run.Flops, run.Parameters)),
                .. own,
            ],
        };
    }

    private static string BestSize(OptimumPlan optimum) => optimum.Best.HasValue ? NumberText.Compact(optimum.Best.Value.Parameters) : "not known";
}
