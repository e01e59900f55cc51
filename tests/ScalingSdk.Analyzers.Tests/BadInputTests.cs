using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>A spec that cannot be read is one finding at the place, no exception, and no constant.</summary>
public sealed class BadInputTests
{
    [Fact]
    public Task EmptyFile_IsOneFinding() => AssertOne("", "");

    [Fact]
    public Task TruncatedDocument_IsOneFinding() => AssertOne(Specs.Gpt2Small[..^2], "");

    [Fact]
    public Task Depth10000_IsOneFinding() => AssertOne(new string('[', 10_000), "[");

    [Theory]
    [InlineData("NaN", "NaN")]
    [InlineData("-12", "-12")]
    [InlineData("1e999", "1e999")]
    [InlineData("\"twelve\"", "\"twelve\"")]
    public Task Layers_OfABadValue_AreOneFinding(string layers, string marked) =>
        AssertOne(Specs.Gpt2Small.Replace("\"layers\": 12", "\"layers\": " + layers, StringComparison.Ordinal), marked);

    [Theory]
    [InlineData("1e999")]
    [InlineData("-2")]
    [InlineData("\"2 parsecs\"")]
    public Task Tokens_OfABadValue_AreOneFinding(string tokens) =>
        AssertOne(Specs.Gpt2Small.Replace("\"2B\"", tokens, StringComparison.Ordinal), tokens);

    [Fact]
    public Task Document_Of50Megabytes_IsOneFinding() => AssertOne("{ \"name\": \"" + new string('x', 50 * 1024 * 1024) + "\" }", null);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{ \"model_type\": \"no-such-model\" }")]
    public async Task Config_ThatIsNone_IsOneFinding(string? config)
    {
        var project = Project.With("Llama2.scaling.json", Specs.Llama2);
        if (config is not null)
            project = project.Add("config.json", config);

        Assert.Equal("\"config.json\"", Marked(Specs.Llama2, Assert.Single(await project.Analyze())));
        Assert.Contains("The spec has no plan", Assert.Single(project.Generate()).SourceText.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(200)]
    public async Task Config_OfManyMegabytes_IsOneFindingWithoutALength(int megabytes)
    {
        var project = Project.With("Llama2.scaling.json", Specs.Llama2).Add("config.json", new string('x', megabytes * 1024 * 1024));

        var found = Assert.Single(await project.Analyze());

        Assert.Equal("\"config.json\"", Marked(Specs.Llama2, found));
        Assert.Contains("more than 4,194,304 characters", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains("The spec has no plan", Assert.Single(project.Generate()).SourceText.ToString(), StringComparison.Ordinal);
    }

    private static async Task AssertOne(string text, string? marked)
    {
        var project = Project.With("Bad.scaling.json", text);

        var found = Assert.Single(await project.Analyze());

        Assert.StartsWith("SCALE000", found.Id, StringComparison.Ordinal);
        Assert.Equal(DiagnosticSeverity.Error, found.Severity);
        if (marked is not null)
            Assert.Equal(marked, Marked(text, found));
        Assert.Contains("The spec has no plan", Assert.Single(project.Generate()).SourceText.ToString(), StringComparison.Ordinal);
    }

    /// <summary>What the finding stands on; its lines and columns are held against its offsets on the way.</summary>
    private static string Marked(string text, Diagnostic found)
    {
        var span = found.Location.SourceSpan;
        Assert.Equal(SourceText.From(text).Lines.GetLinePositionSpan(span), found.Location.GetLineSpan().Span);
        return text.Substring(span.Start, span.Length);
    }
}
