using ScalingSdk.Json.Editing;

namespace ScalingSdk.Diagnostics;

/// <summary>A change of the spec after which its finding is no longer reported.</summary>
/// <param name="Text">What to do, as an imperative without final period.</param>
/// <param name="Edits">The change of the spec; empty where no value to type is known.</param>
public sealed record Remedy(string Text, IReadOnlyList<SpecEdit> Edits) : Help(Text, Edits)
{
    private readonly string? _title;

    /// <summary>False where the edit states something that the user must bring about first, such as more data: no fix writes it.</summary>
    public bool IsFix { get; init; } = true;

    /// <summary>What the change does, as a menu shows it: "Write '50304' for 'model.vocabulary_size'".</summary>
    public string Title
    {
        get => _title ?? Text;
        init => _title = value;
    }

    /// <summary>Something to do that is not one change of the spec: to find more data, to decide between two values.</summary>
    public static Remedy Advice(string text) => new(text, []);

    /// <summary>Writes another value for a key.</summary>
    /// <param name="json">The value as JSON: <c>50304</c>, <c>"10B"</c>.</param>
    /// <param name="path">The keys from the root to the value.</param>
    public static Remedy Write(string json, params string[] path) =>
        Of(SpecEdit.Set(json, path), $"Write '{json.Trim('"')}' for '{string.Join(".", path)}'");

    /// <summary>Writes other values for keys that are enough together.</summary>
    /// <param name="edits">Each sets a value, or removes one.</param>
    internal static Remedy Write(IReadOnlyList<SpecEdit> edits) =>
        new(ToWrite(string.Join(", ", edits.Select(static edit => edit.Typed))), edits)
        {
            Title = string.Join("; ", edits.Select(static edit => edit.Kind == SpecEditKind.Remove
                ? $"Remove '{string.Join(".", edit.Path)}'"
                : $"Write '{edit.Text.Trim('"')}' for '{string.Join(".", edit.Path)}'")),
        };

    /// <summary>Writes another name for a key.</summary>
    public static Remedy Rename(string name, params string[] path) =>
        Of(SpecEdit.Rename(name, path), $"Write '{name}' for the key '{path[path.Length - 1]}'");

    /// <summary>Removes a key and its value.</summary>
    public static Remedy Remove(params string[] path) => Of(SpecEdit.Remove(path), $"Remove '{string.Join(".", path)}'");

    /// <summary>Silences a rule for one spec.</summary>
    public static Remedy Suppress(string ruleId, string reason) =>
        Of(SpecEdit.Set(JsonQuote.Of(reason), "suppress", ruleId), $"Suppress {ruleId} in the spec with a reason");

    private static Remedy Of(SpecEdit edit, string title) => new(edit.Kind == SpecEditKind.Remove ? edit.Typed : ToWrite(edit.Typed), [edit]) { Title = title };
}
