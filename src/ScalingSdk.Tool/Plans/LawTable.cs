using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Text;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Plans;

/// <summary>The allocation laws side by side: each is the same spec under another law. Losses of two laws are never compared.</summary>
internal static class LawTable
{
    public static IReadOnlyList<LawRow> Rows(SpecInput input, CancellationToken cancellation)
    {
        var rows = new List<LawRow>();
        foreach (var law in LawRegistry.All.OfType<IAllocationLaw>())
        {
            if (input.RunWith(cancellation, ("laws", "allocation", law.Info.Id)).Plan is { } plan)
                rows.Add(new LawRow(law.Info.Id, plan));
        }

        return rows;
    }

    public static void Write(IReadOnlyList<LawRow> rows, Page page)
    {
        page.Blank();
        page.Table(["law", "best size", "best tokens", "tokens for your size"], rows.Select(static row => (IReadOnlyList<string>)
        [
            row.Law,
            row.Size,
            row.Tokens,
            row.Plan.Number("optimal_tokens"),
        ]));
        page.Line("  each in its own convention of parameters and compute; * outside its observed range");
    }
}

/// <summary>What one law says.</summary>
internal sealed record LawRow(string Law, TrainingPlan Plan)
{
    public string Size => Short("optimal_parameters_at_budget");

    public string Tokens => Short("optimal_tokens_at_budget");

    private string Short(string key) => Plan.Find(key) is { } figure
        ? NumberText.Compact(figure.Value) + (PlanCells.Outside(figure) ? " *" : "")
        : "";
}
