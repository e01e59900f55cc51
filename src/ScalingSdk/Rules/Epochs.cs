using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>Writes fewer epochs into a spec, in whichever key it states them.</summary>
internal static class Epochs
{
    public static Remedy? Write(TrainingPlan plan, double epochs)
    {
        var data = plan.Spec.Data;
        if (data.Epochs is not null)
            return data.Tokens is null ? Remedy.Write(Round(epochs >= 1 ? Math.Floor(epochs) : epochs), "data", "epochs") : null;
        return data.UniqueTokens is { } unique ? RunLength.AtMost(plan, unique.Value * epochs) : null;
    }
}
