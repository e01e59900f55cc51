using System.Text;
using ScalingSdk.Files;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Input;

/// <summary>
/// Writes a result as a whole or not at all: what is there is never half overwritten. A link stays a link, a file keeps mode and owner, and
/// a pipe or a device is written to.
/// </summary>
internal static class OutputFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <exception cref="UsageException">The file is there and may not be replaced, or cannot be written.</exception>
    public static void Write(string path, string text, bool replace) => Write(path, Utf8.GetBytes(text), replace);

    /// <inheritdoc cref="Write(string, string, bool)"/>
    public static void Write(string path, byte[] content, bool replace)
    {
        try
        {
            var target = Target(path);
            var before = FileStatus.Of(target);
            if (before is { IsSpecial: true })
            {
                Through(target, content);
                return;
            }

            if (!replace && File.Exists(target))
                throw new UsageException($"'{path}' exists; --force overwrites it, -o names another file");
            Replace(target, content, before, replace);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"'{path}' cannot be written: {Why(exception)}");
        }
    }

    // A link of links to its end: what it names is what is written.
    private static string Target(string path) => new FileInfo(path) is { LinkTarget: not null } link ? link.ResolveLinkTarget(returnFinalTarget: true)!.FullName : path;

    private static void Through(string path, byte[] content)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 1);
        stream.Write(content);
    }

    private static void Replace(string path, byte[] content, FileStatus? before, bool replace)
    {
        var temporary = path + ".tmp" + Guid.NewGuid().ToString("N")[..8];
        try
        {
            File.WriteAllBytes(temporary, content);
            var mine = FileStatus.Of(temporary);
            if (before is null || mine is null || (before.Names == 1 && (Same(before, mine) || before.GiveOwnerTo(temporary))))
            {
                if (!OperatingSystem.IsWindows() && File.Exists(path))
                    File.SetUnixFileMode(temporary, File.GetUnixFileMode(path));
                File.Move(temporary, path, overwrite: replace);
                return;
            }

            // Of another owner, or with other names: only written in place it stays what it is.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.Read, bufferSize: 1);
            stream.Write(content);
            stream.SetLength(content.Length);
        }
        finally
        {
            Remove(temporary);
        }
    }

    private static bool Same(FileStatus one, FileStatus other) => one.Owner == other.Owner && one.Group == other.Group;

    private static string Why(Exception exception) => exception switch
    {
        DirectoryNotFoundException => "its folder does not exist",
        UnauthorizedAccessException => "it is a folder, or you may not write there",
        ArgumentException or NotSupportedException => "that is not a file name",
        _ => "the disk is full, or another program holds it",
    };

    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // The error that is told is the one of writing.
        }
    }
}
