using System.Collections.ObjectModel;
using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>The batch schedule as code has it: a table to read at every step of a run.</summary>
public sealed class BatchScheduleTests
{
    private static readonly Project Gpt2 = Project.With("Gpt2Small.scaling.json", Specs.Gpt2Small);

    /// <summary>What a training loop asks, thousands of times.</summary>
    private static readonly Project Loop = Gpt2.Code("""
        namespace MyApp
        {
            internal static class Loop
            {
                public static long Run(int times)
                {
                    long sum = 0;
                    for (var i = 0; i < times; i++)
                    {
                        var row = i % Gpt2SmallBudget.BatchScheduleRows;
                        sum += Gpt2SmallBudget.BatchScheduleTokens[row] + Gpt2SmallBudget.BatchScheduleBatch[row] + Gpt2SmallBudget.BatchScheduleSequences[row];
                        sum += (long)Gpt2SmallBudget.BatchScheduleLoss[row] + Gpt2SmallBudget.BatchTokensAt(i * 1000000L);
                    }

                    return sum;
                }
            }
        }
        """);

    /// <summary>The framework and language of a project, and what it defines: .NET 10, .NET 6, netstandard2.0.</summary>
    public static TheoryData<LanguageVersion, string[]> Platforms => new()
    {
        { LanguageVersion.Latest, ["NET7_0_OR_GREATER"] },
        { LanguageVersion.CSharp8, ["NET6_0_OR_GREATER"] },
        { LanguageVersion.CSharp7_3, [] },
    };

    [Theory, MemberData(nameof(Platforms))]
    public void Tables_OnAnyPlatform_AreThePlans(LanguageVersion language, string[] symbols)
    {
        var plan = SpecPipeline.Run("Gpt2Small.scaling.json", Specs.Gpt2Small, static _ => null).Plan!;
        var budget = Load(Gpt2 with { Language = language, Symbols = [.. symbols] }).GetType("MyApp.Gpt2SmallBudget")!;

        Assert.Equal(plan.BatchSchedule.Select(static stage => Math.Round(stage.Tokens.Count)), Column<long>(budget, "Tokens").Select(static value => (double)value));
        Assert.Equal(plan.BatchSchedule.Select(static stage => Math.Round(stage.Batch.Count)), Column<long>(budget, "Batch").Select(static value => (double)value));
        Assert.Equal(plan.BatchSchedule.Select(static stage => Math.Round(stage.Batch.Count / 1024)), Column<long>(budget, "Sequences").Select(static value => (double)value));
        Assert.All(plan.BatchSchedule.Zip(Column<double>(budget, "Loss")), static pair => Assert.Equal(pair.First.Loss.NatsPerToken, pair.Second, 1e-11));
        Assert.Equal(plan.BatchSchedule.Count, budget.GetField("BatchScheduleRows")!.GetRawConstantValue());
    }

    [Theory, MemberData(nameof(Platforms))]
    public void BatchTokensAt_AnyPointOfTheRun_IsTheRowsThatHoldsThere(LanguageVersion language, string[] symbols)
    {
        var budget = Load(Gpt2 with { Language = language, Symbols = [.. symbols] }).GetType("MyApp.Gpt2SmallBudget")!;
        var at = budget.GetMethod("BatchTokensAt")!.CreateDelegate<Func<long, long>>();
        var (tokens, batch) = (Column<long>(budget, "Tokens"), Column<long>(budget, "Batch"));

        Assert.Equal([batch[0], batch[0]], [at(0), at(tokens[0])]);
        Assert.All(Enumerable.Range(1, tokens.Length - 1), row => Assert.Equal([batch[row - 1], batch[row]], [at(tokens[row] - 1), at(tokens[row])]));
        Assert.Equal(batch[^1], at(long.MaxValue));
    }

    [Theory, MemberData(nameof(Platforms))]
    public void Tables_ReadAtEveryStep_AllocateNothing(LanguageVersion language, string[] symbols)
    {
        var run = Load(Loop with { Language = language, Symbols = [.. symbols] }).GetType("MyApp.Loop")!.GetMethod("Run")!.CreateDelegate<Func<int, long>>();
        run(10); // compiled, and the lists of an older framework made

        var before = GC.GetAllocatedBytesForCurrentThread();
        run(10_000);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static Assembly Load(Project project)
    {
        using var image = new MemoryStream();
        var result = project.Compile().Emit(image);
        Assert.Empty(result.Diagnostics);
        return Assembly.Load(image.ToArray());
    }

    private static T[] Column<T>(Type budget, string name)
    {
        var read = budget.GetProperty("BatchSchedule" + name)!.GetMethod!;
        return read.ReturnType.IsByRefLike ? read.CreateDelegate<Span<T>>()().ToArray() : [.. (ReadOnlyCollection<T>)read.Invoke(null, null)!];
    }

    private delegate ReadOnlySpan<T> Span<T>();
}
