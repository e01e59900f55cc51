using ScalingSdk.Planning;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Plans;

/// <summary>The recipe that a spec names, setting by setting.</summary>
internal static class RecipeText
{
    public static void Write(TrainingPlan plan, Page page)
    {
        if (RecipeTable.Of(plan) is not { } table)
            return;
        page.Blank();
        page.Heading(table.Title);
        foreach (var row in table.Rows)
            page.Fact(row[0].ToString(), row[1].ToString(), labelWidth: 20);
        page.Fact("source", table.Formula, labelWidth: 20);
    }

    // What the answers do not show already.
    private static readonly string[] Short = ["optimizer", "weight decay", "beta1", "beta2", "momentum", "warm-up", "schedule"];

    /// <summary>Its settings beside the answers in one line; null where the plan has no recipe.</summary>
    public static string? Line(TrainingPlan plan) => plan.Recipe is { Law.Info.Id: var id } && RecipeTable.Of(plan) is { } table
        ? $"recipe of {id}: {string.Join("; ", table.Rows.Where(static row => Short.Contains(row[0].ToString(), StringComparer.Ordinal)).Select(static row => $"{row[0]} {row[1]}"))}"
        : null;
}
