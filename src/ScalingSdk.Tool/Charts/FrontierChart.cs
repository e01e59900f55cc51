using ScalingSdk.Hardware;
using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Tool.Charts;

/// <summary>Sizes against compute: the best size by a law, the run, and runs that were published.</summary>
internal static class FrontierChart
{
    public static Chart? Of(TrainingPlan plan)
    {
        if (plan.Optimum is not { Compute: { } compute } optimum || optimum.Law.Info.Parameters is ParameterConvention.NonEmbeddingFlopsPerToken)
            return null;
        var law = optimum.Law;
        var powers = Sampling.Powers(Math.Min(compute.Flops / 10, 1e20), Math.Max(compute.Flops * 10, 1e26)).ToList();
        var best = Sampling.Curve("best size, " + law.Info.Id, powers, flops => law.Allocate(new TrainingFlops(flops)), static run => run.Parameters);
        var name = $"{NumberText.Compact(plan.Size.Counts.Active.Count)} on {NumberText.Compact(plan.Run!.Tokens.Count)} tokens";
        return new Chart
        {
            Id = "frontier",
            Title = "The run on the compute-optimal frontier",
            Description = $"Parameters against training compute. The line is the best size for each compute by {law.Info.Id}. "
                + $"This run, {name}, takes {NumberText.Scientific(compute.Flops)} FLOP, for which the best size is {BestSize(optimum)}. Dots are published runs.",
            X = new Axis("training compute, FLOP (6ND)", Logarithmic: true),
            Y = new Axis("active parameters", Logarithmic: true),
            Curves = [best],
            Bands = law.Parametric is { } interval ? [Interval(interval, powers)] : [],
            Dots =
            [
                .. PublishedRuns.All.Where(static run => run.FromScratch).DistinctBy(static run => (run.Flops, run.Parameters))
                    .Select(static run => new Dot(run.Name, run.Flops, run.Parameters)),
                new Dot("this run", compute.Flops, plan.Size.Counts.Active.Count, Own: true),
            ],
        };
    }

    private static Band Interval(ParametricLaw law, List<double> powers) => new("90 % interval",
    [
        .. powers.Select(flops => (Flops: flops, Answer: law.ParametersInterval(new TrainingFlops(flops))))
            .Where(static pair => pair.Answer.HasValue)
            .Select(static pair => (pair.Flops, pair.Answer.Value.Low, pair.Answer.Value.High)),
    ]);

    private static string BestSize(OptimumPlan optimum) => optimum.Best.HasValue ? NumberText.Compact(optimum.Best.Value.Parameters) : "not known";
}
