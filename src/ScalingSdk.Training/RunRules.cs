using ScalingSdk.Diagnostics;

namespace ScalingSdk.Training;

/// <summary>What a run can be found to do while it trains. These findings are of a run, not of a spec: no compiler reports them.</summary>
public static class RunRules
{
    /// <summary>The loss lies outside the forecast.</summary>
    public static RuleInfo Deviation { get; } = new("SCALE7001", Severity.Warning, "The loss deviates from the forecast");

    /// <summary>The loss is not finite, or has risen far above its least.</summary>
    public static RuleInfo Divergence { get; } = new("SCALE7002", Severity.Error, "The run diverges");

    /// <summary>The loss has stopped falling where the forecast falls.</summary>
    public static RuleInfo Plateau { get; } = new("SCALE7003", Severity.Warning, "The loss has stopped falling");

    /// <summary>The validation loss rises while the training loss falls.</summary>
    public static RuleInfo Overfitting { get; } = new("SCALE7004", Severity.Warning, "The validation loss turns up");

    /// <summary>All of them, by id.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } = [Deviation, Divergence, Plateau, Overfitting];
}
