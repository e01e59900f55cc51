namespace ScalingSdk.Specs;

/// <summary>The sections of which a spec states nothing: one of each, for all specs.</summary>
internal static class Unstated
{
    public static readonly DataSection Data = new();

    public static readonly TrainingSection Training = new();

    public static readonly HardwareSection Hardware = new();

    public static readonly BudgetSection Budget = new();

    public static readonly LimitsSection Limits = new();

    public static readonly InferenceSection Inference = new();

    public static readonly TransferSection Transfer = new();

    public static readonly LawsSection Laws = new();

    public static readonly IReadOnlyDictionary<string, string> Suppressions = new Dictionary<string, string>(StringComparer.Ordinal);
}
