using ScalingSdk.Quantities;
using ScalingSdk.Training;
using ScalingStudy.Model;
using ScalingStudy.Study;

namespace ScalingStudy.Tests;

/// <summary>The monitor against runs that were trained, not simulated: one seed held against the curves of three others.</summary>
public sealed class RealRunTests : IDisposable
{
    private const double Rate = 0.03;
    private readonly string _folder = Directory.CreateTempSubdirectory("runs").FullName;
    private readonly Trainer _trainer;

    public RealRunTests() => _trainer = new(Corpus.OfReferencePacks(), _folder);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private RunRecord Train(int seed, double rate, RunForecast? forecast = null) =>
        _trainer.Train(new("real", new Shape(8), 4e9, rate, seed), forecast);

    private static string[] Events(string folder, int seed) =>
        [.. File.ReadLines(Directory.GetFiles(folder, FormattableString.Invariant($"*-s{seed}.jsonl")).Single()).Where(static line => line.Contains("\"event\"", StringComparison.Ordinal))];

    [Fact]
    public void Runs_OfThisSchedule_AreNotFlagged_AndOneThatIsBrokenIs()
    {
        RunRecord[] earlier = [Train(1, Rate), Train(2, Rate), Train(3, Rate)];
        var loss = earlier.Average(static run => run.Result!.Loss);
        var forecast = RunForecast.Stated(
            new Tokens(earlier[0].Result!.Tokens), new(loss * 0.97, loss, loss * 1.03, 0.9), new CurveOfRuns(earlier));

        foreach (var seed in new[] { 4, 5, 6, 7 })
            Train(seed, Rate, forecast);
        Train(8, 30 * Rate, forecast);

        Assert.All([4, 5, 6, 7], seed => Assert.Empty(Events(_folder, seed)));
        Assert.Contains("SCALE7001", Events(_folder, 8)[0], StringComparison.Ordinal);
    }
}
