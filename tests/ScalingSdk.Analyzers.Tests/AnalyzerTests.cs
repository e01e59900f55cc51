using Microsoft.CodeAnalysis;
using ScalingSdk.Rules;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>Where and how findings show.</summary>
public sealed class AnalyzerTests
{
    private const string Code = """
        using ScalingSdk;

        namespace Training;

        [ScalingSpec("Gpt2Small.scaling.json")]
        internal static class Small;
        """;

    private static readonly Project Gpt2 = Project.With("Gpt2Small.scaling.json", Specs.Gpt2Small);

    [Fact]
    public async Task UniqueTokens_BelowTheThreshold_AreReportedOnTheirValue()
    {
        var found = Assert.Single(await Gpt2.Analyze());

        Assert.Equal(("SCALE1001", DiagnosticSeverity.Warning), (found.Id, found.Severity));
        Assert.Equal("/home/me/app/Gpt2Small.scaling.json: (4,46)-(4,50)", found.Location.GetLineSpan().ToString());
        Assert.Equal("\"2B\"", Specs.Gpt2Small.Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length));
        Assert.Contains("3.69B", found.GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finding_OfANamedSpec_IsReportedOnceMoreAtTheAttribute()
    {
        var found = await Gpt2.Code(Code).Analyze();

        Assert.All(found, static one => Assert.Equal("SCALE1001", one.Id));
        var (site, spec) = (found[0], found[1]);
        Assert.Equal("\"Gpt2Small.scaling.json\"", site.Location.SourceTree!.GetText().ToString(site.Location.SourceSpan));
        Assert.Equal("Gpt2Small.scaling.json(5,47): " + spec.GetMessage(null), site.GetMessage(null));
        Assert.Equal(spec.Location, Assert.Single(site.AdditionalLocations));
        Assert.Equal((DiagnosticSeverity.Info, DiagnosticSeverity.Warning), (site.Severity, spec.Severity));
    }

    [Fact]
    public async Task Attribute_NamingASpecInAFolder_FindsIt()
    {
        var found = await Project.With("specs/Gpt2Small.scaling.json", Specs.Gpt2Small).Code(Code).Analyze();

        Assert.Equal(2, found.Length);
    }

    [Theory]
    [InlineData("file static partial class Small { }", "'Small' is file-local; remove 'file'")]
    [InlineData("public static partial class Small { }", "'Outer' is not partial; write 'partial class Outer'", "public static class Outer { ", " }")]
    public async Task Attribute_OnATypeThatCannotBeCompleted_SaysWhy(string type, string why, string before = "", string after = "")
    {
        var found = await Gpt2.Code($"{before}[ScalingSdk.ScalingSpec(\"Gpt2Small.scaling.json\")] {type}{after}").Analyze();

        Assert.EndsWith(why, Assert.Single(found, static one => one.Id is "SCALE0007").GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Class_ThatTheProjectHasAlready_IsAFinding()
    {
        var found = await Gpt2.Code("namespace MyApp { internal static class Gpt2SmallBudget { } }").Analyze();

        Assert.Contains("is a type of the project already", Assert.Single(found, static one => one.Id is "SCALE0007").GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attribute_NamingNoSpec_SaysSo()
    {
        var found = Assert.Single(await Project.With("Other.scaling.json", null).Code(Code).Analyze());

        Assert.Equal("SCALE0001", found.Id);
        Assert.True(found.Location.IsInSource);
    }

    [Fact]
    public async Task Spec_WithEnoughTokens_IsNotReported() =>
        Assert.Empty(await Project.With("specs/Llama2.scaling.json", Specs.Llama2).Add("specs/config.json", Specs.Llama2Config).Analyze());

    [Fact]
    public async Task Spec_WithoutText_IsLeftToTheCompiler()
    {
        var project = Project.With("Missing.scaling.json", null);

        Assert.Empty(await project.Analyze());
        Assert.Empty(project.Generate());
    }

    [Fact]
    public async Task Config_ThatWasNotPassed_IsOneFindingOnItsName()
    {
        var found = Assert.Single(await Project.With("Llama2.scaling.json", Specs.Llama2).Analyze());

        Assert.Equal("\"config.json\"", Specs.Llama2.Substring(found.Location.SourceSpan.Start, found.Location.SourceSpan.Length));
    }

    [Fact]
    public async Task OtherFiles_OfTheProject_AreNotRead() =>
        Assert.Empty(await Project.With("appsettings.json", "{").Add("BannedSymbols.txt", "x").Analyze());

    [Fact]
    public void Descriptors_OfAllRules_CarryTheCatalog() => Assert.All(RuleCatalog.All, static rule =>
    {
        var descriptor = RuleDescriptors.Of(rule);
        Assert.Equal(rule.Id, descriptor.Id);
        Assert.Equal(rule.Category, descriptor.Category);
        Assert.Equal(rule.HelpLink, descriptor.HelpLinkUri);
        Assert.Equal(RuleDescriptors.Translate(rule.Severity), descriptor.DefaultSeverity);
        Assert.DoesNotMatch(@"\.$|\n", descriptor.Title.ToString(null));
    });

    [Fact]
    public void Assembly_InTheAnalyzerFolder_NeedsNothingButTheCompilerAndTheLibrary()
    {
        var needed = typeof(SpecFileAnalyzer).Assembly.GetReferencedAssemblies().Select(static assembly => assembly.Name!).Order(StringComparer.Ordinal);

        Assert.Equal(
            ["Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp", "ScalingSdk", "System.Collections.Immutable", "netstandard"],
            needed,
            StringComparer.Ordinal);
    }
}
