using ScalingSdk.Json.Editing;

namespace ScalingSdk.Diagnostics;

/// <summary>A change of the spec that ends a finding: a rule states it where the remedy is a value that it knows.</summary>
/// <param name="Title">What the change does, as a menu shows it: "Write '50304' for 'model.vocabulary_size'".</param>
/// <param name="Edits">The change, applied in this order by <see cref="SpecEditor"/>.</param>
public sealed record Remedy(string Title, IReadOnlyList<SpecEdit> Edits)
{
    /// <summary>Writes another value for a key.</summary>
    /// <param name="json">The value as JSON: <c>50304</c>, <c>"10B"</c>.</param>
    /// <param name="path">The keys from the root to the value.</param>
    public static Remedy Write(string json, params string[] path) =>
        new($"Write '{json.Trim('"')}' for '{string.Join(".", path)}'", [SpecEdit.Set(json, path)]);

    /// <summary>Writes another name for a key.</summary>
    public static Remedy Rename(string name, params string[] path) =>
        new($"Write '{name}' for the key '{path[path.Length - 1]}'", [SpecEdit.Rename(name, path)]);

    /// <summary>Removes a key and its value.</summary>
    public static Remedy Remove(params string[] path) => new($"Remove '{string.Join(".", path)}'", [SpecEdit.Remove(path)]);

    /// <summary>Silences a rule for one spec.</summary>
    public static Remedy Suppress(string ruleId, string reason) =>
        new($"Suppress {ruleId} in the spec with a reason", [SpecEdit.Set(JsonQuote.Of(reason), "suppress", ruleId)]);
}
