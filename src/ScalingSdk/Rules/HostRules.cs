using ScalingSdk.Diagnostics;

namespace ScalingSdk.Rules;

/// <summary>Rules that no plan is asked about: what reads a spec reports them, a host, a gate, the lock file or a fit.</summary>
internal static class HostRules
{
    /// <summary>The spec, or a file that it names, is not there, not JSON, or beyond the limits of size and depth.</summary>
    public static RuleInfo SpecUnreadable { get; } = new("SCALE0001", Severity.Error, "The spec cannot be read");

    /// <summary>A key that nothing reads: otherwise a typing error would be a silent default.</summary>
    public static RuleInfo UnknownKey { get; } = new("SCALE0002", Severity.Warning, "The spec has a key that is not known");

    /// <summary>A value that is needed and cannot be derived from the others.</summary>
    public static RuleInfo MissingValue { get; } = new("SCALE0003", Severity.Error, "The spec lacks a value");

    /// <summary>A value that is not what its key takes: not a number, negative, too large, of another unit.</summary>
    public static RuleInfo BadValue { get; } = new("SCALE0004", Severity.Error, "The spec has a value that its key does not take");

    /// <summary>A value of a C# config type that the compiler does not know: it is said to be unknown, not assumed.</summary>
    public static RuleInfo UnknownValue { get; } = new("SCALE0005", Severity.Suggestion, "A value of the model is not constant in the code");

    /// <summary>More training compute than the project allows with <c>ScalingMaxFlops</c>.</summary>
    public static RuleInfo FlopsGate { get; } = new("SCALE9001", Severity.Error, "The run takes more compute than the project allows");

    /// <summary>More device-hours than the project allows with <c>ScalingMaxGpuHours</c>.</summary>
    public static RuleInfo GpuHoursGate { get; } = new("SCALE9002", Severity.Error, "The run takes more device-hours than the project allows");

    /// <summary>More money than the project allows with <c>ScalingMaxCost</c>.</summary>
    public static RuleInfo CostGate { get; } = new("SCALE9003", Severity.Error, "The run costs more than the project allows");

    /// <summary>A gate is set, and the spec gives too little to hold the run to it.</summary>
    public static RuleInfo UnheldGate { get; } = new("SCALE9004", Severity.Warning, "The run cannot be held to a gate of the project");

    /// <summary>A gate's value is not a quantity of its kind.</summary>
    public static RuleInfo UnreadableGate { get; } = new("SCALE9005", Severity.Error, "A gate of the project is not a quantity");

    /// <summary>A spec of the project gives no plan, so that nothing holds its run: no gate, no lock, no constants.</summary>
    public static RuleInfo SpecWithoutPlan { get; } = new("SCALE9006", Severity.Error, "A spec of the project has no plan");

    /// <summary>A plan is not what the project's committed lock file says.</summary>
    public static RuleInfo PlanMoved { get; } = new("SCALE9010", Severity.Error, "The plan differs from the lock file");

    /// <summary>The project's lock file cannot be read as one: it is corrupt, has merge conflicts, or is of another version.</summary>
    public static RuleInfo LockUnreadable { get; } = new("SCALE9011", Severity.Error, "The lock file cannot be read");

    /// <summary>The project asks for locked plans, and there is no lock file, or it is another project's.</summary>
    public static RuleInfo LockMissing { get; } = new("SCALE9012", Severity.Error, "The project has no lock file of its own");

    /// <summary>The run logs of a project give no law.</summary>
    public static RuleInfo RunsUnfit { get; } = new("SCALE9020", Severity.Error, "No law can be fitted to the runs");

    /// <summary>A law was fitted, and the run logs leave something of it open.</summary>
    public static RuleInfo RunsLeaveOpen { get; } = new("SCALE9021", Severity.Warning, "The runs leave something of the fitted law open");
}
