using ScalingSdk.Diagnostics;
using ScalingSdk.Laws;
using ScalingSdk.Planning;
using ScalingSdk.Reports;
using ScalingSdk.Text;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Planning;

/// <summary>A named recipe sets what the spec leaves open, and nothing else.</summary>
public sealed class RecipePlanTests
{
    private const string Model = """{ "architecture": "llama", "layers": 24, "hidden_size": 1536, "attention_heads": 12, "intermediate_size": 4096, "vocabulary_size": 32768 }""";

    private const string Small = """{ "architecture": "gpt2", "layers": 12, "hidden_size": 768, "attention_heads": 6, "context_length": 2048, "vocabulary_size": 32768 }""";

    private const string Large = """{ "architecture": "llama", "layers": 32, "hidden_size": 4096, "attention_heads": 32, "intermediate_size": 11008, "vocabulary_size": 32000 }""";

    [Fact]
    public void Recipe_OfAModelAlone_SetsTokensBatchRateWarmupAndOptimizer()
    {
        var plan = Plan("nanochat-2026");

        Assert.Equal("nanochat-2026", plan.Find(RunFigures.Tokens)!.Law);
        Assert.Equal(1_048_576, plan.Find(BatchFigures.BatchTokens)!.Value);
        Assert.Equal(0.0282843, plan.Find(LearningRateFigures.ProposedLearningRate)!.Value, 6);
        Assert.Equal(40, plan.Find(ScheduleFigures.WarmupSteps)!.Value);
        Assert.Equal(0.97, plan.Find(RecipeFigures.Beta1)!.Value);
        Assert.Null(plan.Find(RecipeFigures.Beta2));
        Assert.DoesNotContain(plan.Assumptions, static line => line.Contains("AdamW", StringComparison.Ordinal));
    }

    [Fact]
    public void Recipe_ItsOwnTokens_AreWarnedAboutByNobody() => Assert.Empty(Run(Spec("nanochat-2026", "")).Findings);

    [Fact]
    public void Recipe_WithStatedBatch_KeepsIt() =>
        Assert.Equal(500_000, Plan("olmo-ladder", """, "training": { "batch_tokens": "0.5M" }""").Find(BatchFigures.BatchTokens)!.Value);

    [Fact]
    public void Recipe_BesideANamedLawOfTheBatch_LeavesItTheBatch()
    {
        var plan = PlanOf($$"""{ "model": {{Model}}, "data": { "tokens": "20B" }, "laws": { "recipe": "olmo-ladder", "batch": "step-law-2025" } }""");

        Assert.Equal("step-law-2025", plan.Find(BatchFigures.ProposedBatchTokens)!.Law);
    }

    [Fact]
    public void Recipe_WithoutABatch_TakesThatOfTheBatchLawAndSaysSo()
    {
        var plan = Plan("marin-2025", """, "data": { "tokens": "20B" }""");

        Assert.Contains(RecipeRows(plan), static row => row.StartsWith("batch 442K tokens (step-law-2025", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("nanochat-2026", """{ "parameters": "1B" }""", "state the model's shape")]
    [InlineData("marin-2025", """{ "parameters": "1B" }""", "state the model's shape")]
    [InlineData("olmo-ladder", PlanSamples.Mixtral, "dense models")]
    [InlineData("step-law-2025", PlanSamples.Mixtral, "dense models")]
    public void Recipe_ThatDoesNotHold_IsAWarningThatSaysWhy(string id, string model, string why)
    {
        var result = Run($$"""{ "model": {{model}}, "data": { "tokens": "20B" }, "laws": { "recipe": "{{id}}" } }""");

        Assert.Contains(why, TheFinding("SCALE5006", result).Headline, StringComparison.Ordinal);
        Assert.DoesNotContain(result.Plan!.Tables, static table => table.Key is "recipe");
    }

    [Fact]
    public void Recipe_ThatRejectsARate_IsNamedInTheHeadline() => Assert.Contains(
        "'marin-2025' rejects a learning rate above 0.01",
        TheFinding("SCALE5006", Run($$"""{ "model": {{Large}}, "data": { "tokens": "1T" }, "training": { "batch_tokens": "64M" }, "laws": { "recipe": "marin-2025" } }""")).Headline,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("nanochat-2026", "adamw", true)]
    [InlineData("olmo-ladder", "muon", true)]
    [InlineData("olmo-ladder", "adamw", false)]
    [InlineData("olmo-ladder", "adamw-8bit", false)]
    [InlineData("nanochat-2026", "muon", false)]
    public void Recipe_OfAnotherOptimizer_DoesNotHold(string id, string optimizer, bool refused)
    {
        var result = Run(Spec(id, $$""", "data": { "tokens": "20B" }, "training": { "optimizer": "{{optimizer}}" }"""));

        Assert.Equal(refused, Of("SCALE5006", result).Any());
        Assert.Equal(refused, !result.Plan!.Tables.Any(static table => table.Key is "recipe"));
    }

    [Theory]
    [InlineData("step-law-2025", "mup", true)]
    [InlineData("deepseek-2024", "mup", true)]
    [InlineData("olmo-ladder", "completep", true)]
    [InlineData("marin-2025", "mup", true)]
    [InlineData("muon-2025", "completep", true)]
    [InlineData("nanochat-2026", "mup", true)]
    [InlineData("completep-2025", "mup", true)]
    [InlineData("completep-2025", "standard", true)]
    [InlineData("completep-2025", "completep", false)]
    [InlineData("olmo-ladder", "standard", false)]
    public void Recipe_OfAnotherParametrization_DoesNotHold(string id, string parametrization, bool refused)
    {
        var result = Run(Spec(id, $$""", "data": { "tokens": "20B" }, "training": { "batch_tokens": "0.5M", "parametrization": "{{parametrization}}" }"""));

        Assert.Equal(refused, Of("SCALE5006", result).Any());
        Assert.Equal(refused, result.Plan!.Recipe!.Recipe.WhyNone?.Contains("training.parametrization", StringComparison.Ordinal) ?? false);
        Assert.Equal(refused, !result.Plan!.Tables.Any(static table => table.Key is "recipe"));
    }

    [Theory]
    [InlineData("mup")]
    [InlineData("completep")]
    public void LawOfTheRate_UnderAnotherParametrization_ProposesNone(string parametrization)
    {
        var plan = PlanOf($$"""{ "model": {{Model}}, "data": { "tokens": "20B" }, "training": { "parametrization": "{{parametrization}}" }, "laws": { "learning_rate": "step-law-2025" } }""");

        Assert.Null(plan.Find(LearningRateFigures.ProposedLearningRate));
        Assert.Contains(PlanNotes.Of(plan), static note => note.StartsWith("no learning rate is proposed: under", StringComparison.Ordinal));
    }

    [Fact]
    public void Recipe_StepsOfItsTable_AreThoseOfThePlan()
    {
        var plan = Plan("muon-2025", """, "data": { "tokens": "20B" }""");

        Assert.Contains(RecipeRows(plan), row => row.Equals("steps " + NumberText.Grouped((long)plan.Find(BatchFigures.Steps)!.Value), StringComparison.Ordinal));
    }

    public static TheoryData<string, string> Proposals
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var id in LawRegistry.All.OfType<IRecipeLaw>().Select(static law => law.Info.Id))
            {
                foreach (var (model, tokens) in (IEnumerable<(string, string)>)[(Model, "15B"), (Small, "2.5B"), (Large, "150B"), (Large, "1T")])
                    data.Add(id, $$"""{ "model": {{model}}, "data": { "tokens": "{{tokens}}" }, "laws": { "recipe": "{{id}}" }""");
            }

            return data;
        }
    }

    /// <summary>What a recipe proposes, typed in beside it, is no new finding.</summary>
    [Theory, MemberData(nameof(Proposals))]
    public void Recipe_ItsOwnValuesTypedIn_RaiseNoNewWarning(string id, string spec)
    {
        var open = Run(spec + " }");
        if (open.Plan!.Recipe is not { Recipe: { HasValue: true, Value: var recipe } })
            return;
        List<string> stated = [$"\"batch_tokens\": {Number(Math.Round(recipe.Batch.Count))}", $"\"optimizer\": \"{recipe.Optimizer}\"", $"\"parametrization\": \"{recipe.Parametrization}\""];
        if (recipe.LearningRate is { } rate)
            stated.Add($"\"learning_rate\": {Number(rate)}");
        if (recipe.WeightDecay is { } decay)
            stated.Add($"\"weight_decay\": {Number(decay)}");
        if (recipe.WarmupSteps is { } warmup)
            stated.Add($"\"warmup_steps\": {Number(Math.Round(warmup))}");

        var typed = Run($"{spec}, \"training\": {{ {string.Join(", ", stated)} }} }}");

        Assert.Equal(recipe.LearningRate is null, typed.Plan!.Recipe!.Recipe.Value.LearningRate is null);
        Assert.Equal(Warnings(open), Warnings(typed));
        Assert.NotNull(id);

        static string Number(double value) => value.ToString("r", System.Globalization.CultureInfo.InvariantCulture);
        static List<string> Warnings(SpecResult result) => [.. result.Findings.Where(static finding => finding.Severity >= Severity.Warning).Select(static finding => finding.Rule.Id)];
    }

    // The rate that Marin trained at with this width is far above those of most published runs.
    [Fact]
    public void Recipe_RateTypedInTimesItsFactor_IsAFindingThatNamesTheRecipesRate()
    {
        var spec = $$"""{ "model": {{Large}}, "data": { "tokens": "1T" }, "laws": { "recipe": "marin-2025" }""";
        var rate = Run(spec + " }").Plan!.LearningRate!.Middle.Value;
        SpecResult At(double times) => Run(FormattableString.Invariant($"{spec}, \"training\": {{ \"learning_rate\": {times * rate} }} }}"));

        Assert.Empty(Of("SCALE6001", At(2.9)));
        Assert.Contains(NumberText.Compact(rate), Assert.Single(Of("SCALE6001", At(3.1))).Help[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Recipe_BesideStatedValues_KeepsThem()
    {
        var plan = Plan("nanochat-2026", """, "data": { "tokens": "10B" }, "training": { "weight_decay": 0.1, "schedule": "cosine", "warmup_steps": 500 }""");

        Assert.Equal(0.1, plan.Find(WeightDecayFigures.WeightDecay)!.Value);
        Assert.Equal(500, plan.Find(ScheduleFigures.WarmupSteps)!.Value);
        Assert.Null(plan.Find(RecipeFigures.DecayStartTokens));
        Assert.All(
            ["weight decay 0.1 as stated (the recipe: ", "warm-up 500 steps as stated (the recipe: 40 steps)", "schedule cosine as stated (the recipe: "],
            start => Assert.Contains(RecipeRows(plan), row => row.StartsWith(start, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("nanochat-2026", Small, "2B", true)]
    [InlineData("nanochat-2026", Model, "1T", false)]
    [InlineData("deepseek-2024", Model, "1T", false)]
    [InlineData("olmo-ladder", Model, "20B", true)]
    public void Recipe_OutsideItsRange_IsSaid(string id, string model, string tokens, bool inside)
    {
        var plan = PlanOf($$"""{ "model": {{model}}, "data": { "tokens": "{{tokens}}" }, "laws": { "recipe": "{{id}}" } }""");

        Assert.Equal(!inside, PlanNotes.Of(plan).Any(note => note.StartsWith($"the recipe of {id} is extrapolated", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("1B")]
    [InlineData("500B")]
    public void Constants_OfARecipe_FollowFromTheKeysAlone(string tokens)
    {
        var text = Spec("deepseek-2024", $$""", "data": { "tokens": "{{tokens}}" }""");

        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal) { "RecipeWeightDecay", "RecipeBeta1", "RecipeBeta2", "RecipeDecayStartTokens", "RecipeLastLearningRate" },
            CodeConstants.Of(Run(text).Plan, text).Select(static constant => constant.Name).ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Constants_WithoutARecipe_HaveNone()
    {
        var text = $$"""{ "model": {{Model}}, "data": { "tokens": "20B" } }""";

        Assert.DoesNotContain(CodeConstants.Of(Run(text).Plan, text), static constant => constant.Name.StartsWith("Recipe", StringComparison.Ordinal));
    }

    private static IEnumerable<string> RecipeRows(TrainingPlan plan) =>
        plan.Tables.Single(static table => table.Key is "recipe").Rows.Select(static row => $"{row[0]} {row[1]}");

    private static TrainingPlan Plan(string id, string more = "") => PlanOf(Spec(id, more));

    private static TrainingPlan PlanOf(string spec) => PlanSamples.Plan(spec);

    private static string Spec(string id, string more) => $$"""{ "model": {{Model}}{{more}}, "laws": { "recipe": "{{id}}" } }""";
}
