using Microsoft.CodeAnalysis;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>Constructions with [ScalingBudget]: the constants of a spec, from code.</summary>
public sealed class NamedConstructionTests
{
    private const string Record = """
        [ScalingModel("gpt2", Tokens = "10B", UniqueTokens = "10B")]
        public sealed record Config(int VocabSize = 50304, int ContextLength = 1024, int EmbDim = 768, int NHeads = 12, int NLayers = 12, int BatchSize = 480);

        """;

    /// <summary>The same as a spec.</summary>
    private const string Spec = """
        {
          "name": "Small",
          "model": { "architecture": "gpt2", "vocabulary_size": 50304, "context_length": 1024, "hidden_size": 768, "attention_heads": 12, "layers": 12 },
          "data": { "tokens": "10B", "unique_tokens": "10B" },
          "training": { "batch_sequences": 480 }
        }
        """;

    private const string Scattered = """
        public static class Runs
        {
            [ScalingBudget] public static Config Small()
            {
                var heads = 6 * 2;
                return new Config(EmbDim: 64 * heads, NHeads: heads);
            }
        }
        """;

    private const string StaticClass = """
        [ScalingModel("gpt2", Tokens = "10B", UniqueTokens = "10B"), ScalingBudget("Small")]
        public static class Settings
        {
            public const int VocabSize = 50304, ContextLength = 1024, EmbDim = 768, NHeads = 12, NLayers = 12, BatchSize = 480;
        }
        """;

    public static TheoryData<string> Shapes =>
    [
        Record + "static class Runs { [ScalingBudget] static readonly Config Small = new(); }",
        Record + "static class Runs { [ScalingBudget] static readonly Config _small = new Config { NLayers = 12 }; }",
        Record + "static class Runs { [ScalingBudget] static Config Small { get; } = new() { EmbDim = 768 }; }",
        Record + "static class Runs { [ScalingBudget] static Config Small => new(NHeads: 3 * 4); }",
        Record + "static class Runs { [ScalingBudget] static object Small() => new Config(NLayers: 6) with { NLayers = 12 }; }",
        Record + "static class Runs { static readonly Config Other = new(NLayers: 13); [ScalingBudget(\"Small\")] static readonly Config One = Other with { NLayers = 12 }; }",
        Record + Scattered,
        Record.Replace("UniqueTokens = \"10B\")", "UniqueTokens = \"10B\"), ScalingBudget(\"Small\")", StringComparison.Ordinal),
        StaticClass,
    ];

    [Theory, MemberData(nameof(Shapes))]
    public async Task Construction_OfEveryShape_GivesTheConstantsOfItsSpec(string code)
    {
        var project = Code(code);
        var wanted = Constants(Project.With("Small.scaling.json", Spec).Compile());

        Assert.Equal(wanted, Constants(project.Compile()));
        Assert.True(wanted.Count > 30);
        Assert.Empty(await project.Analyze());
    }

    [Fact]
    public void Documentation_OfTheClass_NamesWhatTheCodeStates()
    {
        var budget = Code(Record + "static class Runs { [ScalingBudget] static readonly Config Small = new(NLayers: 24); }").Compile().GetTypeByMetadataName("MyApp.SmallBudget")!;
        var text = budget.GetDocumentationCommentXml()!;

        Assert.Contains("What follows from MyApp.Runs.Small", text, StringComparison.Ordinal);
        Assert.Contains("model.layers 24 (NLayers)", text, StringComparison.Ordinal);
        Assert.Contains("data.tokens \"10B\" (Tokens)", text, StringComparison.Ordinal);
        Assert.Equal("MyApp.Runs.Small", ((IFieldSymbol)budget.GetMembers("SpecPath").Single()).ConstantValue);
    }

    [Theory]
    [InlineData("[ScalingBudget] static readonly Config Small = new(NLayers: System.Environment.ProcessorCount);", "SCALE0003", "'NLayers' is not constant, so there is no 'SmallBudget'")]
    [InlineData("[ScalingBudget] static Config Small = new();", "SCALE0001", "'Small' gives no construction")]
    [InlineData("[ScalingBudget] static Config Small { get; set; } = new();", "SCALE0001", "'Small' gives no construction")]
    [InlineData("[ScalingBudget] static Config Small(int layers) => new(NLayers: layers);", "SCALE0003", "'Small' depends on 'layers', which is known at run time alone, so it has no constants")]
    [InlineData("[ScalingBudget] static object Small(int layers) => layers;", "SCALE0001", "'Small' gives no construction")]
    [InlineData("[ScalingBudget] static Config Small(){ if (System.DateTime.Now.Hour > 3) return new(); return new(NLayers: 24); }", "SCALE0001", "'Small' gives no construction")]
    [InlineData("[ScalingBudget] static readonly int Small = 3;", "SCALE0001", "'Small' gives no construction")]
    [InlineData("[ScalingBudget(\"a b\")] static readonly Config Small = new();", "SCALE0004", "'a b' is not an identifier; write letters, digits and '_', such as 'a_b'")]
    public async Task Attribute_WithoutAPlan_SaysWhyAndGivesNothing(string member, string id, string message)
    {
        var project = Code(Record + $"static class Runs {{ {member} }}");

        var found = Assert.Single(await project.Analyze(), static one => one.Severity > DiagnosticSeverity.Info);

        Assert.Equal((id, DiagnosticSeverity.Error), (found.Id, found.Severity));
        Assert.StartsWith("ScalingBudget", found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan), StringComparison.Ordinal);
        Assert.Contains(message, found.GetMessage(null), StringComparison.Ordinal);
        Assert.Empty(project.Generate());
    }

    [Fact]
    public async Task TwoConstructions_OfOneName_AreTheFirstAndAFindingOfTheOther()
    {
        var project = Code(Record + """
            static class Z { [ScalingBudget] static readonly Config Small = new(); }
            static class A { [ScalingBudget] static readonly Config Small = new(); }
            """);

        Assert.Contains("\"MyApp.A.Small\"", Assert.Single(project.Generate()).SourceText.ToString(), StringComparison.Ordinal);
        var found = Assert.Single(await project.Analyze());
        Assert.Equal("SCALE0006", found.Id);
        Assert.Equal("'MyApp.SmallBudget' is the class of 'MyApp.A.Small', so this construction has no constants; write another name: [ScalingBudget(\"...\")]", found.GetMessage(null));
        Assert.Contains("class Z", found.Location.SourceTree!.GetText().Lines.GetLineFromPosition(found.Location.SourceSpan.Start).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Construction_OfTheNameOfASpec_LeavesItTheClass()
    {
        var project = Code(Record + "static class Runs { [ScalingBudget] static readonly Config Small = new(); }").Add("Small.scaling.json", Spec);

        Assert.Contains("\"Small.scaling.json\"", Assert.Single(project.Generate()).SourceText.ToString(), StringComparison.Ordinal);
        Assert.Contains("'MyApp.SmallBudget' is the class of 'Small.scaling.json'", Assert.Single(await project.Analyze()).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Defaults_OfATypeWithABudget_AreCheckedAsAConstruction()
    {
        var found = Assert.Single(await Code(Record.Replace("NHeads = 12", "NHeads = 7", StringComparison.Ordinal)
            .Replace("UniqueTokens = \"10B\")", "UniqueTokens = \"10B\"), ScalingBudget", StringComparison.Ordinal)).Analyze());

        Assert.Equal("SCALE0004", found.Id);
        Assert.Equal("768", found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan));
    }

    private static Project Code(string code) => new Project().Code("namespace MyApp;\nusing ScalingSdk;\n" + code);

    private static SortedDictionary<string, object?> Constants(Compilation compilation)
    {
        Assert.Empty(compilation.GetDiagnostics().Where(static found => found.Severity == DiagnosticSeverity.Error && found.Id is not ("CS1591" or "CS0169" or "CS0414" or "CS9113")));
        var budget = compilation.GetTypeByMetadataName("MyApp.SmallBudget")!;
        return new(budget.GetMembers().OfType<IFieldSymbol>().Where(static field => field is { HasConstantValue: true, Name: not "SpecPath" })
            .ToDictionary(static field => field.Name, static field => field.ConstantValue, StringComparer.Ordinal), StringComparer.Ordinal);
    }
}
