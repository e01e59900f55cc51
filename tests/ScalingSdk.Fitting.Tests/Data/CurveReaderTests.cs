using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Reading;

namespace ScalingSdk.Fitting.Tests.Data;

public sealed class CurveReaderTests
{
    [Fact]
    public void Read_TensorBoardExport_IsOneCurve()
    {
        var curve = Assert.Single(CurveReader.Read("Wall time,Step,Value\n1.7e9,0,10.5\n1.7e9,100,6.25\n1.7e9,200,5.5\n").Curves);

        Assert.Equal([0, 100, 200], curve.Steps);
        Assert.Equal([10.5, 6.25, 5.5], curve.Losses);
    }

    [Fact]
    public void Read_WandbChartExport_IsACurveForEachRunWithoutItsBounds()
    {
        const string Text = "\"Step\",\"a - train/loss\",\"a - train/loss__MIN\",\"a - train/loss__MAX\",\"b - train/loss\"\n\"1\",\"4\",\"3.9\",\"4.1\",\"\"\n\"2\",\"3\",\"3\",\"3\",\"3.5\"\n";

        var set = CurveReader.Read(Text);

        Assert.Equal(["a", "b"], set.Curves.Select(curve => curve.Name));
        Assert.Equal([2], set.Curves[1].Steps);
        Assert.Empty(set.Notes);
    }

    [Fact]
    public void Read_WarmUpRepeatsAndNotFinite_AreDroppedEachByItsRule()
    {
        var set = CurveReader.Read("step,loss,lr\n1,11,1e-4\n50,6,1e-3\n50,6.1,1e-3\n60,NaN,1e-3\n70,5,1e-3\n", new() { WarmUpSteps = 10 });

        Assert.Equal([50, 70], Assert.Single(set.Curves).Steps);
        Assert.Equal([RunRule.WarmUp, RunRule.InsideRun, RunRule.Diverged], set.Notes.Select(note => note.Rule));
    }

    [Fact]
    public void Finish_LastPoints_AreAveraged()
    {
        var curve = new TrainingCurve { Name = "run", Steps = [1, 2, 3], Losses = [4, 3, 2] };

        var run = curve.Finish(parameters: 1e6, tokensPerStep: 1000, lastPoints: 2);

        Assert.Equal((2.5, 3000, 3.0), (run.Loss, run.Tokens, run.Steps));
    }
}
