using ScalingSdk.Text;

namespace ScalingSdk.Diagnostics;

/// <summary>What a rule says before it has a file and a line.</summary>
/// <param name="Rule">Which rule.</param>
/// <param name="Severity">How grave the case is.</param>
/// <param name="Origin">What it is about.</param>
/// <param name="Message">The value, the threshold, whose it is, what to type.</param>
/// <param name="Remedy">The change of the spec that ends the finding, where it is a value that the rule knows.</param>
internal sealed record Remark(RuleInfo Rule, Severity Severity, Origin Origin, string Message, Remedy? Remedy = null)
{
    /// <summary>The key of the model that is missing, where that is what is said.</summary>
    public string? MissingKey { get; init; }
}
