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
    [InlineData("""{ "data": { "tokens": 1.5e^ } }""", "1.5K", "1.5M", "1.5B", "1.5T")]
    [InlineData("""{ "budget": { "time": 3^ } }""", "3s", "3min", "3h", "3d", "3w")]
    [InlineData("""{ "limits": { "memory": "70 G^" } }""", "70 B", "70 kB", "70 MB", "70 GB", "70 TB", "70 PB", "70 KiB", "70 MiB", "70 GiB", "70 TiB", "70 PiB")]
    [InlineData("""{ "$schema": "^" }""", "https://raw.githubusercontent.com/ScalingSdk/ScalingSdk/main/schema/scaling.schema.json")]
    [InlineData("""{ "name": "^" }""")]
    [InlineData("""{ "training": { "recomputation": "^, "steps": 2 } }""", "none", "flash", "selective", "full")]
    [InlineData("""{ "data": { "^ "tokens": "1B" } }""", "unique_tokens", "epochs")]
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
    [InlineData("""{ "model": { "text_config": { "^" } } }""", "hidden_size")]
    [InlineData("""{ "laws": { "allocation": "^" } }""", "besiroglu-2024")]
    [InlineData("""{ "suppress": { "^" } }""", "SCALE1001")]
    [InlineData("""{ "model": { "blocks": [ { "layers": 1 }, { "^" } ] } }""", "layers")]
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

    [Fact]
    public async Task Completion_OfAValueWithoutItsLastQuote_LeavesWhatFollows()
    {
        await using var editor = await Editor.Start();
        const string Text = """{ "training": { "recomputation": ", "steps": 2 } }""";
        await editor.Open(Uri, Text);

        var item = (await editor.AskAt("textDocument/completion", Uri, Text, "\", \"steps", after: 1))![0]!;

        Assert.Equal("""{ "training": { "recomputation": "none", "steps": 2 } }""", Editor.Apply(Text, new System.Text.Json.Nodes.JsonObject { ["edit"] = new System.Text.Json.Nodes.JsonObject { ["changes"] = new System.Text.Json.Nodes.JsonObject { [Uri] = new System.Text.Json.Nodes.JsonArray(item["textEdit"]!.DeepClone()) } } }, Uri));
    }

    [Fact]
    public async Task Completion_OfAValueBeforeAnotherKey_AddsTheComma()
    {
        await using var editor = await Editor.Start();
        const string Text = """{ "training": { "recomputation":  "steps": 2 } }""";
        await editor.Open(Uri, Text);

        var item = (await editor.AskAt("textDocument/completion", Uri, Text, ":  \"steps", after: 2))![0]!;

        Assert.Equal("\"none\",", (string)item["textEdit"]!["newText"]!);
    }

    [Theory]
    [InlineData("\"data\"", "**data**: Tokens processed")]
    [InlineData("\"suppress\"", "**suppress**: Rules that")]
    [InlineData("\"SCALE3001\"", "**SCALE3001**: The vocabulary is not padded")]
    public async Task Hover_OnASectionOrARule_SaysWhatItIs(string place, string expected) =>
        Assert.StartsWith(expected, await Hover(Specs.Warned, place), StringComparison.Ordinal);

    /// <summary>Every key of a run that is planned, but names and texts.</summary>
    [Fact]
    public async Task Hover_OnEveryKeyOfAPlan_SaysWhatFollows()
    {
        await using var editor = await Editor.Start();
        const string Text = """
            { "model": { "architecture": "llama", "layers": 32, "hidden_size": 4096, "attention_heads": 32, "vocabulary_size": 32000, "intermediate_size": 11008, "parameters": "6.74B" },
              "data": { "tokens": "1T", "unique_tokens": "0.5T", "epochs": 2 },
              "training": { "sequence_length": 4096, "batch_tokens": "4M", "learning_rate": "3e-4", "schedule": "cosine", "schedule_tokens": "1T", "warmup_steps": 2000, "weight_decay": 0.1, "dropout": 0.1,
                "parametrization": "standard", "start": "scratch", "optimizer": "adamw", "precision": "bf16", "micro_batch_sequences": 1, "recomputation": "flash", "zero_stage": 1, "tensor_parallel": 2, "pipeline_parallel": 2,
                "sequence_parallel": "on", "context_parallel": 1, "expert_parallel": 1, "virtual_pipeline": 1, "activation_offload": "off", "compile": "on", "state_precision": "mixed" },
              "hardware": { "accelerator": "H100-SXM", "count": 512, "utilization": "40%", "price_per_hour": 2.5 },
              "limits": { "flops": "1e24", "time": "60d", "cost": "5000000USD", "memory": "70 GB" },
              "inference": { "lifetime_tokens": "1T", "weight_bits": 8 },
              "transfer": { "training_loss": 2.0, "other_loss": 2.4 },
              "laws": { "allocation": "besiroglu-2024", "batch": "step-law-2025", "learning_rate": "deepseek-2024" } }
            """;
        await editor.Open(Uri, Text);

        foreach (var key in ScalingSdk.Specs.SpecKeys.All)
        {
            var section = Text.IndexOf($"\"{key.Section}\": {{", StringComparison.Ordinal);
            if (section < 0 || Text.IndexOf($"\"{key.Name}\":", section, Text.IndexOf('}', section) - section, StringComparison.Ordinal) is not (>= 0 and var at))
                continue;
            var hover = (string)(await editor.AskAt("textDocument/hover", Uri, Text, Text, at + 1))!["contents"]!["value"]!;
            Assert.True(hover.Contains("\n- ", StringComparison.Ordinal), $"name in KeyFigures what '{key}' moves:\n{hover}");
        }
    }

    [Theory]
    [InlineData("\"learning_rate\": \"3e-4\"", "Peak learning rate: 3e-4")]
    [InlineData("\"zero_stage\"", " GB")]
    [InlineData("\"memory\": \"70 GB\"", "`memory` = 70,000,000,000 B")]
    [InlineData("\"time\": \"60d\"", "`time` = 5,184,000 s")]
    [InlineData("\"flops\": \"1e24\"", "`flops` = 1e24 FLOP")]
    public async Task Hover_OnAQuantity_NamesItsUnit(string place, string expected)
    {
        const string Text = """
            { "model": { "architecture": "llama", "layers": 32, "hidden_size": 4096, "attention_heads": 32, "vocabulary_size": 32000, "intermediate_size": 11008 },
              "data": { "tokens": "1T" }, "training": { "learning_rate": "3e-4", "zero_stage": 3 },
              "hardware": { "accelerator": "H100-SXM", "count": 64 }, "limits": { "memory": "70 GB", "time": "60d", "flops": "1e24" } }
            """;

        Assert.Contains(expected, await Hover(Text, place), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hover_OnTheHardwareOfAShortRun_SaysItsTimeInMinutes()
    {
        const string Text = """{ "model": { "parameters": "124M" }, "data": { "tokens": "10B" }, "hardware": { "accelerator": "H100-SXM", "count": 8, "utilization": "40%" } }""";

        Assert.Matches("Time of the run: [0-9.]+ minutes", await Hover(Text, "\"accelerator\""));
    }

    private static async Task<string> Hover(string text, string place, bool schemaHover = false)
    {
        await using var editor = await Editor.Start(schemaHover: schemaHover);
        await editor.Open(Uri, text);
        return (string)(await editor.AskAt("textDocument/hover", Uri, text, place, after: 3))!["contents"]!["value"]!;
    }
}
