using ScalingSdk.Planning;
using ScalingSdk.Rules;
using ScalingSdk.Text;
using ScalingSdk.Tool.Input;

namespace ScalingSdk.Tool.Plans;

/// <summary>A plan with the plans that it is seen beside: each is another spec through the same pipeline.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Findings">What was found.</param>
/// <param name="Best">The plan of the compute-optimal size for the same compute; null where there is none, or it is this one.</param>
/// <param name="Epochs">The same model over more and more epochs of the unique tokens; empty where those are not stated.</param>
internal sealed record PlanView(TrainingPlan Plan, IReadOnlyList<Finding> Findings, TrainingPlan? Best, IReadOnlyList<EpochRow> Epochs)
{
    private const double SameSize = 0.05;

    public static PlanView Of(SpecInput input, SpecResult result, CancellationToken cancellation)
    {
        var plan = result.Plan!;
        return new PlanView(plan, result.Findings, BestOf(input, plan, cancellation), EpochRow.Of(input, plan, cancellation));
    }

    private static TrainingPlan? BestOf(SpecInput input, TrainingPlan plan, CancellationToken cancellation)
    {
        if (plan.Size.Counts.IsRouted || plan.Find("optimal_parameters_at_budget") is not { } best || plan.Find("training_flops") is not { } compute
            || Math.Abs((best.Value / plan.Size.Counts.Active.Count) - 1) < SameSize)
            return null;
        return input.Run(SpecParts.Of(input.Text, ["hardware", "laws"],
            ("model", $$"""{ "parameters": {{best.Number}} }"""),
            ("budget", $$"""{ "flops": {{compute.Number}} }""")), cancellation).Plan;
    }
}

/// <summary>A run of so many epochs.</summary>
/// <param name="Epochs">Passes over the unique tokens.</param>
/// <param name="Repeated">The run.</param>
/// <param name="Fresh">The run of as many tokens, all of them fresh.</param>
internal sealed record EpochRow(double Epochs, TrainingPlan Repeated, TrainingPlan Fresh)
{
    private const string Law = "muennighoff-2023";
    private static readonly double[] Shown = [1, 2, 4, 8, 16, 40];

    public static IReadOnlyList<EpochRow> Of(SpecInput input, TrainingPlan plan, CancellationToken cancellation)
    {
        if (plan.Spec.Data.UniqueTokens is not { } unique || plan.Spec.Model is null && plan.Spec.Size is null)
            return [];
        var rows = new List<EpochRow>();
        foreach (var epochs in Shown)
        {
            var repeated = Run(input, $$"""{ "unique_tokens": {{NumberText.Round(unique.Value)}}, "epochs": {{NumberText.Round(epochs)}} }""", cancellation);
            var fresh = Run(input, $$"""{ "tokens": {{NumberText.Round(unique.Value * epochs)}} }""", cancellation);
            if (repeated is { Data: not null, Loss: not null } && fresh is { Loss: not null })
                rows.Add(new EpochRow(epochs, repeated, fresh));
        }

        return rows;
    }

    private static TrainingPlan? Run(SpecInput input, string data, CancellationToken cancellation) => input.Run(
        SpecParts.Of(input.Text, ["model", "hardware"], ("data", data), ("laws", $$"""{ "allocation": "{{Law}}" }""")), cancellation).Plan;
}
