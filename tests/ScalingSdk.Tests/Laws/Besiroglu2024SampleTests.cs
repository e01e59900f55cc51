using ScalingSdk.Laws;

namespace ScalingSdk.Tests.Laws;

/// <summary>The joint sample that the library carries is the one that was computed, number by number.</summary>
public sealed class Besiroglu2024SampleTests
{
    [Fact]
    public void Rows_AgainstTheComputedSample_AreTheSame()
    {
        string[] columns = ["lnE", "lnA", "lnB", "alpha", "beta"];
        double[] draws = [.. Csv.Read("runs", "besiroglu-joint-sample.csv").SelectMany(row => columns.Select(row.Number))];

        Assert.Equal(250 * JointSample.Columns, draws.Length);
        Assert.Equal(draws, Besiroglu2024Sample.Rows);
    }
}
