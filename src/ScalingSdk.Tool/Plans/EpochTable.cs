using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Plans;

/// <summary>What each further epoch over the same tokens is worth.</summary>
internal static class EpochTable
{
    public static void Write(IReadOnlyList<EpochRow> rows, Page page)
    {
        var hours = rows[0].Repeated.Find("device_hours") is not null;
        page.Table(["epochs", "tokens", "worth", "loss", "same tokens fresh", "last token", hours ? "device-hours" : "FLOP"], rows.Select(row => (IReadOnlyList<string>)
        [
            NumberText.Compact(row.Epochs),
            row.Repeated.Number("tokens"),
            NumberText.Compact(row.Repeated.Data!.EffectiveTokens.Count),
            row.Repeated.Loss("predicted_loss").Split(' ')[0],
            row.Fresh.Loss("predicted_loss").Split(' ')[0],
            NumberText.Percent(row.Repeated.Data.LastTokenWorth),
            hours ? NumberText.Compact(row.Repeated.Find("device_hours")!.Value) : row.Repeated.Compute("training_flops"),
        ]), right: [0, 1, 2, 3, 4, 5, 6]);
        page.Line("  worth and loss: muennighoff-2023 (C4; compare within this table only)");
    }
}
