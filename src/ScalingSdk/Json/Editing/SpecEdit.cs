namespace ScalingSdk.Json.Editing;

/// <summary>What an edit does to the place that it names.</summary>
public enum SpecEditKind
{
    /// <summary>Writes a value; the key, and the objects on the way to it, are added where they are not there.</summary>
    Set,

    /// <summary>Gives a key another name.</summary>
    Rename,

    /// <summary>Takes a key out with its value.</summary>
    Remove,
}

/// <summary>One change of a spec.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Path">The keys from the root to the place: "data", "unique_tokens".</param>
/// <param name="Text">The value as JSON, or the new name; empty where a key is removed.</param>
public sealed record SpecEdit(SpecEditKind Kind, IReadOnlyList<string> Path, string Text)
{
    /// <summary>The change as a reader types it: <c>"unique_tokens": "3.69B"</c>.</summary>
    public string Typed => Kind switch
    {
        SpecEditKind.Set => $"\"{Path[Path.Count - 1]}\": {Text}",
        SpecEditKind.Rename => $"\"{Text}\" for the key '{Path[Path.Count - 1]}'",
        _ => $"remove \"{Path[Path.Count - 1]}\"",
    };

    /// <summary>Writes a value, given as JSON.</summary>
    public static SpecEdit Set(string json, params string[] path) => new(SpecEditKind.Set, path, json);

    /// <summary>Gives a key another name.</summary>
    public static SpecEdit Rename(string name, params string[] path) => new(SpecEditKind.Rename, path, name);

    /// <summary>Takes a key out with its value.</summary>
    public static SpecEdit Remove(params string[] path) => new(SpecEditKind.Remove, path, "");
}
