using ScalingSdk.Diagnostics;
using ScalingSdk.Text;

namespace ScalingSdk.Specs;

/// <summary>The files that a spec names: their text, and their problems told on the line of the spec that names them.</summary>
internal sealed class SpecFiles(string specPath, Func<string, string?> readFile, List<ReadingProblem> problems)
{
    /// <summary>The text of a file named in the spec, or null and a problem.</summary>
    public string? Read(Stated<string> file)
    {
        if (readFile(SpecPaths.Beside(specPath, file.Value)) is { } text)
            return text;
        problems.Add(new ReadingProblem(ProblemKind.Unreadable, file.Origin,
            $"'{file.Value}' is not there, or the project does not pass it on",
            Remedy.Advice($"correct the path, from the spec's folder; a project passes a file on with <ScalingModelFile Include=\"{file.Value}\" />")));
        return null;
    }

    /// <summary>The text of a file beside the spec, or null where there is none.</summary>
    public string? Find(string name) => readFile(SpecPaths.Beside(specPath, name));

    /// <summary>Reports a problem of a file.</summary>
    public void Refuse(Stated<string> file, ProblemKind kind, string text, SourceSpan span, string message, Remedy? remedy = null)
    {
        var at = new LineMap(text).At(span.Start);
        problems.Add(new ReadingProblem(kind, file.Origin, FormattableString.Invariant($"{file.Value}({at.Line},{at.Column}): {message}"), remedy is null ? null : Remedy.Advice(remedy.Text)));
    }
}
