using System.Text.Json;

namespace ScalingSdk.Tool.Tests;

/// <summary>Options that choose what is planned, forecast or shown: each changes what its help says.</summary>
public sealed class StatedOptionTests : IDisposable
{
    private const string Law = "L = E + A/N^alpha + B/(C/(6*N))^beta, A > 0, B > 0";

    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    // 4 epochs of 2B tokens are 8B; 8B over batches of 1M are 8,000 steps.
    [Fact]
    public void Plan_EpochsAndBatch_GiveTokensAndSteps()
    {
        using var plan = JsonDocument.Parse(Tool.Run("plan", "--params", "124M", "--unique-tokens", "2B", "--epochs", "4", "--batch-tokens", "1M", "--format", "json").Out);

        Assert.Equal(8e9, Value(plan, "tokens"));
        Assert.Equal(8000, Value(plan, "steps"));
    }

    [Fact]
    public void Plan_Moe_ProposesModelsWithExpertsToo()
    {
        Assert.DoesNotContain("Models with experts", Tool.Run("plan", "--flops", "1e21").Out, StringComparison.Ordinal);
        Assert.Contains("Models with experts for this compute (ling-2025", Tool.Run("plan", "--flops", "1e21", "--moe").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_ARecipe_IsAsked() =>
        Assert.Contains("warning SCALE5006: no recipe for this run", Tool.Run("plan", "--params", "7B", "--recipe", "nanochat-2026").Out, StringComparison.Ordinal);

    [Fact]
    public void Plan_LayoutOfASizeAlone_SaysWhatItTakes()
    {
        Assert.Contains("no layout is proposed: it takes a model's shape", Tool.Run("plan", "--params", "7B", "--gpus", "8xH100-SXM", "--tokens", "140B", "--layout").Out, StringComparison.Ordinal);
        Assert.DoesNotContain("layout", Tool.Run("plan", "--params", "7B", "--gpus", "8xH100-SXM", "--tokens", "140B").Out, StringComparison.Ordinal);
    }

    // Attention of a layer: queries and outputs 4096 x 4096 each, keys and values 4096 x 1024 each.
    [Fact]
    public void Params_Layers_ListsEachLayer()
    {
        var config = _folder.Write("config.json",
            """
            { "model_type": "mixtral", "hidden_size": 4096, "intermediate_size": 14336, "num_hidden_layers": 2, "num_attention_heads": 32, "num_key_value_heads": 8,
              "num_local_experts": 8, "num_experts_per_tok": 2, "vocab_size": 32000, "tie_word_embeddings": false }
            """);

        Assert.DoesNotContain("layer 1 attention", Tool.Run("params", config).Out, StringComparison.Ordinal);
        Assert.Contains(Tool.Run("params", config, "--layers").Lines, static line => line.TrimStart().StartsWith("layer 1 attention", StringComparison.Ordinal) && line.Contains("41,943,040", StringComparison.Ordinal));
    }

    // 300 steps of the log are 157,286,400 tokens, so that 20B are 38,147 steps.
    [Fact]
    public void Forecast_AtTokens_IsAtTheirStep() =>
        Assert.Contains("at step 38,147", Tool.Run("forecast", Path.Combine(Repository.Document("tool"), "run.csv"), "--at-tokens", "20B").Out, StringComparison.Ordinal);

    // A row of the pool costs its C, of which the least is 1e18.
    [Theory]
    [InlineData("--count", "1", 1)]
    [InlineData("--count", "3", 3)]
    [InlineData("--accuracy", "0.0048", 2)]
    [InlineData("--accuracy", "0.005", 1)]
    public void Next_CountAndAccuracy_EndTheList(string option, string value, int runs)
    {
        var run = Next(option, value);

        Assert.Equal(ExitCode.Clean, run.Code);
        Assert.StartsWith(FormattableString.Invariant($"{runs} of 36 runs"), run.Lines[0], StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"Cost       {runs}e18 of 2.66e2"), run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    public void Next_ACountOutOfBounds_IsRefused(string count) => Assert.Contains("'--count' takes 1 to 1000", Next("--count", count).Error, StringComparison.Ordinal);

    [Fact]
    public void Worth_OfACorpusThatNoRunHas_NamesTheCorpora()
    {
        var run = Tool.Run("worth", Path.Combine(Repository.Document("tool"), "corpora.csv"), "--reference", "nope");

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains("no run is of 'nope'; the corpora are 'web', 'books'", run.Error, StringComparison.Ordinal);
    }

    private static ToolRun Next(params string[] options)
    {
        var sizes = Path.Combine(Repository.Document("any-law"), "sizes.csv");
        return Tool.Run(["next", "--runs", sizes, "--pool", sizes, "--target", sizes, "--law", Law, "--cost", "C", .. options]);
    }

    private static double Value(JsonDocument plan, string figure) => Find(plan.RootElement, figure)!.Value;

    private static double? Find(JsonElement element, string name)
    {
        if (element.ValueKind is not JsonValueKind.Object)
            return null;
        foreach (var property in element.EnumerateObject())
        {
            if (property.NameEquals(name) && property.Value.ValueKind is JsonValueKind.Object && property.Value.TryGetProperty("value", out var value))
                return value.GetDouble();
            if (Find(property.Value, name) is { } found)
                return found;
        }

        return null;
    }
}
