using System.Diagnostics;

namespace ScalingSdk.Tool.Tests;

/// <summary>A folder of logs: one that cannot be read is left out and named, and never stops the others.</summary>
public sealed class FolderOfLogsTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    private ToolRun Fit(params string[] options) => Tool.Run(["fit", _folder.Path, "--resamples", "0", .. options]);

    [Theory]
    [InlineData("notes.txt", "These are my runs.\n", "it is not a table or a log that is known")]
    [InlineData("archive.log", "PK\u0003\u0004rest", "it is a zip archive")]
    [InlineData("run.log", "s:1 trl:9.5 lr:0.0006 norm:1.00\n", "--param 124M")]
    [InlineData("empty.csv", "N,D,loss\n", "its header has no rows below it")]
    public void Fit_AFolderWithAForeignFile_FitsTheOthersAndNamesIt(string name, string content, string what)
    {
        _folder.Write("a.csv", Runs.Csv());
        _folder.Write(name, content);

        var run = Fit();

        Assert.Equal(ExitCode.Clean, run.Code);
        var line = Assert.Single(Unwrapped(run.Out), static line => line.Contains("left out: ", StringComparison.Ordinal));
        Assert.Contains(name, line, StringComparison.Ordinal);
        Assert.Contains(what, line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("markdown")]
    public void Fit_AFolderWithAForeignFile_NamesItInEveryFormat(string format)
    {
        _folder.Write("a.csv", Runs.Csv());
        _folder.Write("notes.txt", "These are my runs.\n");

        Assert.Contains("left out: ", Fit("--format", format).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_AFolderOfForeignFilesAlone_IsUnreadableAndSaysWhatTheFirstIs()
    {
        _folder.Write("a.txt", "These are my runs.\n");
        _folder.Write("b.txt", "They went well.\n");

        var run = Fit();

        Assert.Equal(ExitCode.Unreadable, run.Code);
        Assert.Contains("none of the 2 logs can be read; the first: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("it is not a table or a log that is known", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_LogsThreeFoldersDeep_AreRead()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "a", "b", "c"));
        File.WriteAllText(Path.Combine(_folder.Path, "a", "b", "c", "runs.csv"), Runs.Csv());

        Assert.Equal(ExitCode.Clean, Fit().Code);
    }

    [Fact]
    public void Fit_AnEmptyFolder_SaysWhatToPass()
    {
        var run = Fit();

        Assert.Equal(ExitCode.Unreadable, run.Code);
        Assert.Contains("has no logs: files that end in .csv", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_AForeignFileThatIsTyped_IsRefused() =>
        Assert.Equal(ExitCode.Unreadable, Tool.Run("fit", _folder.Write("a.csv", Runs.Csv()), _folder.Write("notes.txt", "These are my runs.\n")).Code);

    // Nobody writes to the pipe: whoever opens it waits.
    [Fact]
    public void Fit_AFolderWithAPipe_LeavesItOut()
    {
        if (!OperatingSystem.IsLinux())
            return;
        _folder.Write("a.csv", Runs.Csv());
        using var made = Process.Start("mkfifo", [Path.Combine(_folder.Path, "b.csv")]);
        made.WaitForExit();

        var run = Fit();

        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Contains(Unwrapped(run.Out), static line => line.Contains("is a pipe or a device", StringComparison.Ordinal));
    }

    [Fact]
    public void Forecast_AFolderOfCurvesWithAForeignFile_TakesTheEnvelopeOfTheOthers()
    {
        foreach (var (width, size) in new[] { (1, "1e8"), (2, "3e8"), (3, "1e9"), (4, "3e9"), (5, "1e10") })
            _folder.Write(FormattableString.Invariant($"run-{width}.csv"), "N,step,tokens,loss\n" + string.Concat(Enumerable.Range(1, 40).Select(step => FormattableString.Invariant($"{size},{step * 100},{step * 1e8},{1.8 + (480 / Math.Pow(double.Parse(size, System.Globalization.CultureInfo.InvariantCulture), 0.35)) + (2000 / Math.Pow(step * 1e8, 0.36))}\n"))));
        _folder.Write("notes.txt", "These are my runs.\n");

        var run = Tool.Run("fit", _folder.Path, "--approach", "1");

        Assert.Contains(Unwrapped(run.Out), static line => line.Contains("left out: ", StringComparison.Ordinal) && line.Contains("notes.txt", StringComparison.Ordinal));
    }

    // A fact and the lines below it that are indented.
    private static List<string> Unwrapped(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            if (line.StartsWith("    ", StringComparison.Ordinal) && lines.Count > 0)
                lines[^1] += " " + line.Trim();
            else
                lines.Add(line);
        }

        return lines;
    }
}
