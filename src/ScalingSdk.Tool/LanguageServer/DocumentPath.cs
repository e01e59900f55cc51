using ScalingSdk.Specs;

namespace ScalingSdk.Tool.LanguageServer;

/// <summary>Addresses of documents as paths with '/', and back.</summary>
internal static class DocumentPath
{
    private const string Files = "file://";
    private const string ThisMachine = "localhost/";

    /// <summary>The path of a file; of a document that is not on disk, its address.</summary>
    public static string Of(string uri)
    {
        if (!uri.StartsWith(Files, StringComparison.OrdinalIgnoreCase))
            return Uri.UnescapeDataString(uri);
        var path = Uri.UnescapeDataString(uri[Files.Length..]);
        if (path.StartsWith(ThisMachine, StringComparison.OrdinalIgnoreCase))
            path = path[(ThisMachine.Length - 1)..];
        else if (path.Length > 0 && path[0] != '/')
            path = "//" + path; // a share of another machine
        return SpecPaths.Normalize(path.Length > 2 && path[0] == '/' && path[2] == ':' ? path[1..] : path);
    }

    /// <summary>The address of a file; null where the path names none.</summary>
    public static string? ToUri(string path) => Uri.TryCreate(Path.GetFullPath(path), UriKind.Absolute, out var uri) ? uri.AbsoluteUri : null;

    /// <summary>True where the document is a spec.</summary>
    public static bool IsSpec(string path) => path.EndsWith(SpecName.Extension, StringComparison.OrdinalIgnoreCase);
}
