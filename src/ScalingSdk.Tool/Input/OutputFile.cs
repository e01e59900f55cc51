using ScalingSdk.Tool.Terminals;
using System.Text;

namespace ScalingSdk.Tool.Input;

/// <summary>Writes a result as a whole or not at all: what is there is never half overwritten.</summary>
internal static class OutputFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <exception cref="UsageException">The file is there and may not be replaced, or cannot be written.</exception>
    public static void Write(string path, string text, bool replace) => Write(path, Utf8.GetBytes(text), replace);

    /// <inheritdoc cref="Write(string, string, bool)"/>
    public static void Write(string path, byte[] content, bool replace)
    {
        if (!replace && File.Exists(path))
            throw new UsageException($"'{path}' is there already; --force writes over it, -o names another");
        var temporary = path + ".tmp" + Guid.NewGuid().ToString("N")[..8];
        try
        {
            File.WriteAllBytes(temporary, content);
            File.Move(temporary, path, overwrite: replace);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"'{path}' cannot be written: {Why(exception)}");
        }
        finally
        {
            Remove(temporary);
        }
    }

    private static string Why(Exception exception) => exception switch
    {
        DirectoryNotFoundException => "its folder is not there",
        UnauthorizedAccessException => "it is a folder, or you may not write there",
        ArgumentException or NotSupportedException => "that is no name of a file",
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
