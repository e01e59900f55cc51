using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Tool.Formats;

namespace ScalingSdk.Tool.Tests;

public sealed class LawTests
{
    public static TheoryData<string> Ids => [.. LawRegistry.All.Select(static law => law.Info.Id)];

    [Fact]
    public void Laws_One_BeginsWithItsId() => Assert.Equal("besiroglu-2024", Tool.Run("laws", "besiroglu-2024").Lines[0]);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Laws_One_SaysWhatItCountsAndWhere(string id)
    {
        var law = LawRegistry.Find(id)!.Info;

        var run = Tool.Run("laws", id);

        Assert.Equal(law.Parameters == ParameterConvention.NonEmbeddingFlopsPerToken, run.Out.Contains("DeepSeek's M)", StringComparison.Ordinal));
        Assert.Equal(law.Parameters == ParameterConvention.None, run.Out.Contains("the law takes no count", StringComparison.Ordinal));
        Assert.DoesNotContain("Infinity", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(" 0 .. ", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1e9, 2e9, "1B .. 2B")]
    [InlineData(0, 2e9, "up to 2B")]
    [InlineData(1e9, double.PositiveInfinity, "from 1B")]
    public void Bounds_OpenOnASide_AreWordsThere(double least, double most, string expected) =>
        Assert.Equal(expected, new Bounds(least, most).Text());
}
