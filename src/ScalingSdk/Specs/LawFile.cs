using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Laws;
using ScalingSdk.Text;

namespace ScalingSdk.Specs;

/// <summary>Reads a <c>*.law.json</c>: a law that was fitted elsewhere.</summary>
/// <remarks>
/// <code>
/// {
///   "law": "my-runs", "form": "chinchilla", "parameters": "active",
///   "constants": { "E": 1.82, "A": 480, "B": 2100, "alpha": 0.35, "beta": 0.36 },
///   "range": { "parameters": [4e7, 1.6e10], "tokens": [5e9, 5e11], "flops": [6e18, 3e21] },
///   "sample": [[0.598, 6.17, 7.65, 0.35, 0.36], ...],    // ln E, ln A, ln B, alpha, beta of each joint draw; optional
///   "fit": { ... }                                        // where it comes from, for people; not read
/// }
/// </code>
/// or <c>"form": "formula"</c> with the formula as a text: see <see cref="FormulaLawReader"/>.
/// </remarks>
public static class LawFile
{
    /// <summary>How the files of fitted laws end.</summary>
    internal const string Extension = ".law.json";

    /// <summary>The law of the text, or what is wrong with it; never throws.</summary>
    public static LawFileReading Read(string text)
    {
        var reading = JsonReader.Read(text ?? string.Empty);
        if (reading.Error is { } error)
            return LawFileReading.Failed(text!, [new ReadingProblem(ProblemKind.Unreadable, error.Span, error.Message)]);
        if (reading.Root is not JsonObject root)
        {
            return LawFileReading.Failed(text!, [new ReadingProblem(ProblemKind.Unreadable, reading.Root!.Span,
                $"a law is an object in braces, not {reading.Root.Kind}",
                Remedy.Advice("write { \"law\": \"my-runs\", \"form\": \"chinchilla\", ... }"))]);
        }

        var problems = new List<ReadingProblem>();
        var law = new LawFileReader(root, problems).Read();
        return problems.Count == 0 && law is not null
            ? new LawFileReading { Law = law }
            : LawFileReading.Failed(text!, problems);
    }
}

/// <summary>A law that was read, or what was wrong: one of them is empty.</summary>
public sealed record LawFileReading
{
    /// <summary>The law, or null where a problem leaves it without meaning.</summary>
    public IAllocationLaw? Law { get; init; }

    /// <summary>What was wrong, each as "line:column: message".</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>The same with their places in the text.</summary>
    internal IReadOnlyList<ReadingProblem> Located { get; init; } = [];

    internal static LawFileReading Failed(string text, IReadOnlyList<ReadingProblem> problems)
    {
        var lines = new LineMap(text);
        return new() { Located = problems, Problems = [.. problems.Select(problem => Placed(lines.At(problem.Origin.Span.Start), problem.Message))] };
    }

    private static string Placed(SourcePosition at, string message) => FormattableString.Invariant($"{at.Line}:{at.Column}: {message}");
}
