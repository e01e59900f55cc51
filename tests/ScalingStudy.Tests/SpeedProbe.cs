using System.Diagnostics;
using ScalingStudy.Model;
using Xunit.Abstractions;
namespace ScalingStudy.Tests;
public sealed class SpeedProbe(ITestOutputHelper output)
{
    [Theory, InlineData(8), InlineData(16), InlineData(48), InlineData(96)]
    public void Speed(int width)
    {
        var model = new Gpt(new Shape(width), 1);
        var text = new byte[65 * 16];
        var clock = Stopwatch.StartNew(); var n = 0;
        while (clock.Elapsed.TotalSeconds < 1.5) { model.LossAndGradient(text); n++; }
        output.WriteLine(FormattableString.Invariant($"d {width}: {6.0 * new Shape(width).Parameters * n * 1024 / clock.Elapsed.TotalSeconds / 1e9:0.00} GF/s"));
    }
}
