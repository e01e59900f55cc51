using System.Globalization;
using System.Text.Json;

namespace ScalingSdk.Tool.Tests;

/// <summary><c>scaling sweep --next</c>: the runs that a fit would learn most from, made and fitted with the earlier ones.</summary>
public sealed class NextRunsTests : IDisposable
{
    private readonly Folder _folder = new();
    private readonly string _runs;

    public NextRunsTests() => _runs = _folder.Write("runs.csv", Runs.Csv());

    public void Dispose() => _folder.Dispose();

    private string New => Path.Combine(_folder.Path, "new");

    private ToolRun Next(params string[] options) => Tool.RunOn(new Screen(Width: 120), "", ["sweep", "--next", _runs, "-o", New, .. options]);

    private List<(string Name, double N, double D, double Flops, int Seed)> Manifest()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(New, "sweep.json")));
        return [.. json.RootElement.GetProperty("runs").EnumerateArray().Select(static run => (
            run.GetProperty("name").GetString()!, run.GetProperty("parameters").GetDouble(), run.GetProperty("tokens").GetDouble(),
            run.GetProperty("flops").GetDouble(), run.GetProperty("seed").GetInt32()))];
    }

    [Fact]
    public void Next_WithinABudget_WritesASpecForEachRunAndShowsItsCost()
    {
        var run = Next("--flops", "1e22", "--at", "1e24", "--gpus", "8xH100-SXM", "--price-per-hour", "2");

        Assert.Equal(ExitCode.Clean, run.Code);
        var runs = Manifest();
        Assert.InRange(runs.Count, 1, 6);
        Assert.InRange(runs.Sum(static r => r.Flops), 1e20, 1e22);
        Assert.All(runs, r => Assert.Contains($"{{ \"parameters\": {r.N.ToString("R", CultureInfo.InvariantCulture)} }}", File.ReadAllText(Path.Combine(New, r.Name + ".scaling.json")), StringComparison.Ordinal));
        Assert.Contains(" USD; ", run.Out, StringComparison.Ordinal);
        Assert.Matches("the interval of the best size at 1e24 FLOP is then [0-9]+ % as wide as now", run.Out);
    }

    [Fact]
    public void Next_OfATable_SaysWhatWasRead() =>
        Assert.Contains("read: runs.csv: CSV, 20 rows, 20 runs; N from 'n_params', D from 'tokens', loss from 'loss'", Next("--flops", "1e22").Error, StringComparison.Ordinal);

    // A size and length that comes twice is another seed, not the same run again.
    [Fact]
    public void Next_RunsOfOneSizeAndLength_HaveSeedsOfTheirOwn()
    {
        Next("--flops", "1e22");

        var runs = Manifest();
        Assert.Contains(runs, static run => run.Seed > 1);
        Assert.Equal(runs.Count, runs.Select(static run => (run.N, run.D, run.Seed)).Distinct().Count());
        Assert.All(runs, static run => Assert.EndsWith(string.Create(CultureInfo.InvariantCulture, $"_S{run.Seed}"), run.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Next_WhenItsRunsAreMade_IsFittedWithTheEarlierOnes()
    {
        Next("--flops", "1e22", "--at", "1e24");
        foreach (var (name, n, d, _, seed) in Manifest())
        {
            var loss = (1.8 + (480 / Math.Pow(n, 0.35)) + (2000 / Math.Pow(d, 0.36))) * (1 + (0.001 * Math.Sin(seed + (1.7 * n))));
            File.WriteAllText(Path.Combine(New, name + ".jsonl"), string.Create(CultureInfo.InvariantCulture,
                $"{{\"record\":\"start\",\"name\":\"{name}\",\"active_parameters\":{n}}}\n{{\"record\":\"run\",\"name\":\"{name}\",\"tokens\":{d},\"loss\":{loss}}}\n"));
        }

        Assert.Equal(ExitCode.Clean, Tool.Run("sweep", "collect", New).Code);
        var command = Tool.RunOn(new Screen(Width: 400), "", "sweep", "status", New).Lines[^1];
        var files = command.Split("scaling fit ")[1].Split(" -o ")[0].Split(' ');

        var run = Tool.Run(["fit", .. files, "--resamples", "0", "--format", "json"]);
        Assert.True(run.Error.Length == 0, run.Error);
        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(20 + Manifest().Count, json.RootElement.GetProperty("points").GetInt32());
        Assert.Equal(0.35, json.RootElement.GetProperty("parameters").GetProperty("alpha").GetDouble(), 0.02);
    }

    [Theory]
    [InlineData("scaling sweep collect", "sweep")]
    [InlineData("is a law", "my.law.json")]
    [InlineData("has too few runs", "one.csv")]
    [InlineData("cannot be read", "none.csv")]
    public void Next_OfWhatIsNoRuns_SaysWhatToGive(string text, string file)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "sweep"));
        _folder.Write("my.law.json", "{}");
        _folder.Write("one.csv", "n_params,tokens,loss\n1e8,2e9,3.4557\n");

        var run = Tool.Run("sweep", "--flops", "1e20", "--next", Path.Combine(_folder.Path, file), "-o", New);

        Assert.NotEqual(ExitCode.Clean, run.Code);
        Assert.Contains(text, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(New));
    }

    [Theory]
    [InlineData("pays for no run", "--flops", "1e3")]
    [InlineData("leave it out", "--flops", "1e22", "--seeds", "2")]
    public void Next_ThatCannotBe_SaysWhy(string text, params string[] options)
    {
        var run = Next(options);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(text, run.Error, StringComparison.Ordinal);
    }
}
