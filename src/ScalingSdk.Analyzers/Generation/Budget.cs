using System.Globalization;
using ScalingSdk.Planning;
using ScalingSdk.Planning.Writing;
using ScalingSdk.Text;

namespace ScalingSdk.Analyzers.Generation;

/// <summary>The constants of one spec: values alone, so that equal budgets are known to be equal.</summary>
/// <param name="Name">The plan's name: an identifier.</param>
/// <param name="SpecPath">The spec as the project sees it, with '/'.</param>
/// <param name="Assumptions">What the plan assumed, a sentence each.</param>
/// <param name="Constants">In the plan's order.</param>
/// <param name="BatchSchedule">From which tokens on which batch; empty where no law gives one.</param>
internal sealed record Budget(
    string Name, string SpecPath, EquatableArray<string> Assumptions, EquatableArray<Constant> Constants, EquatableArray<BatchStep> BatchSchedule)
{
    public static Budget From(TrainingPlan plan, string specPath) => new(
        plan.Spec.Name,
        specPath,
        new EquatableArray<string>(plan.Assumptions),
        new EquatableArray<Constant>(plan.Figures.Select(Constant.From)),
        new EquatableArray<BatchStep>(plan.BatchSchedule.Where(static stage => stage.Tokens.Count < 9e18 && stage.Batch.Count < 9e18).Select(BatchStep.From)));
}

/// <summary>A stage of the batch schedule as code writes it: whole tokens.</summary>
internal sealed record BatchStep(string FromTokens, string BatchTokens)
{
    public static BatchStep From(BatchStage stage) => new(Whole(stage.Tokens.Count), Whole(stage.Batch.Count));

    private static string Whole(double value) => NumberText.RoundTo12(value).ToString("F0", CultureInfo.InvariantCulture) + "L";
}

/// <summary>A spec's constants, and what its item in the project says of their class.</summary>
internal sealed record AskedBudget(Budget Budget, SpecOptions Options);

/// <summary>A number of the plan as code declares it.</summary>
/// <param name="Name">The constant's name.</param>
/// <param name="Type">"long" or "double".</param>
/// <param name="Literal">The value with its suffix.</param>
/// <param name="Explanation">What hovering shows, a paragraph each, as plain text.</param>
internal sealed record Constant(string Name, string Type, string Literal, EquatableArray<string> Explanation)
{
    public static Constant From(Figure figure)
    {
        var whole = FigureConstant.IsWhole(figure);
        return new Constant(
            figure.ConstantName,
            whole ? "long" : "double",
            figure.Number + (whole ? "L" : "D"),
            new EquatableArray<string>(FigureConstant.Explain(figure)));
    }
}
