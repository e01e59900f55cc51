using System.Text;
using ScalingSdk.Fitting;

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
        var texts = files.Select(static file => Text(file.Path)).ToList();
        whole = texts.TrueForAll(static text => text.Whole);
        var sets = files.Select((file, i) => RunReader.Read(texts[i].Text, new RunReaderOptions { Source = file.Name })).ToList();
        return sets[0] with
        {
            Runs = [.. sets.SelectMany(static set => set.Runs)],
            Notes = [.. sets.SelectMany(static set => set.Notes)],
            Source = string.Join(", ", files.Select(static file => file.Name)),
        };
    }

    private static (string Text, bool Whole) Text(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = reader.ReadToEnd();
        if (text.EndsWith('\n') || File.GetLastWriteTimeUtc(path) < DateTime.UtcNow - Rest)
            return (text, true);
        return (text.Substring(0, text.LastIndexOf('\n') + 1), false);
    }

    private static bool EndsWith(this string text, char end) => text.Length > 0 && text[text.Length - 1] == end;
}
