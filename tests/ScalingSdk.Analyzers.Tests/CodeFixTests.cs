using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using ScalingSdk.CodeFixes;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>Fixes at the C# site: of the spec that it names, and of the code.</summary>
public sealed class CodeFixTests
{
    private const string Code = """[ScalingSpec("Gpt2.scaling.json")] internal static partial class Small { }""";

    /// <summary>Two misspelt keys and a comment for each line.</summary>
    private const string Misspelt = """
        {
          "name": "Gpt2",
          "model": { "architecture": "gpt2", "layers": 12, "hidden_size": 768, "attention_heads": 12, // small
                     "vocabulary_size": 50304, "context_length": 1024 },
          "data": {
            "token": "100B", // all of them
            "unique_token": "100B",
          },
        }
        """;

    private const string Spelt = """
        {
          "name": "Gpt2",
          "model": { "architecture": "gpt2", "layers": 12, "hidden_size": 768, "attention_heads": 12, // small
                     "vocabulary_size": 50304, "context_length": 1024 },
          "data": {
            "tokens": "100B", // all of them
            "unique_tokens": "100B",
          },
        }
        """;

    private const string ConfigType = """
        [ScalingModel("gpt3", Tokens = "100B")]
        record Config(int NLayer = 12, int NHead = 12, int NEmbd = 768, int VocabSize = 50304, int BlockSize = 1024);
        static class Use { static readonly Config One = new(), Two = new(NLayer: 24); }
        """;

    private const string Sizes = """
        [ScalingModel("gpt2")]
        record Config(int NLayer = 12, int NHead = 12, int NEmbd = 768, int VocabSize = 50304, int BlockSize = 1024);

        """;

    /// <summary>A construction, what is written before and after the fix, and what the menu says.</summary>
    public static TheoryData<string, string, string, string> Shapes => new()
    {
        { "static Config One() => new(NEmbd: 1000);", "NEmbd: 1000", "NEmbd: 960", "Write 'NEmbd = 960'" },
        { "static Config One() => new(NEmbd: 512, NHead: 6);", "NHead: 6", "NHead: 8", "Write 'NHead = 8'" },
        { "static Config One() => new(NEmbd: 1_000);", "NEmbd: 1_000", "NEmbd: 960", "Write 'NEmbd = 960'" },
        { "const int Width = 1000; static Config One() => new(NEmbd: Width);", "Width = 1000", "Width = 960", "Write 'Width = 960'" },
        { "static Config One() { var width = 10 * 100; return new(NEmbd: width); }", "width = 10 * 100", "width = 960", "Write 'width = 960'" },
        { "static Config One() => new(VocabSize: 50257);", "50257", "50304", "Write 'VocabSize = 50304'" },
    };

    [Theory, MemberData(nameof(Shapes))]
    public async Task Remedy_OfAShape_WritesAGoodOneWhereTheValueIsDeclared(string member, string before, string after, string title)
    {
        using var workspace = new Workspace(Sizes + $"static class Use {{ {member} }}");
        var found = Assert.Single(await workspace.Analyze());

        var offer = Assert.Single(await workspace.Offers(new RemedyFix(), found));
        await workspace.Apply(offer);

        Assert.Equal(title, offer.Title);
        Assert.Equal((Sizes + $"static class Use {{ {member} }}").Replace(before, after, StringComparison.Ordinal), await workspace.CodeText());
        Assert.Empty(await workspace.Analyze());
    }

    [Fact]
    public async Task Message_OfAConstruction_SaysWhatToTypeByItsMembers()
    {
        using var workspace = new Workspace(Sizes + "static class Use { static Config One() => new(VocabSize: 50257); }");

        Assert.EndsWith("; write 'VocabSize = 50304'", Assert.Single(await workspace.Analyze()).GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("const int Unit = 125; static Config One() => new(NEmbd: 8 * Unit);")]
    [InlineData("static Config One() => new(NEmbd: Half(2_000)); static int Half(int width) => width / 2;")]
    public async Task Remedy_OfAValueThatFollowsFromOthers_IsNotOffered(string member)
    {
        using var workspace = new Workspace(Sizes + $"static class Use {{ {member} }}");

        Assert.Empty(await workspace.Offers(new RemedyFix(), Assert.Single(await workspace.Analyze())));
    }

    [Fact]
    public async Task Remedy_AtTheSiteThatNamesTheSpec_EditsTheSpec()
    {
        using var workspace = new Workspace(Code, ("specs/Gpt2.scaling.json", Misspelt));
        var diagnostic = (await workspace.Analyze()).First(static found => found.Location.IsInSource);

        var offer = Assert.Single(await workspace.Offers(new RemedyFix(), diagnostic));
        await workspace.Apply(offer);

        Assert.Equal("Write 'tokens' for the key 'token' in 'Gpt2.scaling.json'", offer.Title);
        Assert.Equal(Misspelt.Replace("\"token\"", "\"tokens\"", StringComparison.Ordinal), await workspace.SpecText("Gpt2.scaling.json"));
    }

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task FixAll_OfASpec_AppliesEveryRemedyAndKeepsComments(FixAllScope scope)
    {
        using var workspace = new Workspace(Code, ("Gpt2.scaling.json", Misspelt));

        await workspace.FixAll(new RemedyFix(), "SCALE0002", scope);

        Assert.Equal(Spelt, await workspace.SpecText("Gpt2.scaling.json"));
        Assert.Empty(await workspace.Analyze());
    }

    [Fact]
    public async Task Remedy_OnTheLineOfTheSpec_IsTheSame()
    {
        using var workspace = new Workspace("", ("Gpt2.scaling.json", Misspelt));
        var diagnostic = (await workspace.Analyze())[0];

        await workspace.Apply(Assert.Single(await workspace.OffersInSpec(new RemedyFix(), diagnostic)));

        Assert.Single(await workspace.Analyze());
    }

    [Fact]
    public async Task Remedy_OfAConfigType_EditsTheExpression()
    {
        using var workspace = new Workspace(ConfigType.Replace(", Two = new(NLayer: 24)", "", StringComparison.Ordinal));
        var diagnostic = Assert.Single(await workspace.Analyze());

        var offer = Assert.Single(await workspace.Offers(new RemedyFix(), diagnostic));
        await workspace.Apply(offer);

        Assert.Equal("Write '\"gpt2\"' at the attribute", offer.Title);
        Assert.Contains("[ScalingModel(\"gpt2\"", await workspace.CodeText(), StringComparison.Ordinal);
        Assert.Empty(await workspace.Analyze());
    }

    [Theory]
    [InlineData("new(VocabSize: 50257)", "new(VocabSize: 50304)", "SCALE3001")]
    [InlineData("new() { NEmbd = 64 * 12 + 1 }", "new() { NEmbd = 768 }", "SCALE0004")]
    public async Task Remedy_OfAConstruction_EditsItsOwnExpression(string before, string after, string id)
    {
        var code = ConfigType.Replace("gpt3", "gpt2", StringComparison.Ordinal);
        using var workspace = new Workspace(code.Replace("new(NLayer: 24)", before, StringComparison.Ordinal));
        var diagnostic = Assert.Single(await workspace.Analyze());

        await workspace.Apply(Assert.Single(await workspace.Offers(new RemedyFix(), diagnostic)));

        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(code.Replace("new(NLayer: 24)", after, StringComparison.Ordinal), await workspace.CodeText());
    }

    [Theory]
    [InlineData("50304", 50257, "50304")]
    [InlineData("\"0.5M\"", 1_000_000, "500000")]
    [InlineData("\"0.5M\"", 1_000_000L, "500000")]
    [InlineData("\"0.5M\"", "1M", "\"0.5M\"")]
    [InlineData("50304", "50k", "\"50304\"")]
    [InlineData("\"3T\"", 1, null)]
    [InlineData("0.0012", 0.1f, "0.0012f")]
    [InlineData("0.0012", 0.1, "0.0012")]
    [InlineData("0.0012", 3, null)]
    [InlineData("true", false, "true")]
    [InlineData("\"gpt2\"", 3, null)]
    public void Remedy_InCode_HasTheTypeOfTheExpression(string json, object now, string? expected) => Assert.Equal(expected, ConfigTypes.CodeText.Of(json, now));

    [Fact]
    public async Task FixAll_OfConfigTypes_WritesEachExpressionOnce()
    {
        using var workspace = new Workspace(ConfigType);

        await workspace.FixAll(new RemedyFix(), "SCALE0004", FixAllScope.Solution);

        Assert.Equal(ConfigType.Replace("gpt3", "gpt2", StringComparison.Ordinal), await workspace.CodeText());
    }

    [Fact]
    public async Task Suppress_AtTheSiteThatNamesTheSpec_AddsAReasonToTheSpec()
    {
        using var workspace = new Workspace(Code, ("Gpt2.scaling.json", Specs.Gpt2Small));
        var diagnostic = (await workspace.Analyze()).Single(static found => found.Location.IsInSource && found.Id == "SCALE1001");

        var offer = Assert.Single(await workspace.Offers(new SuppressFix(), diagnostic));
        await workspace.Apply(offer);

        Assert.Equal("Suppress SCALE1001 in 'Gpt2.scaling.json' with a reason", offer.Title);
        Assert.Contains("published weights\", \"SCALE1001\": \"say here why this is meant\" }\n}", await workspace.SpecText("Gpt2.scaling.json"), StringComparison.Ordinal);
        Assert.Empty(await workspace.Analyze());
    }

    [Fact]
    public void Suppress_IsNeverForAll() => Assert.Null(new SuppressFix().GetFixAllProvider());

    [Fact]
    public async Task Finding_WithoutAKnownValue_HasNoRemedy()
    {
        using var workspace = new Workspace(Code, ("Gpt2.scaling.json", Specs.Gpt2Small));

        Assert.Empty(await workspace.Offers(new RemedyFix(), (await workspace.Analyze()).Single(static found => found.Location.IsInSource && found.Id == "SCALE1001")));
    }

    [Theory]
    [InlineData("new(NLayer: 24)")]
    [InlineData("NLayer: 24")]
    public async Task CreateSpec_FromAConstruction_StandsForIt(string at)
    {
        using var workspace = new Workspace(ConfigType.Replace("gpt3", "gpt2", StringComparison.Ordinal));

        var offer = Assert.Single(await workspace.Offers(new CreateSpecRefactoring(), at));
        await workspace.Apply(offer);

        Assert.Equal("Create 'Config.scaling.json' from this 'Config'", offer.Title);
        var plan = SpecPipeline.Run("Config.scaling.json", await workspace.SpecText("Config.scaling.json"), static _ => null).Plan!;
        Assert.Equal(("Config", 24, 50304), (plan.Spec.Name, plan.Spec.Model!.Layers, plan.Spec.Model.VocabularySize));
        Assert.Equal(100e9, plan.Spec.Data.Tokens!.Value);
    }

    [Fact]
    public async Task CreateSpec_WhereNothingIsConstructed_IsNotOffered()
    {
        using var workspace = new Workspace(ConfigType);

        Assert.Empty(await workspace.Offers(new CreateSpecRefactoring(), "NLayer = 12"));
    }

    [Fact]
    public void Assembly_OfTheFixes_NeedsNothingButTheCompilerAndTheLibrary() => Assert.Equal(
        ["Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "Microsoft.CodeAnalysis.Workspaces", "ScalingSdk", "ScalingSdk.Analyzers", "System.Collections.Immutable", "netstandard"],
        typeof(RemedyFix).Assembly.GetReferencedAssemblies().Select(static assembly => assembly.Name!).Order(StringComparer.Ordinal),
        StringComparer.Ordinal);
}
