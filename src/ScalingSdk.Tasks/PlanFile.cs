using System.Text;

namespace ScalingSdk.Tasks;

/// <summary>Writes a file only when its text differs, and then whole or not at all.</summary>
internal static class PlanFile
{
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(5);
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes text.</summary>
    /// <exception cref="IOException">It could not be written, for a reason that the message says; the old file is as it was.</exception>
    public static void Write(string path, string text) => Write(path, new ArraySegment<byte>(Encoding.GetBytes(text)));

    /// <summary>Writes bytes.</summary>
    /// <exception cref="IOException">They could not be written, for a reason that the message says; the old file is as it was.</exception>
    public static void Write(string path, ArraySegment<byte> content)
    {
        try
        {
            if (File.Exists(path) && IsSame(File.ReadAllBytes(path), content))
                return;
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            WriteWhole(path, content);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"'{path}' could not be written: {exception.Message}", exception);
        }
    }

    /// <summary>Deletes what processes that were killed while they wrote have left; one that writes now needs milliseconds.</summary>
    public static void RemoveLeftovers(string folder, string name)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var leftover in Directory.GetFiles(folder, name + ".*.tmp"))
        {
            if (File.GetLastWriteTimeUtc(leftover) < DateTime.UtcNow - Abandoned)
                File.Delete(leftover);
        }
    }

    private static bool IsSame(byte[] before, ArraySegment<byte> now)
    {
        if (before.Length != now.Count)
            return false;
        for (var i = 0; i < before.Length; i++)
        {
            if (before[i] != now.Array![now.Offset + i])
                return false;
        }

        return true;
    }

    private static void WriteWhole(string path, ArraySegment<byte> content)
    {
        var temporary = path + "." + Guid.NewGuid().ToString("N") + ".tmp";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1))
                file.Write(content.Array!, content.Offset, content.Count);
            Replace(temporary, path);
        }
        catch
        {
            File.Delete(temporary);
            throw;
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
