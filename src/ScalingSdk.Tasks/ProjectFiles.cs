using System.Text;

namespace ScalingSdk.Tasks;

/// <summary>Reads specs, and of the files that a spec names only those that the project passes to the compiler.</summary>
internal sealed class ProjectFiles
{
    private readonly string _directory;
    private readonly HashSet<string> _modelFiles;

    public ProjectFiles(string directory, IEnumerable<string> modelFiles)
    {
        _directory = directory;
        _modelFiles = new HashSet<string>(modelFiles.Select(FullPath), StringComparer.Ordinal);
    }

    /// <summary>The full path of a file whose name is relative to the project's folder; the working directory plays no part.</summary>
    public string FullPath(string path) => Path.GetFullPath(Path.Combine(_directory, path));

    /// <summary>The pipeline's result for a spec that is named relative to the project's folder.</summary>
    /// <param name="spec">The spec's name, with '/' only.</param>
    /// <param name="unreadable">Whether the spec is missing, a directory, or may not be read.</param>
    /// <param name="cancellation">Stops the pipeline.</param>
    public SpecResult Run(string spec, out bool unreadable, CancellationToken cancellation)
    {
        var path = FullPath(spec);
        var text = Read(path);
        unreadable = text is null;
        return text is { Length: > SpecPipeline.MaxCharacters }
            ? SpecPipeline.TooLarge(spec, new FileInfo(path).Length)
            : SpecPipeline.Run(spec, text, ReadModelFile, cancellation);
    }

    private string? ReadModelFile(string path)
    {
        var fullPath = FullPath(path);
        return _modelFiles.Contains(fullPath) ? Read(fullPath) : null;
    }

    // At most one character more than the pipeline takes: a file of any size costs no more than that.
    private static string? Read(string path)
    {
        try
        {
            using var reader = new StreamReader(path, Encoding.UTF8);
            var text = new StringBuilder();
            var buffer = new char[16 * 1024];
            int count;
            while (text.Length <= SpecPipeline.MaxCharacters && (count = reader.Read(buffer, 0, buffer.Length)) > 0)
                text.Append(buffer, 0, count);
            return text.ToString();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
