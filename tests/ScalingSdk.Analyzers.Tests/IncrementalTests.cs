using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ScalingSdk.Analyzers.Generation;
using ScalingSdk.Naming;
using ScalingSdk.Planning;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>An edit runs again what depends on it, and nothing else.</summary>
public sealed class IncrementalTests
{
    private static readonly Project ThreeSpecs = Project
        .With("A.scaling.json", Specs.Named("A"))
        .Add("B.scaling.json", Specs.Named("B"))
        .Add("Llama2.scaling.json", Specs.Llama2)
        .Add("config.json", Specs.Llama2Config)
        .Code("""
            namespace Training;
            [ScalingSdk.ScalingSpec("A.scaling.json")]
            internal static partial class Mine { }

            [ScalingSdk.ScalingModel("gpt2")]
            internal sealed record Config(int VocabSize = 50304, int ContextLength = 1024, int EmbDim = 768, int NHeads = 12, int NLayers = 12);

            internal static class Presets
            {
                [ScalingSdk.ScalingBudget]
                internal static readonly Config Small = new();
            }
            """);

    private static readonly string[] Steps = [.. typeof(TrackingNames).GetFields().Select(static field => (string)field.GetValue(null)!)];

    [Fact]
    public void UnrelatedSource_Added_LeavesEveryStepAlone()
    {
        var run = new Edit(ThreeSpecs, static (driver, _) => driver, static code =>
            code.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Unrelated { }", (CSharpParseOptions)code.SyntaxTrees.First().Options)));

        Assert.All(Steps, step => Assert.All(run.Reasons(step), AssertUntouched));
        Assert.All(run.Outputs, static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void EveryStep_OfTheFirstRun_HasItsName()
    {
        var run = ThreeSpecs.Driver().RunGenerators(ThreeSpecs.Compilation()).GetRunResult().Results.Single();

        Assert.All(Steps, step => Assert.True(run.TrackedSteps.ContainsKey(step), step));
    }

    [Theory]
    [InlineData("A.scaling.json", "// a comment\n")]
    [InlineData("A.scaling.json", "\n\n  ")]
    public void Spec_EditedInCommentsAlone_LeavesTheOutputsCached(string spec, string added)
    {
        var run = Replacing(spec, text => added + text);

        Assert.Single(run.Reasons(TrackingNames.Specs), IncrementalStepRunReason.Modified);
        Assert.Single(run.Reasons(TrackingNames.Contents), IncrementalStepRunReason.Unchanged);
        Assert.All(run.Outputs, static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Spec_OneOfMany_ChangesItsOwnOutputsAlone()
    {
        var run = Replacing("B.scaling.json", static text => text.Replace("10B", "20B", StringComparison.Ordinal));

        Assert.Single(run.Reasons(TrackingNames.Contents), IncrementalStepRunReason.Modified);
        Assert.Equal(2, run.Reasons(TrackingNames.Contents).Count(static reason => reason is IncrementalStepRunReason.Cached));
        Assert.Single(run.Outputs, IncrementalStepRunReason.Modified);
        Assert.Equal(3, run.Outputs.Count(static reason => reason is IncrementalStepRunReason.Cached));
    }

    [Fact]
    public void Config_Edited_ChangesTheSpecThatNamesIt()
    {
        var run = Replacing("config.json", static text => text.Replace("11008", "11264", StringComparison.Ordinal));

        Assert.Single(run.Reasons(TrackingNames.Contents), IncrementalStepRunReason.Modified);
        Assert.Single(run.Outputs, IncrementalStepRunReason.Modified);
    }

    [Fact]
    public void RunAgain_WithNothingChanged_IsCached()
    {
        var run = new Edit(ThreeSpecs, static (driver, _) => driver, static code => code.Clone());

        Assert.All(run.Outputs, static reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Values_FromTheBudgetsOn_HoldNothingOfTheCompiler()
    {
        var result = ThreeSpecs.Driver().RunGenerators(ThreeSpecs.Compilation()).GetRunResult().Results.Single();
        string[] values =
        [
            TrackingNames.Project, TrackingNames.Language, TrackingNames.Contents, TrackingNames.Targets, TrackingNames.Displaced,
            TrackingNames.Classes, TrackingNames.Completions, TrackingNames.CodeSpecs, TrackingNames.CodeContents, TrackingNames.CodeLosers, TrackingNames.Impossible,
        ];

        Assert.All(values, step => Assert.All(
            result.TrackedSteps[step].SelectMany(static run => run.Outputs),
            static output => AssertPlain(output.Value, [])));
    }

    [Fact]
    public void Contents_OfEqualSpecs_AreEqual()
    {
        var one = Content();
        var other = Content();

        Assert.NotSame(one, other);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, one with { Constants = one.Constants + "\n" });
        Assert.NotEqual(one, one with { Assumptions = new EquatableArray<string>(["another"]) });

        static ClassContent Content() => Generation.ClassContent.From(
            SpecPipeline.Run("/a/Gpt2Small.scaling.json", Specs.Gpt2Small, static _ => null).Plan!, "Gpt2Small.scaling.json", Specs.Gpt2Small);
    }

    [Fact]
    public void Class_OfAPlan_IsWrittenAlmostWithoutCopies()
    {
        var plan = SpecPipeline.Run("/a/Gpt2Small.scaling.json", Specs.Gpt2Small, static _ => null).Plan!;
        var stated = (Json.JsonObject)Json.JsonReader.Read(Specs.Gpt2Small).Root!;
        _ = plan.Figures;
        _ = Write(plan, stated);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var source = Write(plan, stated);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;

        // A class is a string twice, its constants and the whole: 4 bytes for each character.
        Assert.True(bytes < 7 * source.Length, FormattableString.Invariant($"{bytes} bytes for a class of {source.Length} characters: an editor pays this for each spec; write into the buffer of ConstantLines, join nothing before"));

        static string Write(TrainingPlan plan, Json.JsonObject stated)
        {
            var content = Generation.ClassContent.From(plan, "Gpt2Small.scaling.json", plan.Spec.Name, stated);
            return ClassSource.Write(new Holding(Container.Of(ClassName.Of(content.Name, content.SpecPath, new ItemNames("", ""), "MyApp")), content), new CodeLanguage(KnowsNullable: true, HasSpans: true));
        }
    }

    [Fact]
    public void Cancelled_Run_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => ThreeSpecs.Driver().RunGenerators(ThreeSpecs.Compilation(), source.Token));
    }

    private static Edit Replacing(string path, Func<string, string> edit)
    {
        var old = ThreeSpecs.Files.Single(file => file.Path.EndsWith("/" + path, StringComparison.Ordinal));
        var text = old.GetText()!.ToString();
        return new Edit(ThreeSpecs, (driver, _) => driver.ReplaceAdditionalText(old, new MemoryFile(old.Path, edit(text))), static code => code);
    }

    private static void AssertUntouched(IncrementalStepRunReason reason) =>
        Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString());

    private static void AssertPlain(object? value, HashSet<object> seen)
    {
        if (value is null or string || value.GetType().IsPrimitive || value.GetType().IsEnum || !seen.Add(value))
            return;
        Assert.False(value is Compilation or ISymbol or SyntaxNode or SyntaxTree or Location or SourceText or AdditionalText, value.GetType().FullName);
        if (value is IEnumerable items)
        {
            foreach (var item in items)
                AssertPlain(item, seen);
        }

        foreach (var field in value.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
            AssertPlain(field.GetValue(value), seen);
    }

    /// <summary>A first run, an edit, and what the second run did.</summary>
    private sealed class Edit
    {
        private readonly GeneratorRunResult _result;

        public Edit(Project project, Func<GeneratorDriver, Project, GeneratorDriver> files, Func<CSharpCompilation, Compilation> code)
        {
            var compilation = project.Compilation();
            var driver = project.Driver().RunGenerators(compilation);
            _result = files(driver, project).RunGenerators(code(compilation)).GetRunResult().Results.Single();
        }

        public ImmutableArray<IncrementalStepRunReason> Outputs =>
            [.. _result.TrackedOutputSteps.SelectMany(static step => step.Value).SelectMany(static run => run.Outputs).Select(static output => output.Reason)];

        public ImmutableArray<IncrementalStepRunReason> Reasons(string step) =>
            [.. _result.TrackedSteps[step].SelectMany(static run => run.Outputs).Select(static output => output.Reason)];
    }
}
