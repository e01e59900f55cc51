using System.Text.Json;
using ScalingSdk.Laws;

namespace ScalingSdk.Tests.Laws;

/// <summary>The joint sample that the library carries is the one that was computed, number by number.</summary>
public sealed class SharedSampleTests
{
    [SharedDataFact]
    public void Rows_AgainstTheSharedSample_AreTheSame()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(SharedData.Path("runs", "besiroglu-joint.json")));
        double[] draws =
        [
            .. file.RootElement.GetProperty("sample_250").EnumerateArray()
                .SelectMany(static draw => draw.EnumerateArray()).Select(static number => number.GetDouble()),
        ];

        Assert.Equal(
            ["lnE", "lnA", "lnB", "alpha", "beta"],
            file.RootElement.GetProperty("parameters").EnumerateArray().Select(static name => name.GetString()!));
        Assert.Equal(250 * JointSample.Columns, draws.Length);
        Assert.Equal(draws, Besiroglu2024Sample.Rows);
    }
}
