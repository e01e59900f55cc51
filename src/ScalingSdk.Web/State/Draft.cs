using ScalingSdk.Json.Editing;

namespace ScalingSdk.Web.State;

/// <summary>What a person has stated: the text of a spec, and the files that it names.</summary>
/// <param name="Path">What findings and the plan call the spec.</param>
/// <param name="Text">The spec.</param>
/// <param name="Files">The files beside it that were dropped on the page, by name.</param>
public sealed record Draft(string Path, string Text, IReadOnlyDictionary<string, string> Files)
{
    public const string Extension = ".scaling.json";
    public const string DefaultPath = "plan" + Extension;

    /// <summary>What the page shows where nothing is given.</summary>
    public static Draft Default { get; } = Of("""
        {
          "model": { "parameters": "7B" },
          "hardware": { "accelerator": "H100-SXM", "count": 8 },
          "budget": { "time": "3d" }
        }
        """);

    /// <summary>True where the other states the same.</summary>
    public bool IsSame(Draft other) => string.Equals(Path, other.Path, StringComparison.Ordinal) && string.Equals(Text, other.Text, StringComparison.Ordinal)
        && Files.Count == other.Files.Count && Files.All(file => other.Files.TryGetValue(file.Key, out var text) && string.Equals(file.Value, text, StringComparison.Ordinal));

    public static Draft Of(string text, string path = DefaultPath) => new(path, text, new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>The draft with the edits of a help or a form; null where they do not fit its text.</summary>
    public Draft? With(IReadOnlyList<SpecEdit> edits) => SpecEditor.Apply(Text, edits) is { } text ? this with { Text = text } : null;

    /// <summary>The draft with a file beside it.</summary>
    public Draft With(string name, string content) =>
        this with { Files = new Dictionary<string, string>(Files, StringComparer.Ordinal) { [name] = content } };

    /// <summary>The text of a file that the spec names: one that was dropped, otherwise one of the known models.</summary>
    public string? Read(string path) => Files.TryGetValue(path, out var text) ? text : KnownModel.ConfigOf(path);
}
