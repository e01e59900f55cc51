using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Reading;

namespace ScalingSdk.Tasks;

/// <summary>Reads run logs, which a training job may be writing.</summary>
internal static class LawRuns
{
    /// <summary>A last line without an end is believed to be whole when nobody has written for so long.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    /// <summary>The runs of several files as one set: a run that stands in two counts once.</summary>
    /// <param name="files">The files, each with the name that people know.</param>
    /// <param name="whole">False where a last line was left out because somebody may be writing it.</param>
    public static RunSet Read(IReadOnlyList<(string Name, string Path)> files, out bool whole)
    {
        var read = files.Select(static file => Read(file.Path, new RunReaderOptions { Source = file.Name })).ToList();
        whole = read.TrueForAll(static file => file.Whole);
        var sets = read.ConvertAll(static file => file.Runs);
        if (sets.Find(static set => set.Refusal is not null) is { } refused)
            return refused;
        return sets.Find(set => set.Convention != sets[0].Convention) is { } other
            ? sets[0] with { Refusal = $"N is '{sets[0].Convention}' in '{sets[0].Source}' and '{other.Convention}' in '{other.Source}': runs of two conventions are not fitted together" }
            : sets.Count == 1 ? sets[0] : RunSet.Join(sets) with { Source = string.Join(", ", files.Select(static file => file.Name)) };
    }

    // A file that is longer than the reader takes is refused before it is read.
    private static (RunSet Runs, bool Whole) Read(string path, RunReaderOptions options)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (stream.Length > options.MaxLength)
            return (RunReader.Read(stream, options), true);
        var bytes = new byte[stream.Length];
        var count = 0;
        for (int read; count < bytes.Length && (read = stream.Read(bytes, count, bytes.Length - count)) > 0;)
            count += read;
        var end = Array.LastIndexOf(bytes, (byte)'\n', Math.Max(0, count - 1));
        var whole = count == 0 || end == count - 1 || Array.IndexOf(bytes, (byte)0, 0, count) >= 0 || File.GetLastWriteTimeUtc(path) < DateTime.UtcNow - Rest;
        if (!whole || count < bytes.Length)
            Array.Resize(ref bytes, whole ? count : end + 1);
        return (RunReader.Read(new MemoryStream(bytes, 0, bytes.Length, writable: false, publiclyVisible: true), options), whole);
    }
}
