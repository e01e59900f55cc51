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
