using System.Globalization;

namespace ScalingSdk.Tool.Tests;

/// <summary>What <c>scaling sweep status</c> and <c>collect</c> make of logs of every kind.</summary>
public sealed class SweepLogTests : IDisposable
{
    private const string Start = "{\"record\":\"start\",\"planned_tokens\":1000,\"name\":\"A\",\"active_parameters\":100}\n";
    private const string End = "{\"record\":\"run\",\"steps\":10,\"tokens\":1000,\"loss\":2.5,\"state\":\"finished\",\"name\":\"A\",\"active_parameters\":100}\n";
    private readonly Folder _folder = new();

    public SweepLogTests() => _folder.Write("sweep.json", """{ "command": null, "runs": [ { "name": "A", "parameters": 100, "tokens": 1000, "flops": 6e5, "seed": 1 } ] }""");

    public void Dispose() => _folder.Dispose();

    private static string Steps(int count) => string.Concat(Enumerable.Range(1, count).Select(static k =>
        string.Create(CultureInfo.InvariantCulture, $"{{\"record\":\"step\",\"step\":{k},\"tokens\":{k},\"loss\":3}}\n")));

    [Theory]
    [InlineData(Start + End, "1 finished")]
    [InlineData(Start, "1 stopped")]
    [InlineData("", "1 stopped")]
    [InlineData("\0\0\n[]\nnull", "1 stopped")]
    [InlineData(End, "1 finished")]
    [InlineData("{\"name\": \"A\", \"N\": 100, \"D\": 1000, \"loss\": 2.5}", "1 finished")]
    [InlineData("{\"name\": \"A\", \"n_params\": 100, \"tokens\": 950, \"val_loss\": 2.5}", "1 finished")]
    [InlineData("{\"name\": \"A\", \"D\": 1000, \"loss\": 2.5}", "1 foreign")]
    [InlineData(Start + "{\"record\":\"run\",\"loss\":2.5,\"name\":\"A\"}", "1 foreign")]
    [InlineData("{\"record\":\"start\",\"name\":\"A\"}\n" + End, "1 finished")]
    [InlineData("\r\n" + Start + "\r\n" + End + "\r\n", "1 finished")]
    public void Status_OfALog_IsWhatItsEndSays(string log, string state)
    {
        _folder.Write("A.jsonl", log);

        Assert.Contains(state, Tool.Run("sweep", "status", _folder.Path).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Status_OfALogOfAnotherName_IsForeign()
    {
        _folder.Write("A.jsonl", (Start + End).Replace("\"A\"", "\"B\"", StringComparison.Ordinal));

        Assert.Contains("1 foreign", Tool.Run("sweep", "status", _folder.Path).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Status_OfARunCalledAsTheCollectedFile_IsRefused()
    {
        _folder.Write("sweep.json", """{ "command": null, "runs": [ { "name": "Runs", "parameters": 100, "tokens": 1000, "flops": 6e5 } ] }""");

        var run = Tool.Run("sweep", "collect", _folder.Path);

        Assert.NotEqual(ExitCode.Clean, run.Code);
        Assert.Contains("calls a run 'Runs', whose log would be the file that 'scaling sweep collect' writes", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\tb")]
    [InlineData("a\nb")]
    public void Sweep_IntoAFolderWithATabOrALineBreak_IsRefused(string name)
    {
        var folder = Path.Combine(_folder.Path, name);

        var run = Tool.Run("sweep", "--flops", "1e16", "-o", folder);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("has a tab, a line break or another control character", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public void Resume_OfAFolderWithACommand_SaysWhatItRuns()
    {
        if (OperatingSystem.IsWindows())
            return;
        _folder.Write("sweep.json", """{ "command": "true \u001b[31m", "runs": [ { "name": "A", "parameters": 100, "tokens": 1000, "flops": 6e5 } ] }""");

        Assert.Contains($"runs the command of '{_folder.Path}': true ", Tool.Run("sweep", "resume", _folder.Path).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("runs the command of", Tool.Run("sweep", "resume", _folder.Path, "--command", "true").Error, StringComparison.Ordinal);
    }

    // Of a long log the ends alone are read: 64 KB each.
    [Theory]
    [InlineData(3000)]
    [InlineData(20_000)]
    public void Collect_ALongLog_FindsItsEnd(int steps)
    {
        _folder.Write("A.jsonl", Start + Steps(steps) + End);

        var run = Tool.Run("sweep", "collect", _folder.Path, "-o", "-");

        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.Equal("""{"record":"run","name":"A","active_parameters":100,"tokens":1000,"flops":600000,"loss":2.5,"seed":1,"steps":10,"state":"finished"}""" + "\n", run.Out);
    }

    [Fact]
    public void Collect_ARunThatEndedTwice_CountsItOnce()
    {
        _folder.Write("A.jsonl", Start + End + Start + End.Replace("2.5", "2.25", StringComparison.Ordinal));

        Assert.Contains("\"loss\":2.25", Assert.Single(Tool.Run("sweep", "collect", _folder.Path, "-o", "-").Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void Status_WhereALogIsADeviceWithoutEnd_ReturnsAtAll()
    {
        if (!File.Exists("/dev/zero"))
            return;
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "A.jsonl"), "/dev/zero");

        Assert.Contains("1 stopped", Tool.Run("sweep", "status", _folder.Path).Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "runs": [] }""")]
    [InlineData("""{ "runs": [ { "name": "../x", "parameters": 1, "tokens": 1, "flops": 1 } ] }""")]
    [InlineData("""{ "runs": [ { "name": "A", "parameters": -1, "tokens": 1, "flops": 1 } ] }""")]
    [InlineData("""{ "runs": [ { "name": "A", "parameters": 1, "tokens": 1, "flops": 1 }, { "name": "a", "parameters": 1, "tokens": 1, "flops": 1 } ] }""")]
    public void Status_OfAManifestThatIsNone_IsUnreadable(string manifest)
    {
        _folder.Write("sweep.json", manifest);

        Assert.Equal(ExitCode.Unreadable, Tool.Run("sweep", "status", _folder.Path).Code);
    }

    [Theory]
    [InlineData("for option '--sizes' as a whole number.\n'scaling sweep --help' shows", "--flops", "1e16", "--sizes", "six")]
    [InlineData("'--sizes' takes 4 to 50", "--flops", "1e16", "--sizes", "3")]
    [InlineData("--flops: ", "--flops", "7 apples")]
    [InlineData("is too little", "--flops", "10")]
    [InlineData("scaling sweep --flops 1e16")]
    [InlineData("'--at' goes with '--next'", "--flops", "1e16", "--at", "1e20")]
    [InlineData("'--task-time-factor' takes 1 to 100", "--flops", "1e16", "--task-time-factor", "0.5")]
    [InlineData("for your own, add 'peak_flops'", "--flops", "1e16", "--gpus", "8xZ9000")]
    [InlineData("needs '--command'", "--flops", "1e16", "--engine", "local")]
    [InlineData("is not a law of this question", "--flops", "1e16", "--law", "mccandlish-2018")]
    public void Sweep_ThatCannotBe_SaysWhy(string text, params string[] options)
    {
        var run = Tool.Run(["sweep", "-o", Path.Combine(_folder.Path, "new"), .. options]);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(text, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "new")));
    }

    // Each run leaves a folder while it is there, and notes how many there are.
    [Fact]
    public void Sweep_OnThisMachine_RunsAsManyAtATimeAsStated_AndSaysWhatCameOut()
    {
        if (OperatingSystem.IsWindows())
            return;
        var folder = Path.Combine(_folder.Path, "new");
        const string Command = "cd \"$(dirname \"$SCALING_LOG\")\"; mkdir here.$$; ls -d here.* | wc -l >> counts; sleep 0.3; rmdir here.$$; echo said; exit 3";

        var run = Tool.Run("sweep", "--flops", "1e16", "--budgets", "1", "-o", folder, "--engine", "local", "--jobs", "2", "--command", Command);

        Assert.Equal(ExitCode.Findings, run.Code);
        var counts = File.ReadAllLines(Path.Combine(folder, "counts")).Select(static line => int.Parse(line, CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(6, counts.Count);
        Assert.Equal(2, counts.Max());
        Assert.Contains("nothing was written to $SCALING_LOG, exit code 3; see ", run.Error, StringComparison.Ordinal);
        Assert.EndsWith($"6 missing\nnext: scaling sweep resume {folder}\n", run.Error, StringComparison.Ordinal);
        Assert.Equal("said\n", File.ReadAllText(Path.Combine(folder, "C1_N1_S1.out")));
    }
}
