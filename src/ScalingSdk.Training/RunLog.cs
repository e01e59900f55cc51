using System.Text.Json;

namespace ScalingSdk.Training;

/// <summary>
/// The log of a run, in JSON Lines: whole lines are appended, each in one write. A process that is killed at any byte leaves at
/// most one torn line behind, which readers skip and the next start removes.
/// </summary>
public sealed class RunLog : IDisposable
{
    private readonly FileStream _file;
    private readonly FileStream _turn;
    private readonly RunStart _start;
    private long _length;

    private RunLog(FileStream file, FileStream turn, RunStart start)
    {
        _file = file;
        _turn = turn;
        _start = start;
        _length = file.Length;
    }

    /// <summary>Opens or creates a log, mends its end and writes the line of the start. A second writer is refused.</summary>
    /// <param name="path">The file; <c>.jsonl</c> by custom.</param>
    /// <param name="start">The run.</param>
    /// <exception cref="IOException">The file cannot be opened, or another process writes it.</exception>
    public static RunLog Open(string path, RunStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        var turn = Turn(path);
        FileStream? file = null;
        try
        {
            file = new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite, bufferSize: 0);
            Mend(file);
            var log = new RunLog(file, turn, start);
            log.Append(LogLine.Of(start, DateTimeOffset.UtcNow));
            return log;
        }
        catch
        {
            file?.Dispose();
            turn.Dispose();
            throw;
        }
    }

    /// <summary>Appends a step.</summary>
    public void Step(RunPoint point)
    {
        ArgumentNullException.ThrowIfNull(point);
        Append(LogLine.Of(point));
    }

    /// <summary>Appends a finding.</summary>
    public void Event(RunEvent found)
    {
        ArgumentNullException.ThrowIfNull(found);
        Append(LogLine.Of(found));
    }

    /// <summary>Appends the end, and waits until the disk has it.</summary>
    public void Finish(RunEnd end)
    {
        ArgumentNullException.ThrowIfNull(end);
        Append(LogLine.Of(_start, end));
        _file.Flush(flushToDisk: true);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _file.Dispose();
        _turn.Dispose();
    }

    // A file of its own, so that the log can be read meanwhile. The system frees it with the process, however that ends.
    private static FileStream Turn(string path)
    {
        const int Tries = 20;
        for (var tried = 1; ; tried++)
        {
            try
            {
                return new(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            }
            catch (IOException problem) when (File.Exists(path + ".lock"))
            {
                // Who asks whether the log is being written holds the file for a moment.
                if (tried == Tries)
                    throw new IOException($"'{path}' is being written by another process; give each run a log of its own", problem);
                Thread.Sleep(10);
            }
        }
    }

    // A write that fails half-way (a full disk) must not leave the head of a line for the next one to follow.
    private void Append(byte[] line)
    {
        try
        {
            _file.Position = _length;
            _file.Write(line);
            _length += line.Length;
        }
        catch (IOException)
        {
            _file.SetLength(_length);
            throw;
        }
    }

    // A last line without its end is removed, however long it is, unless it is whole: then only its end is missing.
    private static void Mend(FileStream file)
    {
        const int LongestWhole = 64 * 1024 * 1024;
        var start = LastLine(file);
        var length = file.Length - start;
        if (length == 0)
            return;
        if (length <= LongestWhole)
        {
            var line = new byte[length];
            file.Position = start;
            file.ReadExactly(line);
            if (IsWhole(line))
            {
                file.Write("\n"u8);
                return;
            }
        }

        file.SetLength(start);
    }

    // Where the text after the last end of a line begins.
    private static long LastLine(FileStream file)
    {
        var part = new byte[64 * 1024];
        for (var end = file.Length; end > 0;)
        {
            var span = part.AsSpan(0, (int)Math.Min(end, part.Length));
            file.Position = end - span.Length;
            file.ReadExactly(span);
            if (span.LastIndexOf((byte)'\n') is var last and >= 0)
                return end - span.Length + last + 1;
            end -= span.Length;
        }

        return 0;
    }

    private static bool IsWhole(ReadOnlySpan<byte> line)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            return JsonDocument.TryParseValue(ref reader, out var document) && Done(document);
        }
        catch (JsonException)
        {
            return false;
        }

        static bool Done(JsonDocument document)
        {
            document.Dispose();
            return true;
        }
    }
}
