using ScalingSdk.Specs;

namespace ScalingSdk.Tests.Specs;

/// <summary>The name of the class of a spec that is no JSON yet.</summary>
public sealed class SpecNameGuessTests
{
    [Theory]
    [InlineData("""{ "name": "Run7", "model": """, "Run7")]
    [InlineData("""{ "name" : "Run7" """, "Run7")]
    [InlineData("""{ "name": "Run7" }""", "Run7")]
    [InlineData("""{ "name": "7 runs", "model": """, "Small")]
    [InlineData("""{ "name": "7 runs" }""", "Small")]
    [InlineData("""{ "name": "Run7""", "Small")]
    [InlineData("""{ "name", "Run7" """, "Small")]
    [InlineData("", "Small")]
    public void Of_ATextThatNamesItself_IsTheNameOrThatOfTheFile(string text, string name) =>
        Assert.Equal(name, SpecNameGuess.Of("dir/Small.scaling.json", text));
}
