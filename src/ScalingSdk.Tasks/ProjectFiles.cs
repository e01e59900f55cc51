using System.Text;
using Microsoft.Build.Framework;
using ScalingSdk.Files;
using ScalingSdk.Naming;
using ScalingSdk.Specs;

namespace ScalingSdk.Tasks;

/// <summary>Reads specs, and of the files that a spec names only those that the project passes to the compiler.</summary>
internal sealed class ProjectFiles
{
    private readonly string _directory;
    private readonly List<string> _modelFiles;

    public ProjectFiles(string directory, IEnumerable<string> modelFiles)
    {
        _directory = directory;
        _modelFiles = [.. modelFiles.Select(FullPath)];
    }

    /// <summary>The full path of a file whose name is relative to the project's folder; the working directory plays no part.</summary>
    public string FullPath(string path) => Path.GetFullPath(Path.Combine(_directory, path));

    /// <summary>A file's path from the project's folder, with '/'.</summary>
    public string RelativePath(string path) => SpecPaths.Relative(FullPath("."), FullPath(path));

    /// <summary>The pipeline's result for a spec that is named relative to the project's folder.</summary>
    /// <param name="item">The spec's item.</param>
    /// <param name="withRules">Whether the rules are asked too.</param>
    /// <param name="cancellation">Stops the pipeline.</param>
    public PlannedSpec Run(ITaskItem item, bool withRules, CancellationToken cancellation)
    {
        var spec = item.ItemSpec.Replace('\\', '/');
        var path = FullPath(spec);
        var text = Read(path);
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        var result = Plan();
        return new PlannedSpec(RelativePath(spec), new ItemNames(Metadata(nameof(ItemNames.Namespace)), Metadata(nameof(ItemNames.Class))), result, text, files);

        // Whatever a spec does to this product, the others are planned.
        SpecResult Plan()
        {
            try
            {
                if (text is { Length: > SpecPipeline.MaxCharacters })
                    return SpecPipeline.TooLarge(spec);
                var planned = SpecPipeline.Run(spec, text, ReadModelFile, withRules, cancellation);
                _ = planned.Plan?.Figures;
                foreach (var finding in planned.Findings)
                    _ = finding.Message;
                return planned;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return SpecPipeline.Failed(spec, exception);
            }
        }

        string Metadata(string name) => item.GetMetadata(name).Trim();

        string? ReadModelFile(string name)
        {
            if (SpecPaths.Choose(FullPath(name), _modelFiles, static file => file) is not { } file || Read(file) is not { } content)
                return null;
            files[RelativePath(file)] = content;
            return content;
        }
    }

    /// <summary>
    /// The text of a file; null where it is missing, a directory, or may not be read. At most one character more than the
    /// pipeline takes: a file of any size costs no more than that.
    /// </summary>
    public static string? Read(string path)
    {
        try
        {
            if (FileStatus.Of(path) is { IsSpecial: true })
                return null; // a pipe or a device may never end
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 1024);
            var text = new StringBuilder();
            var buffer = new char[1024];
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

/// <summary>What became of a spec of the project.</summary>
/// <param name="Path">Its path from the project's folder, with '/'.</param>
/// <param name="Item">What its item says of its class.</param>
/// <param name="Result">What the pipeline says.</param>
/// <param name="Text">Its text; null where it could not be read.</param>
/// <param name="Files">The texts of the files that it names, by their path from the project's folder.</param>
internal sealed record PlannedSpec(string Path, ItemNames Item, SpecResult Result, string? Text, IReadOnlyDictionary<string, string> Files);
