using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Reading;

namespace ScalingSdk.Training.Tests;

public sealed class RunLogTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    private byte[] WriteOne(string name = "a", int steps = 5)
    {
        using (var log = RunLog.Open(_path, Made.Start(name)))
        {
            for (var step = 1; step <= steps; step++)
                log.Step(new(step, step * 512, 3.0 / step, 512, 0.01));
            log.Event(new(RunRules.Plateau, steps, steps * 512, "a \"quoted\" text"));
            log.Finish(Made.End);
        }

        return File.ReadAllBytes(_path);
    }

    [Fact]
    public void Log_IsReadBack()
    {
        WriteOne();

        var record = RunRecord.Read(File.ReadAllText(_path));

        Assert.Equal(Made.Start(), record.Start);
        Assert.Equal(Made.End, record.Result);
        Assert.Equal(new RunPoint(5, 2560, 0.6, 512, 0.01), record.Points[4]);
        Assert.Equal((5, 1, 0), (record.Points.Count, record.Starts, record.TornLines));
    }

    [Fact]
    public void Fit_ReadsTheEndOfEachRun_AndNoStep()
    {
        WriteOne("a");
        WriteOne("b");

        var runs = RunReader.Read(File.ReadAllText(_path));

        Assert.Equal(["a", "b"], runs.Runs.Select(static run => run.Name));
        Assert.Equal((124_000, 10_240, 1.25, "xml"), (runs.Runs[0].Parameters, runs.Runs[0].Tokens, runs.Runs[0].Loss, runs.Runs[0].Corpus));
        Assert.DoesNotContain(runs.Notes, static note => note.Dropped);
    }

    [Fact]
    public void Log_CutAtEveryByte_GivesTheWholeRunOrNone_AndIsMended()
    {
        var whole = WriteOne();
        for (var length = 0; length <= whole.Length; length++)
        {
            File.WriteAllBytes(_path, whole[..length]);
            var runs = RunReader.Read(File.ReadAllText(_path)).Runs;
            Assert.True(runs.Count == 0 || (runs.Count == 1 && runs[0].Loss == Made.End.Loss && runs[0].Tokens == Made.End.Tokens));
            Assert.Equal(runs.Count == 1, RunRecord.Read(File.ReadAllText(_path)).Result is not null);

            using (RunLog.Open(_path, Made.Start("b")))
            {
            }

            var mended = RunRecord.Read(File.ReadAllText(_path));
            Assert.Equal(0, mended.TornLines);
            Assert.Equal("b", mended.Start!.Name);
            Assert.Equal(runs.Count, RunReader.Read(File.ReadAllText(_path)).Runs.Count);
        }
    }

    [Theory]
    [InlineData(1 << 16)]
    [InlineData((1 << 20) - 1)]
    [InlineData(3_000_000)]
    public void Open_ALogWhoseLastLineIsTorn_TakesItAwayHoweverLongItIs(int length)
    {
        var whole = WriteOne();
        File.AppendAllText(_path, "{\"event\": \"" + new string('x', length));

        using (RunLog.Open(_path, Made.Start("b")))
        {
        }

        var text = File.ReadAllBytes(_path);
        Assert.True(text.AsSpan().StartsWith(whole), "what was whole must stay");
        Assert.DoesNotContain((byte)'x', text[whole.Length..(whole.Length + 20)]);
        var mended = RunRecord.Read(File.ReadAllText(_path));
        Assert.Equal((0, "b"), (mended.TornLines, mended.Start!.Name));
    }

    [Fact]
    public void Log_OfAResumedRun_HasTheStepsOfTheResume()
    {
        WriteOne(steps: 8);
        using (var log = RunLog.Open(_path, Made.Start()))
            log.Step(new(6, 3072, 0.123));

        var record = RunRecord.Read(File.ReadAllText(_path));

        Assert.Equal([1, 2, 3, 4, 5, 6], record.Points.Select(static point => point.Step));
        Assert.Equal((0.123, 2), (record.Points[^1].Loss, record.Starts));
    }

    [Fact]
    public void Open_OfALogThatIsBeingWritten_IsRefused()
    {
        using var first = RunLog.Open(_path, Made.Start());

        var problem = Assert.Throws<IOException>(() => RunLog.Open(_path, Made.Start()));
        Assert.Contains("is being written by another process", problem.Message, StringComparison.Ordinal);
        Assert.Equal("a", RunRecord.Read(File.ReadAllText(_path)).Start!.Name);
    }

    [Fact]
    public void Finish_OfADivergedRun_IsNoRunToTheFit()
    {
        using (var log = RunLog.Open(_path, Made.Start()))
            log.Finish(Made.End with { Loss = double.NaN });

        var runs = RunReader.Read(File.ReadAllText(_path));

        Assert.Empty(runs.Runs);
        Assert.Contains(runs.Notes, static note => note.Rule == RunRule.Diverged);
    }

    [Fact]
    public void Read_OfOneOfSeveralRuns_PassesOverTheLinesOfTheOthers()
    {
        const string Log = "{\"record\":\"start\",\"name\":\"a\",\"active_parameters\":100}\n{\"name\":\"b\",\"N\":200,\"D\":9,\"loss\":3}\n{\"name\":\"a\",\"N\":100,\"D\":8,\"loss\":2}\n";

        var record = RunRecord.Read(Log, "a");

        Assert.Equal((100.0, 2.0, 1), (record.Start!.ActiveParameters, record.Result!.Loss, record.LinesOfOthers));
        Assert.Null(RunRecord.Read(Log, "c").Result);
    }

    [Theory]
    [InlineData("[]\n{\"record\":5}\n{\"record\":\"step\",\"step\":1e99,\"loss\":{}}\nnull\n\0\n")]
    [InlineData("{\"record\":\"start\",\"name\":7,\"seed\":1.5}")]
    public void Read_OfAnything_DoesNotThrow(string text) => Assert.NotNull(RunRecord.Read(text));

    // A device that is full from the first byte on.
    [Fact]
    public void Open_OnAFullDisk_IsAnIOException()
    {
        if (File.Exists("/dev/full"))
            Assert.ThrowsAny<IOException>(() => RunLog.Open("/dev/full", Made.Start()));
    }
}
