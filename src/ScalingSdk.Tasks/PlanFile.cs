using System.Text;

namespace ScalingSdk.Tasks;

/// <summary>Writes a file only when its text differs, and then whole or not at all.</summary>
internal static class PlanFile
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <exception cref="IOException">It could not be written, for a reason that the message says; the old file is as it was.</exception>
    public static void Write(string path, string text)
    {
        try
        {
            if (File.Exists(path) && string.Equals(File.ReadAllText(path, Encoding), text, StringComparison.Ordinal))
                return;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            WriteWhole(path, text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"'{path}' could not be written: {exception.Message}", exception);
        }
    }

    private static void WriteWhole(string path, string text)
    {
        var temporary = path + "." + Guid.NewGuid().ToString("N") + ".tmp";
        try
        {
            File.WriteAllText(temporary, text, Encoding);
            Replace(temporary, path);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static void Replace(string temporary, string path)
    {
#if NET
        File.Move(temporary, path, overwrite: true);
#else
        if (File.Exists(path))
            File.Replace(temporary, path, destinationBackupFileName: null);
        else
            File.Move(temporary, path);
#endif
    }
}
