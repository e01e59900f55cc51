using ScalingSdk.Json;
using ScalingSdk.Json.Editing;
using ScalingSdk.Specs;
using ScalingSdk.Text;
using ScalingSdk.Web.State;

namespace ScalingSdk.Web.Sliders;

/// <summary>What a person types for the run to which the levers were moved.</summary>
internal static class LeverEdits
{
    // What decides how long a run is: the moved lever takes the place of the one that did.
    private static readonly SpecKey[] Lengths = [BudgetKeys.Flops, BudgetKeys.Time, BudgetKeys.Cost, BudgetKeys.TargetLoss, DataKeys.Tokens, DataKeys.Epochs, TrainingKeys.Steps];

    /// <summary>The draft with the moved values; null where the text cannot take them.</summary>
    public static Draft? Of(Planned planned, Levers from, Levers to, bool keepsTime)
    {
        var draft = planned.Draft;
        if (!Same(from.Parameters, to.Parameters))
            draft = DroppedFile.OfModel(draft, SizeKeys.Parameters, Quoted(NumberText.Compact(to.Parameters)));
        var edits = new List<SpecEdit>();
        if (!Same(from.Devices, to.Devices))
            edits.Add(SpecEdit.Set(NumberText.Round(to.Devices), HardwareKeys.Count.Path));
        if (!Same(from.Tokens, to.Tokens) || !Same(from.Days, to.Days))
        {
            foreach (var key in Lengths.Where(key => (planned.Root?.Find(key.Section)?.Value as JsonObject)?.Find(key.Name) is not null))
                edits.Add(SpecEdit.Remove(key.Path));
            edits.Add(keepsTime && to.HasDevices
                ? SpecEdit.Set(Quoted(NumberText.Round(Math.Round(to.Days, 2)) + "d"), BudgetKeys.Time.Path)
                : SpecEdit.Set(Quoted(NumberText.Compact(to.Tokens)), DataKeys.Tokens.Path));
        }

        return draft?.With(edits);
    }

    private static bool Same(double one, double other) => one == other || Math.Abs((one / other) - 1) < 1e-9;

    private static string Quoted(string text) => JsonQuote.Of(text);
}
