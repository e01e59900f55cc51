namespace ScalingSdk.Specs;

/// <summary>The name of a spec: an identifier, for it names the class of the constants.</summary>
internal static class SpecName
{
    /// <summary>How the files of specs end.</summary>
    public const string Extension = ".scaling.json";

    public static string Read(SectionReader reader, string path)
    {
        if (reader.Text("name") is not { } given)
            return FromPath(path);
        if (IsIdentifier(given.Value))
            return given.Value;
        if (given.Value.Contains('\ufffd'))
            reader.Bad(given.Origin, "name", "the file is not UTF-8, so its letters are lost", "save it as UTF-8");
        else
            reader.Bad(given.Origin, "name", $"'{given.Value}' is not an identifier", $"write {AnIdentifier(given.Value)}", ScalingSdk.Json.Editing.JsonQuote.Of(ToIdentifier(given.Value)));
        return FromPath(path);
    }

    /// <summary>The file's name without its extension, made an identifier.</summary>
    public static string FromPath(string path)
    {
        var file = path.Substring(path.LastIndexOfAny(['/', '\\']) + 1);
        if (file.EndsWith(Extension, StringComparison.OrdinalIgnoreCase))
            file = file.Substring(0, file.Length - Extension.Length);
        return ToIdentifier(file);
    }

    /// <summary>What to say of a name that is none.</summary>
    public static string NotAnIdentifier(string text) => $"'{text}' is not an identifier; write {AnIdentifier(text)}";

    private static string AnIdentifier(string text) => $"letters, digits and '_', such as '{ToIdentifier(text)}'";

    public static bool IsIdentifier(string text) => string.Equals(text, ToIdentifier(text), StringComparison.Ordinal);

    private static string ToIdentifier(string text)
    {
        var name = string.Concat(text.Select(static c => char.IsLetterOrDigit(c) ? c : '_'));
        return name.Length == 0 || char.IsDigit(name[0]) ? "_" + name : name;
    }
}
