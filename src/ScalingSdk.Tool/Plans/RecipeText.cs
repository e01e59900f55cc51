using ScalingSdk.Planning;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Plans;

/// <summary>The recipe that a spec names, setting by setting.</summary>
internal static class RecipeText
{
    public static void Write(TrainingPlan plan, Page page)
    {
        if (plan.Tables.FirstOrDefault(static table => table.Key is "recipe") is not { } table)
            return;
        page.Blank();
        page.Heading(table.Title);
        foreach (var row in table.Rows)
            page.Fact(row[0].ToString(), row[1].ToString(), labelWidth: 20);
        page.Fact("source", table.Formula, labelWidth: 20);
    }
}
