using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScalingSdk.Analyzers.Code;
using ScalingSdk.Analyzers.Generation;
using ScalingSdk.Testing;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>What a spec becomes in code.</summary>
public sealed class GeneratedCodeTests
{
    private static readonly Project Gpt2 = Project.With("Gpt2Small.scaling.json", Specs.Gpt2Small);
    private static readonly Project Llama2 = Project.With("specs/Llama2.scaling.json", Specs.Llama2).Add("specs/config.json", Specs.Llama2Config);

    [Fact]
    public Task Gpt2Small_Alone_GivesItsBudget() => Verify(Gpt2);

    [Fact]
    public Task Llama2_ByItsConfig_GivesItsBudget() => Verify(Llama2);

    [Fact]
    public Task PartialClass_NamingTheSpec_IsCompleted() => Verify(Project.With("Nominal.scaling.json", Specs.Nominal) with
    {
        Language = LanguageVersion.CSharp7_3,
        Sources =
        [
            """
            namespace Training
            {
                public static partial class Runs
                {
                    /// <summary>A run.</summary>
                    [ScalingSdk.ScalingSpec("Nominal.scaling.json")]
                    internal static partial class Small { }
                }
            }
            """,
        ],
    });

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    public void Output_UnderAnotherCulture_IsEqual(string culture)
    {
        var expected = Text(Llama2);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(expected, Text(Project.With("specs/Llama2.scaling.json", Specs.Llama2).Add("specs/config.json", Specs.Llama2Config)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("/somewhere/else")]
    [InlineData(@"C:\Users\me\app")]
    public void Output_FromAnotherFolder_IsEqual(string folder)
    {
        var elsewhere = new Project { Folder = folder }
            .Add("specs/Llama2.scaling.json", Specs.Llama2).Add("specs/config.json", Specs.Llama2Config);

        Assert.Equal(Text(Llama2), Text(elsewhere));
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3)]
    [InlineData(LanguageVersion.CSharp8)]
    [InlineData(LanguageVersion.Latest)]
    public void Output_WithWarningsAsErrors_Compiles(LanguageVersion language)
    {
        var project = (Gpt2 with { Language = language }).Code("""
            /// <summary>Public, so that undocumented members would be reported.</summary>
            [ScalingSdk.ScalingSpec("Gpt2Small.scaling.json")]
            public static partial class Small { }
            """);

        Assert.Empty(project.Compile().GetDiagnostics().Where(static found => found.Severity > DiagnosticSeverity.Hidden));
    }

    [Fact]
    public void Output_Lines_EndWithLineFeed() => Assert.DoesNotContain('\r', Text(Gpt2));

    [Fact]
    public void Constants_OfGpt2Small_AreThePublishedCounts()
    {
        var constants = Gpt2.Compile().GetTypeByMetadataName("MyApp.Gpt2SmallBudget")!;

        Assert.Equal(124_439_808L, Value("TotalParameters"));
        Assert.Equal(84_934_656L, Value("NonEmbeddingWeights"));
        Assert.Equal(3_685_469_778L, Value("OverfittingThresholdTokens"));
        Assert.Equal(5.0, Value("Epochs"));
        Assert.Equal("Gpt2Small.scaling.json", Value("SpecPath"));

        object? Value(string name) => ((IFieldSymbol)constants.GetMembers(name).Single()).ConstantValue;
    }

    [Theory]
    [InlineData("nanochat-2026", 768, "muon")]
    [InlineData("olmo-ladder", 768, "adamw")]
    [InlineData("marin-2025", 48, "")]
    public void Constants_OfARecipe_NameItsOptimizer(string recipe, int width, string optimizer)
    {
        var spec = $$"""
            { "model": { "architecture": "gpt2", "layers": 12, "hidden_size": {{width.ToString(System.Globalization.CultureInfo.InvariantCulture)}}, "attention_heads": 12, "vocabulary_size": 32768, "context_length": 2048 },
              "data": { "tokens": "10B" }, "training": { "batch_tokens": "0.5M" }, "laws": { "recipe": "{{recipe}}" } }
            """;

        var constants = Project.With("Run.scaling.json", spec).Compile().GetTypeByMetadataName("MyApp.RunBudget")!;

        Assert.Equal(optimizer, ((IFieldSymbol)constants.GetMembers("RecipeOptimizer").Single()).ConstantValue);
    }

    [Fact]
    public void Constants_WithoutARecipe_HaveNoOptimizer() =>
        Assert.Empty(Gpt2.Compile().GetTypeByMetadataName("MyApp.Gpt2SmallBudget")!.GetMembers("RecipeOptimizer"));

    [Fact]
    public void Constants_Documentation_IsWellFormed()
    {
        var constants = Gpt2.Compile().GetTypeByMetadataName("MyApp.Gpt2SmallBudget")!;

        Assert.All(constants.GetMembers().OfType<IFieldSymbol>(), static field =>
            Assert.StartsWith("<member", field.GetDocumentationCommentXml(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "Gpt2SmallBudget")]
    [InlineData("my-app.2d", "my_app._2d.Gpt2SmallBudget")]
    [InlineData("My.class", "My.class.Gpt2SmallBudget")]
    public void RootNamespace_OfAnyForm_BecomesAValidNamespace(string rootNamespace, string expected)
    {
        var compilation = (Gpt2 with { RootNamespace = rootNamespace }).Compile();

        Assert.NotNull(compilation.GetTypeByMetadataName(expected));
        Assert.Empty(compilation.GetDiagnostics());
    }

    [Fact]
    public void SameName_InTwoFolders_GivesTwoClassesInTheirFoldersNamespaces()
    {
        var compilation = Project.With("big-runs/Run.scaling.json", Specs.Gpt2Small).Add("small/Run.scaling.json", Specs.Gpt2Small).Compile();

        Assert.NotNull(compilation.GetTypeByMetadataName("MyApp.big_runs.Gpt2SmallBudget"));
        Assert.NotNull(compilation.GetTypeByMetadataName("MyApp.small.Gpt2SmallBudget"));
        Assert.Empty(compilation.GetDiagnostics());
    }

    [Fact]
    public async Task SameName_InOneFolder_IsTheFirstByPathAndAFindingOfTheOther()
    {
        var project = Project.With("b.scaling.json", Specs.Named("Run")).Add("a.scaling.json", Specs.Named("Run"));

        Assert.Contains("\"a.scaling.json\"", Assert.Single(project.Generate()).SourceText.ToString(), StringComparison.Ordinal);
        var found = Assert.Single(await project.Analyze(), static one => one.Id == "SCALE0006");
        Assert.Equal("/home/me/app/b.scaling.json: (1,10)-(1,15)", found.Location.GetLineSpan().ToString());
        Assert.Contains("'MyApp.RunBudget' is the class of 'a.scaling.json'", found.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Other.Space", "", "Other.Space.Gpt2SmallBudget")]
    [InlineData("", "Small", "MyApp.Small")]
    [InlineData("Other.Space", "Small.2", "Other.Space.Small_2")]
    [InlineData("event", "class", "event.class")]
    public void Class_ThatTheProjectsItemNames_IsCalledSo(string space, string name, string expected)
    {
        var compilation = (Gpt2 with { ItemMetadata = new(space, name) }).Compile();

        Assert.NotNull(compilation.GetTypeByMetadataName(expected));
        Assert.Empty(compilation.GetDiagnostics());
    }

    [Fact]
    public void SameFile_PassedTwice_IsOneClass() =>
        Assert.Single(Gpt2.Add("Gpt2Small.scaling.json", Specs.Gpt2Small).Generate());

    [Fact]
    public void SameFileName_InTwoFolders_GivesTwoClasses() =>
        Assert.Equal(2, Project.With("a/Run.scaling.json", Specs.Named("A")).Add("b/Run.scaling.json", Specs.Named("B")).Generate().Length);

    [Theory]
    [InlineData("MyApp", "MyApp")]
    [InlineData("My.class", "My.@class")]
    public void OwnClass_OfTheSpecsClassName_IsCompletedInItsPlace(string rootNamespace, string inCode)
    {
        var compilation = (Gpt2 with { RootNamespace = rootNamespace }).Code($$"""
            namespace {{inCode}};
            /// <summary>Public, which the class by itself is not.</summary>
            [ScalingSdk.ScalingSpec("Gpt2Small.scaling.json")]
            public static partial class Gpt2SmallBudget { }
            """).Compile();

        Assert.Empty(compilation.GetDiagnostics());
        Assert.Single(compilation.GetTypeByMetadataName(rootNamespace + ".Gpt2SmallBudget")!.GetMembers("Name"));
    }

    [Theory]
    [InlineData("public static class Small { }")]
    [InlineData("file static partial class Small { }")]
    [InlineData("public static class Outer { [ScalingSdk.ScalingSpec(\"Gpt2Small.scaling.json\")] public static partial class Small { } }")]
    public void Class_ThatIsNotPartialThroughout_IsLeftAlone(string code) =>
        Assert.Single(Gpt2.Code("[ScalingSdk.ScalingSpec(\"Gpt2Small.scaling.json\")] " + code).Generate());

    [Theory]
    [InlineData("a\r\n/// </summary> #error", "a\\u000D\\u000A/// &lt;/summary&gt; #error")]
    [InlineData("a\u2028b\u0085c & \u0000 \uFFFF \U0001F600", "a\\u2028b\\u0085c &amp; \\u0000 \uFFFD \U0001F600")]
    public void Documentation_OfForeignText_StaysInItsComment(string text, string expected) =>
        Assert.Equal(expected, CSharpText.Doc(text));

    [Fact]
    public void SpecPath_OfOddCharacters_Compiles()
    {
        var project = Project.With("a \"b\" & <c>/Run\u2028.scaling.json", Specs.Gpt2Small);

        Assert.Empty(project.Compile().GetDiagnostics());
    }

    [Fact]
    public void Project_WithoutSpecs_GetsNothing() => Assert.Empty(Project.With("config.json", Specs.Llama2Config).Generate());

    private static Task Verify(Project project, [System.Runtime.CompilerServices.CallerMemberName] string test = "") =>
        Verifier.Verify(Text(project), testMethod: test);

    private static string Text(Project project) => string.Join("\n", project.Generate().Select(static file =>
        "==== " + file.HintName + "\n" + Scrub(file.SourceText.ToString())));

    private static string Scrub(string text) =>
        text.Replace($"\"{typeof(SpecGenerator).Assembly.GetName().Version!.ToString(3)}\"", "\"{version}\"", StringComparison.Ordinal);
}
