using ScalingSdk.Rules;

namespace ScalingSdk.Tests.Rules;

public sealed class ClassTakenTests
{
    [Theory]
    [InlineData("""{ "name": "Small" }""", 10, 17)]
    [InlineData("""{ "model": { } }""", 0, 1)]
    [InlineData("[ 1 ]", 0, 1)]
    [InlineData("", 0, 0)]
    public void Finding_StandsOnTheNameWhereThereIsOne(string text, int start, int end)
    {
        var finding = ClassTaken.Find("b/Small.scaling.json", text, "P.Small", "a/Small.scaling.json");

        Assert.Equal((start, end), (finding.Span.Start, finding.Span.End));
        Assert.Equal(
            "'P.Small' is the class of 'a/Small.scaling.json', so this spec has no constants; write another 'name', or set Class or Namespace on its ScalingSpec item",
            finding.Message);
    }
}
