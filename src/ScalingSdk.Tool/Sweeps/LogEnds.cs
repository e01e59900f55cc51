using System.Text;

namespace ScalingSdk.Tool.Sweeps;

/// <summary>The first and the last lines of a log, which say what a run is and how it ended: a log of any size costs the same.</summary>
internal static class LogEnds
{
    private const int Part = 64 * 1024;

    /// <summary>The lines; null where the file cannot be read, or is a device without an end.</summary>
    public static string? Read(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
            var buffer = new byte[2 * Part];
            var count = file.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (file.Length <= count)
                return count < buffer.Length || file.Length == count ? Encoding.UTF8.GetString(buffer, 0, count) : null;
            file.Position = file.Length - Part;
            var tail = file.ReadAtLeast(buffer.AsSpan(Part), Part, throwOnEndOfStream: false);

            // The lines that the cut tears are no records to a reader.
            return Encoding.UTF8.GetString(buffer, 0, Part) + "\n" + Encoding.UTF8.GetString(buffer, Part, tail);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return null;
        }
    }
}
