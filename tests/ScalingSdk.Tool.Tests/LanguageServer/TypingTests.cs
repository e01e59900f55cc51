namespace ScalingSdk.Tool.Tests.LanguageServer;

/// <summary>Hover and completion where a person types.</summary>
public sealed class TypingTests
{
    private const string Uri = "file:///specs/a.scaling.json";

    [Fact]
    public async Task Hover_OnUniqueTokens_SaysMeaningValueAndWhatFollows()
    {
        var hover = await Hover(Specs.Warned, "\"unique_tokens\"");

        Assert.Contains("distinct tokens of the data set", hover, StringComparison.Ordinal);
        Assert.Contains("= 2,000,000,000", hover, StringComparison.Ordinal);
        Assert.Contains("Overfitting threshold: 3.69B unique tokens (kaplan-2020", hover, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hover_WhereTheSchemaShowsMeanings_LeavesThemOut()
    {
        var hover = await Hover(Specs.Warned, "\"unique_tokens\"", schemaHover: true);

        Assert.DoesNotContain("distinct tokens", hover, StringComparison.Ordinal);
        Assert.Contains("Overfitting threshold", hover, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hover_OnEveryKeyOfTheTable_SaysWhatItMeans()
    {
        await using var editor = await Editor.Start();
        var sections = ScalingSdk.Specs.SpecKeys.All.GroupBy(static key => key.Section).Select(static section =>
            $"\"{section.Key}\": {{ {string.Join(", ", section.Select(static key => $"\"{key.Name}\": \"{key.Example}\""))} }}");
        var text = $"{{\n{string.Join(",\n", sections)}\n}}";
        await editor.Open(Uri, text);

        foreach (var key in ScalingSdk.Specs.SpecKeys.All)
        {
            var after = text.IndexOf($"\"{key.Name}\":", text.IndexOf($"\"{key.Section}\": {{", StringComparison.Ordinal), StringComparison.Ordinal);
            var hover = await editor.AskAt("textDocument/hover", Uri, text, text, after);
            Assert.StartsWith($"**{key}**: ", (string?)hover?["contents"]!["value"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("""{ "data": { "^" } }""", "tokens", "unique_tokens", "epochs")]
    [InlineData("""{ "data": { ^ } }""", "tokens", "unique_tokens", "epochs")]
    [InlineData("""{ "data": { "tokens": "1B", "^ } }""", "unique_tokens", "epochs")]
    [InlineData("""{ "data": { "unique_tokens": "1B", tok^ "epochs": 2 } }""", "tokens")]
    [InlineData("""{ "^" }""", "$schema", "name", "model", "data", "training", "hardware", "budget", "limits", "inference", "transfer", "laws", "suppress")]
    [InlineData("""{ "training": { "recomputation": "^" } }""", "none", "flash", "selective", "full")]
    [InlineData("""{ "training": { "recomputation": ^ } }""", "none", "flash", "selective", "full")]
    [InlineData("""{ "data": { "tokens": "12^" } }""", "12K", "12M", "12B", "12T")]
    [InlineData("""{ "budget": { "time": 3^ } }""", "3h", "3d")]
    [InlineData("""{ "data": { // ^ } }""")]
    [InlineData("""{ "data": { "tokens": [ "^" ] } }""")]
    [InlineData("""{ "data": { "tokens"^: "1B" } }""")]
    [InlineData("^")]
    public async Task Completion_WhereTheCaretIs_OffersWhatFits(string typed, params string[] expected)
    {
        await using var editor = await Editor.Start();
        var text = typed.Replace("^", "", StringComparison.Ordinal);
        await editor.Open(Uri, text);

        var offered = (await editor.AskAt("textDocument/completion", Uri, text, text, typed.IndexOf('^', StringComparison.Ordinal)))!.AsArray();

        Assert.Equal(expected, offered.Select(static item => (string)item!["label"]!));
    }

    [Theory]
    [InlineData("""{ "hardware": { "accelerator": "^" } }""", "H100-SXM")]
    [InlineData("""{ "model": { "architecture": "^" } }""", "llama")]
    [InlineData("""{ "model": { "^" } }""", "hidden_size")]
    [InlineData("""{ "laws": { "allocation": "^" } }""", "besiroglu-2024")]
    [InlineData("""{ "suppress": { "^" } }""", "SCALE1001")]
    public async Task Completion_OfKnownNames_OffersThem(string typed, string expected)
    {
        await using var editor = await Editor.Start();
        var text = typed.Replace("^", "", StringComparison.Ordinal);
        await editor.Open(Uri, text);

        var offered = (await editor.AskAt("textDocument/completion", Uri, text, text, typed.IndexOf('^', StringComparison.Ordinal)))!.AsArray();

        Assert.Contains(expected, offered.Select(static item => (string)item!["label"]!));
    }

    [Fact]
    public async Task Completion_OfAKeyBeforeAnother_AddsTheComma()
    {
        await using var editor = await Editor.Start();
        const string Text = """{ "data": { "" "epochs": 2 } }""";
        await editor.Open(Uri, Text);

        var item = (await editor.AskAt("textDocument/completion", Uri, Text, "\"\"", after: 1))![0]!;

        Assert.Equal("\"tokens\": \"${1:1.4T}\",", (string)item["textEdit"]!["newText"]!);
    }

    private static async Task<string> Hover(string text, string place, bool schemaHover = false)
    {
        await using var editor = await Editor.Start(schemaHover: schemaHover);
        await editor.Open(Uri, text);
        return (string)(await editor.AskAt("textDocument/hover", Uri, text, place, after: 3))!["contents"]!["value"]!;
    }
}
