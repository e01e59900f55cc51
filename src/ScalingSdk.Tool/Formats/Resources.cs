namespace ScalingSdk.Tool.Formats;

/// <summary>The pages of the documentation that the tool carries.</summary>
internal static class Resources
{
    /// <summary>The text of a page, with '\n' line ends; null where there is none of this name.</summary>
    public static string? Text(string name)
    {
        using var page = typeof(Resources).Assembly.GetManifestResourceStream(name);
        if (page is null)
            return null;
        using var reader = new StreamReader(page);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
