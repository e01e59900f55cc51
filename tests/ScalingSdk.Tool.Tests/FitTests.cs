using System.Text.Json;

namespace ScalingSdk.Tool.Tests;

public sealed class FitTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Fit_Json_HasTheDocumentedKeysAndTheLaw()
    {
        var root = JsonDocument.Parse(Tool.RunWithInput(Runs.Csv(), "fit", "-", "--form", "chinchilla", "--resamples", "200", "--format", "json").Out).RootElement;

        Assert.Equal(
            ["form", "points", "objective", "parameters", "standard_errors", "intervals", "gradient_norm", "condition_number"],
            root.EnumerateObject().Take(8).Select(static member => member.Name));
        Assert.Equal(20, root.GetProperty("points").GetInt32());
        Assert.Equal(0.35, root.GetProperty("parameters").GetProperty("alpha").GetDouble(), 0.02);
        var interval = root.GetProperty("intervals").GetProperty("E");
        Assert.InRange(root.GetProperty("parameters").GetProperty("E").GetDouble(), interval[0].GetDouble(), interval[1].GetDouble());
    }

    [Fact]
    public void Fit_Output_IsALawThatIsReadAgain()
    {
        var path = Path.Combine(_folder.Path, "My Runs.law.json");

        var run = Tool.RunWithInput(Runs.Csv(), "fit", "-", "--resamples", "100", "-o", path);

        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.StartsWith("my-runs\n", Tool.Run("laws", path).Out, StringComparison.Ordinal);
        Assert.Contains("my-runs", Tool.Run("plan", "--params", "7B", "--tokens", "140B", "--law", path).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_RunsOfOneSize_SayWhatIsNotIdentified()
    {
        var oneSize = string.Join('\n', Runs.Csv().Split('\n').Where(static line => line.StartsWith("n_params", StringComparison.Ordinal) || line.StartsWith("1000000000,", StringComparison.Ordinal)));

        var run = Tool.RunWithInput(oneSize, "fit", "-", "--resamples", "0");

        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.Contains("not identified", run.Out, StringComparison.Ordinal);
    }

    // In CSV and in JSON Lines, one run in both.
    [Fact]
    public void Fit_OfSeveralFiles_IsThatOfAllTheirRuns()
    {
        var rows = Runs.Csv().TrimEnd('\n').Split('\n');
        var (one, other) = (_folder.Write("one.csv", string.Join('\n', rows[..12])), _folder.Write("other.jsonl", string.Join('\n', rows[11..].Select(static row => row.Split(',')).Select(
            static cells => $"{{\"n_params\":{cells[0]},\"tokens\":{cells[1]},\"loss\":{cells[2]}}}"))));

        var together = JsonDocument.Parse(Tool.Run("fit", one, other, "--resamples", "0", "--format", "json").Out).RootElement;

        var whole = JsonDocument.Parse(Tool.RunWithInput(Runs.Csv(), "fit", "-", "--resamples", "0", "--format", "json").Out).RootElement;
        Assert.Equal(20, together.GetProperty("points").GetInt32());
        Assert.Equal(whole.GetProperty("parameters").ToString(), together.GetProperty("parameters").ToString());
    }

    [Fact]
    public void Fit_OfFilesThatCountParametersDifferently_IsUnreadable()
    {
        var one = _folder.Write("one.csv", Runs.Csv());
        var other = _folder.Write("other.csv", Runs.Csv().Replace("n_params", "non_embedding_params", StringComparison.Ordinal));

        var run = Tool.Run("fit", one, other);

        Assert.Equal(ExitCode.Unreadable, run.Code);
        Assert.Contains("/other.csv': runs of two conventions", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b\n1,2\n")]
    [InlineData("{ \"model\": 1")]
    public void Fit_NoRuns_IsUnreadable(string text) => Assert.Equal(ExitCode.Unreadable, Tool.RunWithInput(text, "fit", "-").Code);

    [Theory]
    [InlineData("--form", "cubic")]
    [InlineData("--resamples", "-1")]
    [InlineData("--column", "loss")]
    public void Fit_WrongOption_IsUsage(params string[] options) =>
        Assert.Equal(ExitCode.Usage, Tool.RunWithInput(Runs.Csv(), ["fit", "-", .. options]).Code);

    [Fact]
    public void Fit_Text_FitsEightyColumns() =>
        Assert.All(Tool.RunWithInput(Runs.Csv(), "fit", "-", "--resamples", "100").Lines, static line => Assert.InRange(line.Length, 0, 80));
}
