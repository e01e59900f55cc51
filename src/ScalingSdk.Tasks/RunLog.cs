using ScalingSdk.Fitting;
using ScalingSdk.Fitting.Reading;

namespace ScalingSdk.Tasks;

/// <summary>Reads run logs, which a training job may be writing.</summary>
internal static class RunLog
{
    /// <summary>A last line without an end is believed to be whole when nobody has written for so long.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    /// <summary>The runs of several files as one set.</summary>
    /// <param name="files">The files, each with the name that people know.</param>
    /// <param name="whole">False where a last line was left out because somebody may be writing it.</param>
    public static RunSet Read(IReadOnlyList<(string Name, string Path)> files, out bool whole)
    {
        var contents = files.Select(static file => Content(file.Path)).ToList();
        whole = contents.TrueForAll(static content => content.Whole);
        var sets = files.Select((file, i) => RunReader.Read(new MemoryStream(contents[i].Bytes), new RunReaderOptions { Source = file.Name })).ToList();
        return sets.Find(static set => set.Refusal is not null) ?? sets[0] with
        {
            Runs = [.. sets.SelectMany(static set => set.Runs)],
            Notes = [.. sets.SelectMany(static set => set.Notes)],
            Readings = [.. sets.SelectMany(static set => set.Readings)],
            Source = string.Join(", ", files.Select(static file => file.Name)),
        };
    }

    private static (byte[] Bytes, bool Whole) Content(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var all = new MemoryStream();
        stream.CopyTo(all);
        var bytes = all.ToArray();
        var end = Array.LastIndexOf(bytes, (byte)'\n');
        if (end == bytes.Length - 1 || Array.IndexOf(bytes, (byte)0) >= 0 || File.GetLastWriteTimeUtc(path) < DateTime.UtcNow - Rest)
            return (bytes, true);
        Array.Resize(ref bytes, end + 1);
        return (bytes, false);
    }
}
