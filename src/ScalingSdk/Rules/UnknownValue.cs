using ScalingSdk.Diagnostics;

namespace ScalingSdk.Rules;

/// <summary>A value of a C# config type that the compiler does not know: it is said to be unknown, not assumed.</summary>
internal static class UnknownValue
{
    public static RuleInfo Info { get; } = new("SCALE0005", Severity.Suggestion, "A value of the model is not constant in the code");
}
