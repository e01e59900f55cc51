using System.Text;
using ScalingSdk.Files;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Input;

/// <summary>Reads files as a spec names them, never more than the pipeline takes.</summary>
internal static class InputFile
{
    /// <summary>The name of standard input.</summary>
    public const string Standard = "-";

    /// <summary>Standard input as findings name it.</summary>
    public const string StandardName = "stdin";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The text of a file or of standard input; null where there is none to read.</summary>
    public static string? Read(string path, Terminal terminal, int bound = SpecPipeline.MaxCharacters)
    {
        try
        {
            if (string.Equals(path, Standard, StringComparison.Ordinal))
                return ReadBounded(terminal.OpenInput(), bound);

            // Nobody may write to a pipe, and a device may never end.
            return FileStatus.Of(path) is { IsSpecial: true }
                ? Task.Run(() => ReadBounded(Open(path), bound)).WaitAsync(Patience).GetAwaiter().GetResult()
                : ReadBounded(Open(path), bound);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Reads a file or standard input as bytes.</summary>
    /// <exception cref="InputException">It is not there, or cannot be read.</exception>
    public static T Use<T>(string path, Terminal terminal, Func<Stream, T> read)
    {
        try
        {
            using var stream = string.Equals(path, Standard, StringComparison.Ordinal)
                ? terminal.OpenInput()
                : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            return read(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"'{path}' cannot be read; it is missing or not a file");
        }
    }

    /// <summary>The text of an input that must be there.</summary>
    /// <exception cref="InputException">It is not, or it is too large.</exception>
    public static string Require(string path, Terminal terminal, int bound = SpecPipeline.MaxCharacters)
    {
        var text = Read(path, terminal, bound) ?? throw new InputException($"'{path}' cannot be read; it is missing or not a file");
        return text.Length <= bound
            ? text
            : throw new InputException($"'{path}' has more than the {NumberText.Grouped(bound)} characters that are read");
    }

    private static FileStream Open(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    // One character more than the bound tells that there is more; a file of any size costs no more than that.
    private static string ReadBounded(Stream stream, int bound)
    {
        using var source = stream;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = new StringBuilder();
        var buffer = new char[16 * 1024];
        int count;
        while (text.Length <= bound && (count = reader.Read(buffer, 0, buffer.Length)) > 0)
            text.Append(buffer, 0, count);
        return text.ToString();
    }
}
