using System.Globalization;
using Microsoft.CodeAnalysis;
using ScalingSdk.Naming;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>Code that does not allow the class of a spec gets a finding of ours, and no error in generated code.</summary>
public sealed class ClassConflictTests
{
    /// <summary>What the code has, the namespace and class of the spec's item, and what the finding says.</summary>
    public static TheoryData<string, string, string, string> Conflicts => new()
    {
        { "public class User { }", "MyApp", "User", "'MyApp.User' is a type of the project already" },
        { "enum Kind { A }", "MyApp", "Kind", "'MyApp.Kind' is a type of the project already" },
        { "delegate void Kind();", "MyApp", "Kind", "'MyApp.Kind' is a type of the project already" },
        { "public static partial class Gpt { }", "MyApp", "Gpt", "'MyApp.Gpt' is a type of the project already" },
        { "partial struct Gpt { }", "MyApp", "Gpt", "'MyApp.Gpt' is a type of the project already" },
        { "internal static partial class Gpt { public const long Tokens = 1; }", "MyApp", "Gpt", "'MyApp.Gpt' declares 'Tokens' itself" },
        { "internal static partial class Gpt { public static int BatchTokensAt(long seen) => 1; }", "MyApp", "Gpt", "'MyApp.Gpt' declares 'BatchTokensAt' itself" },
        { "class User { }", "MyApp.User", "Gpt", "'MyApp.User' is a type of the project" },
        { "namespace Gpt { class Other { } }", "MyApp", "Gpt", "'MyApp.Gpt' is a namespace of the project already" },
        { "class Other { }", "MyApp", "Tokens", "it has a constant of that name" },
    };

    [Theory, MemberData(nameof(Conflicts))]
    public async Task Class_ThatCodeDoesNotAllow_IsAFindingAndNotGenerated(string code, string space, string name, string message)
    {
        var project = Project.With("Gpt2Small.scaling.json", Specs.Gpt2Small).Code($"namespace MyApp {{ {code} }}") with { ItemMetadata = new ItemNames(space, name) };

        Assert.Empty(project.Generate());
        Assert.DoesNotContain(project.Compile().GetDiagnostics(), static one => one.Severity == DiagnosticSeverity.Error && one.Id is not "CS1591");
        var found = Assert.Single(await project.Analyze(), static one => one.Id is "SCALE0007");
        Assert.Contains(message, found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("internal static partial class Gpt { public const double Share = Tokens; }")]
    [InlineData("static partial class Gpt { }")]
    [InlineData("file class Gpt { }")]
    [InlineData("class Gpt<T> { }")]
    [InlineData("class Outer { class Gpt { } }")]
    public async Task Class_BesideWhatCodeAllows_IsGenerated(string code)
    {
        var project = Project.With("Gpt2Small.scaling.json", Specs.Gpt2Small).Code($"namespace MyApp {{ {code} }}") with { ItemMetadata = new ItemNames("MyApp", "Gpt") };

        Assert.Single(project.Generate());
        Assert.DoesNotContain(project.Compile().GetDiagnostics(), static one => one.Severity == DiagnosticSeverity.Error && one.Id is not "CS1591");
        Assert.DoesNotContain(await project.Analyze(), static one => one.Id is "SCALE0007");
    }

    [Fact]
    public async Task Type_ThatNamesASpecAndDeclaresAConstant_IsAFindingAndNotCompleted()
    {
        var project = Project.With("Gpt2Small.scaling.json", Specs.Gpt2Small)
            .Code("""namespace MyApp; [ScalingSdk.ScalingSpec("Gpt2Small.scaling.json")] static partial class Mine { public const long Tokens = 1; }""");

        Assert.DoesNotContain(project.Compile().GetDiagnostics(), static one => one.Severity == DiagnosticSeverity.Error && one.Id is not "CS1591");
        var found = Assert.Single(await project.Analyze(), static one => one.Id is "SCALE0007");
        Assert.Contains("it declares 'Tokens' itself", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Construction_WhoseClassIsAType_IsAFindingAndNotGenerated()
    {
        var project = new Project().Code("""
            namespace MyApp;
            [ScalingSdk.ScalingModel("gpt2")] sealed record Config(int VocabSize = 50304, int ContextLength = 1024, int EmbDim = 768, int NHeads = 12, int NLayers = 12);
            static class Presets { [ScalingSdk.ScalingBudget] static readonly Config Small = new(); }
            sealed class SmallBudget;
            """);

        Assert.Empty(project.Generate());
        Assert.Contains("'MyApp.SmallBudget' is a type of the project already", Assert.Single(await project.Analyze(), static one => one.Id is "SCALE0007").GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Class_ThatAFriendHasToo_IsAFindingThatNamesIt()
    {
        var friend = Platforms.Assembly("Friend", """[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("MyApp")] namespace MyApp { class Gpt2SmallBudget { } }""");
        var project = Project.With("Gpt2Small.scaling.json", Specs.Gpt2Small) with { References = [friend] };

        var found = Assert.Single(await project.Analyze(), static one => one.Id is "SCALE0006");
        Assert.Contains("'MyApp.Gpt2SmallBudget' is a class of 'Friend' too", found.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
