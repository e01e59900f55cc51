using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScalingSdk.Editions;

/// <summary>The generator in an editor: its first run on a project's specs, an edit that no spec concerns, and one spec edited.</summary>
internal static class GeneratorMeasurements
{
    public static IEnumerable<(string Name, double Value)> Of(Assembly analyzers, int specs)
    {
        var type = analyzers.GetType("ScalingSdk.Analyzers.Generation.SpecGenerator", throwOnError: true)!;
        AdditionalText[] files = [];
        var code = Code();
        var runs = new List<(double Wall, double Processor)>();
        GeneratorDriver warm = null!;
        for (var i = 0; i < (specs > 500 ? 7 : 25); i++)
        {
            // New texts: what was read of a text is remembered for all that ask.
            files = [.. Enumerable.Range(0, specs).Select(static i => new MemorySpec(i, "10B"))];
            var driver = CSharpGeneratorDriver.Create([((IIncrementalGenerator)Activator.CreateInstance(type)!).AsSourceGenerator()], files, optionsProvider: new ProjectOptions());
            runs.Add(Clock.Both(() => warm = driver.RunGenerators(code)));
        }

        if (warm.GetRunResult().GeneratedTrees.Length < specs)
            throw new InvalidOperationException("not every spec has a class");
        yield return ("first in the process", runs[0].Wall);
        yield return ("first in the process, processor time", runs[0].Processor);
        yield return ("first run", runs.Skip(1).Min(static run => run.Wall));
        yield return ("first run, processor time", runs.Skip(1).Min(static run => run.Processor));
        yield return ("an unrelated edit", Edits(i => warm.RunGenerators(code.AddSyntaxTrees(Parse(FormattableString.Invariant($"internal static class Edit{i};"))))));
        yield return ("one spec edited", Edits(i =>
            warm.ReplaceAdditionalText(files[0], new MemorySpec(0, FormattableString.Invariant($"{11 + i}B"))).RunGenerators(code)));
    }

    private static double Edits(Action<int> edit)
    {
        var runs = Enumerable.Range(0, 60).Select(i => Clock.Once(() => edit(i))).ToList();
        return runs.Skip(20).Min();
    }

    private static CSharpCompilation Code() => CSharpCompilation.Create("MyApp", [Parse("namespace MyApp; internal static class Program;")],
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is "System.Private.CoreLib.dll" or "System.Runtime.dll" or "netstandard.dll")
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ]);

    private static SyntaxTree Parse(string code) => CSharpSyntaxTree.ParseText(code);
}
