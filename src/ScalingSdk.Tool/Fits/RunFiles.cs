using ScalingSdk.Files;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Reading;
using ScalingSdk.Text;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Fits;

/// <summary>Files of runs as typed: a folder is the logs in it, and what stands beside a log may state its size.</summary>
internal static class RunFiles
{
    private const int MostFiles = 10_000;
    private static readonly string[] Endings = [".csv", ".tsv", ".jsonl", ".ndjson", ".log", ".txt", ".parquet", ".gz"];

    /// <summary>What each file holds. A file of a folder that cannot be read is left out and noted; one that was typed is refused.</summary>
    /// <exception cref="InputException">A folder has no logs, no file can be read, or one that was typed cannot.</exception>
    public static (IReadOnlyList<T> Read, IReadOnlyList<RunNote> LeftOut) All<T>(IReadOnlyList<string> paths, Func<string, bool, T> read)
    {
        var files = Expand(paths);
        var (all, leftOut) = (new List<T>(), new List<RunNote>());
        foreach (var (path, isFound) in files)
        {
            try
            {
                if (isFound && FileStatus.Of(path) is { IsSpecial: true })
                    throw new InputException($"'{path}' is a pipe or a device: name it, if it is to be read");
                all.Add(read(path, files.Count > 1));
            }
            catch (InputException problem) when (isFound)
            {
                leftOut.Add(new(0, RunRule.Refused, true, problem.Message));
            }
        }

        return all.Count > 0 ? (all, leftOut)
            : throw new InputException(leftOut is [var one] ? one.Text : $"none of the {NumberText.Grouped(leftOut.Count)} logs can be read; the first: {leftOut[0].Text}");
    }

    // Files, and for each folder the logs below it.
    private static List<(string Path, bool IsFound)> Expand(IReadOnlyList<string> paths)
    {
        var files = new List<(string Path, bool IsFound)>();
        foreach (var path in paths)
        {
            if (!Directory.Exists(path))
            {
                files.Add((path, false));
                continue;
            }

            var options = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 8, IgnoreInaccessible = true };
            var found = Directory.EnumerateFiles(path, "*", options).Where(IsLog).Take(MostFiles + 1).Order(StringComparer.Ordinal).ToList();
            if (found.Count == 0)
                throw new InputException($"'{path}' has no logs: files that end in {string.Join(", ", Endings)}, trainer_state.json, or event files of TensorBoard; a file of another name is read where it is named itself");
            if (found.Count > MostFiles)
                throw new InputException($"'{path}' has more than the {NumberText.Grouped(MostFiles)} logs that are read; give the folders of fewer runs");
            files.AddRange(found.Select(static file => (file, true)));
        }

        return files;
    }

    /// <summary>The runs of one file.</summary>
    /// <exception cref="InputException">It cannot be read, or is not a file of runs.</exception>
    public static RunSet Read(string path, bool ofSeveral, RunReaderOptions options, Terminal terminal)
    {
        var source = Source(path, ofSeveral);
        var (size, where) = options.Parameters is null && path is not InputFile.Standard ? SizeBeside(path, terminal) : (null, null);
        var runs = InputFile.Use(path, terminal, stream => RunReader.Read(stream, options with { Source = source, Parameters = options.Parameters ?? size }));
        if (runs.Refusal is { } refusal)
            throw new InputException(refusal);
        if (runs.Runs.Count == 0)
            throw new InputException($"'{path}' has no runs{(runs.Notes.Count > 0 ? ": " + string.Join("; ", runs.Summary.Skip(1)) : ": its header has no rows below it")}");
        return size is null || runs.Readings.Any(static reading => reading.Columns.Any(static column => column.Field is "N"))
            ? runs
            : runs with { Readings = [.. runs.Readings.Select(reading => reading with { Remarks = [.. reading.Remarks, $"N of '{source}' is that of '{where}' beside it"] })] };
    }

    /// <summary>The curves of one file.</summary>
    /// <exception cref="InputException">It cannot be read, or has no curve.</exception>
    public static CurveSet Curves(string path, bool ofSeveral, RunReaderOptions options, Terminal terminal)
    {
        var source = Source(path, ofSeveral);
        var size = options.Parameters is null && path is not InputFile.Standard ? SizeBeside(path, terminal).Parameters : null;
        var curves = InputFile.Use(path, terminal, stream => CurveReader.Read(stream, options with { Source = source, Parameters = options.Parameters ?? size }));
        return curves.Refusal is { } refusal ? throw new InputException(refusal) : curves;
    }

    // Sweeps give their runs one name: of several the folder tells which.
    private static string Source(string path, bool ofSeveral) => path is InputFile.Standard ? InputFile.StandardName
        : ofSeveral ? $"{Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)))}/{Path.GetFileName(path)}"
        : Path.GetFileName(path);

    private static bool IsLog(string path)
    {
        var name = Path.GetFileName(path);
        return Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            || name is "trainer_state.json" || name.Contains(".tfevents.", StringComparison.Ordinal);
    }

    // A config.json in the folder of the log, or in the one above, as Hugging Face's checkpoints and Lightning's versions have it.
    private static (double? Parameters, string? Name) SizeBeside(string path, Terminal terminal)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        for (var up = 0; up < 2 && folder is not null; up++, folder = Path.GetDirectoryName(folder))
        {
            foreach (var name in new[] { "config.json", "params.json" })
            {
                var file = Path.Combine(folder, name);
                if (!File.Exists(file) || InputFile.Read(file, terminal) is not { } text || !ConfigFile.IsConfig(file, text))
                    continue;
                if (SpecInput.FromFile(file, terminal).Run(CancellationToken.None).Plan?.Size.Model is { } model)
                    return (model.Parameters.Active, name);
            }
        }

        return (null, null);
    }
}
