using ScalingSdk.Planning;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Plans;

/// <content>At the terminal.</content>
internal static partial class LawTable
{
    public static void Write(TrainingPlan plan, Page page)
    {
        foreach (var (question, rows) in Questions(plan))
        {
            page.Blank();
            page.Heading(question);
            page.Table(Headers, rows, right: [1]);
        }

        page.Blank();
        foreach (var why in plan.LawSpreads.Select(static spread => spread.Why).OfType<string>())
            page.Fact("Why", why);
    }
}
