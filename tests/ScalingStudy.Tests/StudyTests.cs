using System.Runtime.CompilerServices;
using ScalingSdk.Fitting;
using ScalingSdk.Fitting.Reading;
using ScalingStudy.Model;
using ScalingStudy.Study;

namespace ScalingStudy.Tests;

public sealed class StudyTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("study").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] Run(params string[] args)
    {
        using var output = new StringWriter();
        Assert.Equal(0, StudyProgram.Run([.. args, "--out", _folder], output));
        return output.ToString().TrimEnd().Split(Environment.NewLine);
    }

    // A hundredth of the real study's compute: the whole way, without a claim about its prediction.
    [Fact]
    public void Study_InSmall_PredictsBeforeItTrains_AndResumesWithoutTraining()
    {
        var lines = Run("--scale", "0.01", "--threads", "1");

        var prediction = Array.FindIndex(lines, static line => line.StartsWith("Prediction, before it is trained", StringComparison.Ordinal));
        var outcomes = Enumerable.Range(0, lines.Length).Where(i => lines[i].StartsWith("Outcome", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, outcomes.Count);
        Assert.True(prediction >= 0 && prediction < outcomes[0]);
        Assert.All(outcomes, i => Assert.Matches("(within the interval|MISSED)$", lines[i]));
        Assert.True(File.Exists(Path.Combine(_folder, "scaling-study.law.json")));

        var logs = RunReader.Read(string.Concat(Directory.GetFiles(_folder, "*.jsonl").Select(File.ReadAllText)));
        Assert.Equal(Directory.GetFiles(_folder, "*.jsonl").Length, logs.Runs.Count);
        Assert.DoesNotContain(logs.Notes, static note => note.Dropped);

        // Wall times apart, a second execution says the same from the logs.
        Assert.Equal(lines.Where(static line => !line.Contains(" s since ", StringComparison.Ordinal)), Run("--scale", "0.01", "--threads", "1").Where(static line => !line.Contains(" s since ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Readme_LawAndOutcomes_AreThoseOfTheRunsBesideIt()
    {
        string Beside(string file, [CallerFilePath] string here = "") => File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../samples/ScalingStudy", file));
        var runs = RunReader.Read(Beside("runs.jsonl"));

        var fit = LawFit.Chinchilla([.. runs.Runs.Where(static run => run.Name!.StartsWith("sweep", StringComparison.Ordinal))]);

        Assert.Equal(36, fit.Runs.Count);
        Assert.Contains(FormattableString.Invariant($"L = {fit["E"]:0.000} + {fit["A"]:0.0}/N^{fit["alpha"]:0.000} + {fit["B"]:0.0}/D^{fit["beta"]:0.000}, root mean square {fit.Diagnostics!.RootMeanSquare:0.0000}"), Beside("README.md"), StringComparison.Ordinal);
        Assert.All(runs.Runs.Where(static run => run.Name!.StartsWith("target", StringComparison.Ordinal)).Index(), run =>
            Assert.Contains(FormattableString.Invariant($"Outcome, seed {run.Index + 1}: {run.Item.Loss:0.000} nats/byte"), Beside("README.md"), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--scale", "0")]
    [InlineData("--scale")]
    [InlineData("--size", "1")]
    public void Study_WithAnOptionThatItDoesNotKnow_SaysHow(params string[] args)
    {
        using var output = new StringWriter();

        Assert.Equal(2, StudyProgram.Run(args, output));
        Assert.Contains("--scale    multiplies every budget", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void BatchTokens_GrowAsTheRootOfTheTokens()
    {
        RunPlan Of(double tokens) => new("", new Shape(32), tokens * 6 * new Shape(32).Parameters, 0, 0);

        Assert.Equal((512, 1024, 64), (Of(5e5).BatchTokens, Of(2e6).BatchTokens, Of(100).BatchTokens));
    }

    [Fact]
    public void Corpus_HoldsEachMemberOnce_OnOneSide()
    {
        string[] members = [.. Enumerable.Range(0, 4000).Select(static i => FormattableString.Invariant($"<member name=\"{i % 2000}\" />"))];

        var corpus = Corpus.Of(members);

        string[] Lines(byte[] text) => System.Text.Encoding.ASCII.GetString(text).Split('\n');
        Assert.Equal(2000, Lines(corpus.Training).Length + Lines(corpus.Validation).Length);
        Assert.Empty(Lines(corpus.Training).Intersect(Lines(corpus.Validation), StringComparer.Ordinal));
        Assert.InRange(Lines(corpus.Validation).Length, 60, 140);
        Assert.Equal(corpus.Training, Corpus.Of(members.Reverse()).Training);
    }

    [Fact]
    public void Optimum_OfASearch_IsRefusedAtAnEdge()
    {
        var search = new LearningRates.Points(new("search", new Shape(16), 1e9, 0.02, 1));
        foreach (var (rate, loss) in new[] { (0.01, 2.0), (0.02, 2.1), (0.04, 2.4) })
            search.Losses[rate] = loss;

        Assert.Null(search.Optimum);
        Assert.Equal(0.005, Assert.Single(search.Missing()).Rate);

        search.Losses[0.005] = 2.1;
        Assert.Equal(0.01, search.Optimum!.Value, 1e-9);
        Assert.Empty(search.Missing());
    }

    [Fact]
    public void Optimum_BesideARunThatDiverged_IsTheBestRate()
    {
        var search = new LearningRates.Points(new("search", new Shape(16), 1e9, 0.02, 1));
        foreach (var (rate, loss) in new[] { (0.01, 2.2), (0.02, 2.1), (0.04, double.NaN) })
            search.Losses[rate] = loss;

        Assert.Equal(0.02, search.Optimum);
    }
}
