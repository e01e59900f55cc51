using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScalingSdk.Analyzers.Generation;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>Constructions are read again after an edit that they can depend on, and not after another.</summary>
public sealed class CodeReadingTests
{
    private const string Presets = """
        namespace App;
        static class Presets { [ScalingSdk.ScalingBudget] static readonly Config Small = new(NLayers: Sizes.Layers); }
        """;

    private static readonly Project Start = Project.With("config.json", """{ "NLayers": 5 }""")
        .Code(Presets)
        .Code("""
            namespace App;
            [ScalingSdk.ScalingModel("gpt2")] sealed record Config(int VocabSize = 50304, int ContextLength = 1024, int EmbDim = 768, int NHeads = 12, int NLayers = 12);
            """)
        .Code("namespace App; static class Sizes { public const int Layers = Inner.Layers; }")
        .Code("namespace App; static class Inner { public const int Layers = 6; }")
        .Code("namespace App; static class Other { public static int Answer() => 42; }");

    /// <summary>The file that is edited, what it holds then, and whether the constructions are read again.</summary>
    public static TheoryData<string, int, string?, bool> Edits => new()
    {
        { "a body that nothing names", 4, "namespace App; static class Other { public static int Answer() => 43; }", false },
        { "another type that nothing names", 4, "namespace App; static class Another { }", false },
        { "the file is removed", 4, null, false },
        { "the constant behind a constant", 3, "namespace App; static class Inner { public const int Layers = 7; }", true },
        { "the constant's file is removed", 3, null, true },
        { "a default of the type", 1, Start.Sources[1].Replace("EmbDim = 768", "EmbDim = 1536", StringComparison.Ordinal), true },
        { "a type that is found first", 4, "namespace App { static class Other { } } namespace App.Sizes { class Layers; }", true },
        { "a namespace of that name", 4, "namespace App.Sizes { interface IAnother; }", true },
        { "a namespace that nothing names", 4, "namespace App.Unknown { interface IAnother; }", false },
        { "a using for all files", 4, "global using Sizes = App.Others; namespace App { static class Others { public const int Layers = 9; } }", true },
        { "another construction", 4, "namespace App; static class Other { [ScalingSdk.ScalingBudget] static readonly Config Large = new(NLayers: 48); }", true },
        { "another construction, by another name of the attribute", 4, "using Constants = ScalingSdk.ScalingBudgetAttribute; namespace App { static class Other { [Constants] static readonly Config Large = new(NLayers: 48); } }", true },
        { "a name of the attribute for all files", 4, "global using Constants = ScalingSdk.ScalingBudgetAttribute;", true },
        { "another name for the construction", 0, Presets.Replace("Small", "Tiny", StringComparison.Ordinal), true },
    };

    [Theory, MemberData(nameof(Edits))]
    public void Edit_OfOneFile_GivesWhatANewStartGives(string edit, int file, string? text, bool isRead)
    {
        var before = Start.Compilation();
        var tree = before.SyntaxTrees[file];
        var first = CodeReading.Of(before, new OtherFiles(Start.Files), default);

        var edited = text is null
            ? before.RemoveSyntaxTrees(tree)
            : before.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath));
        var second = CodeReading.Of(edited, new OtherFiles(Start.Files), default);

        // Parsed anew, no file is one that has been read.
        var anew = CSharpCompilation.Create("MyApp", edited.SyntaxTrees.Select(static one => CSharpSyntaxTree.ParseText(one.ToString(), (CSharpParseOptions)one.Options)), edited.References, edited.Options);
        Assert.Equal(CodeReading.Of(anew, new OtherFiles(Start.Files), default), second);
        Assert.True(isRead != ReferenceEquals(first, second), edit);
    }

    [Fact]
    public void Edits_OneAfterTheOther_AreReadFromTheLast()
    {
        var code = Start.Compilation();
        foreach (var layers in (int[])[6, 7, 6, 8])
        {
            var tree = code.SyntaxTrees[3];
            code = code.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(FormattableString.Invariant($"namespace App; static class Inner {{ public const int Layers = {layers}; }}"), (CSharpParseOptions)tree.Options));

            var budget = Assert.Single(CodeReading.Of(code, new OtherFiles([]), default));
            Assert.Contains(budget.Stated, value => value.Key.Key is "layers" && value.Json == layers.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Edit_ThatSetsAMemberOfTheObject_IsReadAndForgotten()
    {
        var code = new Project()
            .Code("namespace App; static class Presets { [ScalingSdk.ScalingBudget] internal static readonly Config Small = new(); }")
            .Code("""namespace App; [ScalingSdk.ScalingModel("gpt2", VocabularySize = 50304, ContextLength = 1024)] sealed class Config { public int EmbDim = 768, NHeads = 12, NLayers = 12; }""")
            .Code("namespace App; static class Other { }")
            .Compilation();
        foreach (var (body, budgets) in ((string, int)[])[("", 1), ("static void Set() => Presets.Small.NLayers = 7;", 0), ("static void Set() => Presets.Small.ToString();", 1)])
        {
            var tree = code.SyntaxTrees[2];
            code = code.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText($"namespace App; static class Other {{ {body} }}", (CSharpParseOptions)tree.Options));

            Assert.Equal(budgets, CodeReading.Of(code, new OtherFiles([]), default).Count);
        }
    }

    [Fact]
    public void Attribute_ByANameForAllFiles_GivesItsClass() => Assert.Single(Start
        .Code("global using Constants = ScalingSdk.ScalingBudgetAttribute;")
        .Code("namespace App; static class Others { [Constants] static readonly Config Large = new(NLayers: 48); }")
        .Generate(), static file => file.HintName.Contains("Large", StringComparison.Ordinal));

    [Theory]
    [InlineData("partial class", "ReaderBudget")]
    [InlineData("partial struct", null)]
    public void Attribute_OnOnePartOfAType_GivesOneClass(string kind, string? name)
    {
        var files = new Project()
            .Code($$"""namespace App; [ScalingSdk.ScalingBudget, ScalingSdk.ScalingModel("gpt2", VocabularySize = 50304)] {{kind}} Reader { public Reader() { } public int ContextLength { get; set; } = 1024; public int Width { get; set; } = 768; }""")
            .Code($$"""namespace App; [System.Serializable] {{kind}} Reader { public int Heads { get; set; } = 12; public int Layers { get; set; } = 12; }""")
            .Generate();

        Assert.Equal(name is null ? 0 : 1, files.Length);
        Assert.All(files, file => Assert.Contains(name!, file.HintName, StringComparison.Ordinal));
    }
}
