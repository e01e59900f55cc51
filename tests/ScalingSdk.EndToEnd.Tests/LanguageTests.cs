using System.Text.RegularExpressions;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>F# and Visual Basic, which take neither generator nor analyzers from the package.</summary>
[Collection(PackageFixture.Name)]
public sealed class LanguageTests(PackageFixture package)
{
    private const string Bad = """{ "model": { "architecture": "gpt2", "layers": -1 }, "data": { "tokns": "10B" } }""";

    [Fact]
    public async Task Build_AnyLanguage_HasTheSameFindingsInTheSamePlaces()
    {
        var csharp = await Findings("csproj", "Empty.cs", "internal static class Empty;");

        Assert.Contains(csharp, static finding => finding.Contains("Gpt2Small.scaling.json(14,22): warning SCALE1001: ", StringComparison.Ordinal));
        Assert.Contains(csharp, static finding => finding.Contains("Bad.scaling.json(1,", StringComparison.Ordinal));
        Assert.Contains(csharp, static finding => finding.Contains("Same.scaling.json(3,11): warning SCALE0006: 'Language.Gpt2SmallBudget' is the class of 'Gpt2Small.scaling.json'", StringComparison.Ordinal));
        Assert.Equal(csharp, await Findings("fsproj", "Library.fs", "module Library\nlet answer = 42\n"));
        Assert.Equal(
            csharp.Where(static finding => !finding.Contains("SCALE0006", StringComparison.Ordinal)), // no constants, so no name that is taken
            await Findings("vbproj", "Empty.vb", "Module Empty\nEnd Module\n"));
    }

    [Fact]
    public async Task Run_FSharp_HasLiteralsAndCompilesOnlyWhatChanged()
    {
        var consumer = new Consumer(package, "literals", "<OutputType>Exe</OutputType><RootNamespace>My.Tr-aining</RootNamespace>",
            "<Compile Include=\"Program.fs\" /><ScalingSpec Update=\"Own.scaling.json\" Namespace=\"My.namespace\" Class=\"type\" />", "fsproj");
        consumer.CopySample("Gpt2Small.scaling.json");
        foreach (var other in new[] { "Own.scaling.json", "a/Run.scaling.json", "b-1/Run.scaling.json" })
            consumer.Write(other, consumer.Read("Gpt2Small.scaling.json").Replace("Gpt2Small", "Run", StringComparison.Ordinal));
        consumer.Write("Program.fs", """
            module Program
            open My.Tr_aining
            let isPlanned tokens = match tokens with Gpt2SmallBudget.Tokens -> true | _ -> false
            printfn $"{Gpt2SmallBudget.TotalParameters} {Gpt2SmallBudget.TrainingFlops} {isPlanned 10_000_000_000L}"
            printfn $"{Gpt2SmallBudget.BatchScheduleSequences} {Gpt2SmallBudget.BatchTokensAt 0L} {Gpt2SmallBudget.BatchTokensAt 9_999_999_999L}"
            printfn $"{a.RunBudget.SpecPath} {b_1.RunBudget.SpecPath} {My.``namespace``.``type``.SpecPath}"
            """);

        var first = (await consumer.Build()).Succeeded();
        var again = (await consumer.Build("-v:d")).Succeeded();
        var program = await consumer.Run("run", "--no-build");
        File.Delete(Path.Combine(consumer.Folder, "obj/Debug/net10.0/scaling/ScalingBudgets.fs"));
        var restored = (await consumer.Build()).Succeeded();

        Assert.Equal(
            ["124439808 7.46638848E+18 True", "[144; 288; 575] 147280 589121", "a/Run.scaling.json b-1/Run.scaling.json Own.scaling.json"],
            program.Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        Assert.Single(again.Matching("Skipping target \"_ScalingWriteFSharp\""));
        Assert.Single(again.Matching("Skipping target \"CoreCompile\""));
        Assert.DoesNotContain(first.Problems.Concat(restored.Problems), static problem => !problem.Contains("SCALE1001", StringComparison.Ordinal));
    }

    private const string FSharpCode = """
        module Library
        open ScalingSdk
        (* [<ScalingModel("gpt2")>] in a comment (* nested *) *)
        let text = "[<ScalingModel>]" // [<ScalingModel>]
        let quote = '"'
        [<ScalingModel("gpt2")>]
        type Config = { VocabSize: int; [<ScalingKey("hidden_size")>] Girth: int }
        [<
          ScalingSdk.ScalingModelAttribute("gpt2")
        >]
        type Other() = class end
        """;

    private const string VisualBasicCode = """
        ' <ScalingModel("gpt2")>
        Imports ScalingSdk
        <ScalingModel("gpt2")>
        Public Class Config
            Public Const Text As String = "<ScalingModel(""gpt2"")>"
            <Obsolete,
             ScalingKey("hidden_size")>
            Public Girth As Integer = 768
        End Class
        """;

    private static readonly string[] InFSharp = ["Library.fs(6,3)", "Library.fs(7,35)", "Library.fs(9,14)"];
    private static readonly string[] InVisualBasic = ["Library.vb(3,2)", "Library.vb(7,6)"];

    /// <summary>The extension, what the project sets, and the severity of the findings; empty where there are none.</summary>
    public static TheoryData<string, string, string, string> Attributes => new()
    {
        { "fs", "", "", "warning" },
        { "vb", "", "", "warning" },
        { "fs", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", "", "error" },
        { "vb", "<NoWarn>$(NoWarn);SCALE0005</NoWarn>", "", "" },
        { "fs", "", "dotnet_diagnostic.SCALE0005.severity = none", "" },
        { "vb", "", "dotnet_diagnostic.SCALE0005.severity = error", "error" },
    };

    [Theory, MemberData(nameof(Attributes))]
    public async Task Attribute_InAnotherLanguage_IsAFindingAtItsLine(string language, string properties, string config, string severity)
    {
        var consumer = new Consumer(package, $"attributes_{language}_{severity}{properties.Length}", properties, language is "fs" ? "<Compile Include=\"Library.fs\" />" : "", language + "proj");
        consumer.Write("Library." + language, language is "fs" ? FSharpCode : VisualBasicCode);
        if (config.Length > 0)
            consumer.Write(".globalconfig", "is_global = true\n" + config + "\n");

        var build = await consumer.Build("--tl:off");

        Assert.Equal(severity is not "error", build.ExitCode == 0);
        var places = (language is "fs" ? InFSharp : InVisualBasic).Select(place => $"{place}: {severity} SCALE0005: ");
        Assert.Equal(
            severity.Length == 0 ? [] : places.ToArray(),
            build.Matching("SCALE0005").Select(static line => Regex.Match(line, @"Library\.[fv][sb]\(\d+,\d+\): \w+ SCALE0005: ", RegexOptions.None, Timeout.InfiniteTimeSpan).Value).Distinct(StringComparer.Ordinal).ToArray());
    }

    private async Task<string[]> Findings(string extension, string source, string text)
    {
        var consumer = new Consumer(package, "language_" + extension, "<ScalingNamespace>Language</ScalingNamespace>",
             string.Equals(extension, "fsproj", StringComparison.Ordinal) ? $"<Compile Include=\"{source}\" />" : "", extension: extension);
        consumer.CopySample("Gpt2Small.scaling.json");
        consumer.CopySample("Gpt2Small.scaling.json", "Same.scaling.json");
        consumer.Write("Bad.scaling.json", Bad);
        consumer.Write(source, text);
        var build = await consumer.Build("--tl:off");
        var folder = Regex.Escape(consumer.Folder);
        return [.. build.Problems.Select(line => Regex.Replace(line, folder + @"/|\[.*\]$", "", RegexOptions.None, Timeout.InfiniteTimeSpan).Trim()).Order(StringComparer.Ordinal)];
    }
}
