using ScalingSdk.Diagnostics;

namespace ScalingSdk.Tasks;

/// <summary>The severity that a project gives a rule, decided as the C# compiler decides it: options first, then global configs, then the rule's own.</summary>
internal sealed class SeveritySettings(string noWarn, bool allAsErrors, string asErrors, string notAsErrors, IReadOnlyDictionary<string, string> configured)
{
    private readonly HashSet<string> _noWarn = Ids(noWarn);
    private readonly HashSet<string> _asErrors = Ids(asErrors);
    private readonly HashSet<string> _notAsErrors = Ids(notAsErrors);

    /// <summary>The severity; null where the finding is not shown.</summary>
    public Severity? Of(string id, Severity own)
    {
        if (_noWarn.Contains(id))
            return null;
        var keptAsWarning = _notAsErrors.Contains(id);
        if (!keptAsWarning && _asErrors.Contains(id))
            return Severity.Error;
        var severity = configured.TryGetValue(id, out var text) ? Read(text, own) : own;
        if (keptAsWarning && severity == Severity.Error && own != Severity.Error)
            return Severity.Warning;
        return severity == Severity.Warning && allAsErrors && !keptAsWarning ? Severity.Error : severity;
    }

    private static Severity? Read(string text, Severity own) => text switch
    {
        "error" => Severity.Error,
        "warning" => Severity.Warning,
        "suggestion" or "info" => Severity.Suggestion,
        "silent" or "refactoring" or "hidden" or "none" => null,
        _ => own,
    };

    private static HashSet<string> Ids(string list) =>
        new(list.Split([';', ',', ' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries).Select(static id => id.Trim()), StringComparer.OrdinalIgnoreCase);
}
