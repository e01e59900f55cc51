using ScalingSdk.Diagnostics;
using ScalingSdk.Text;

namespace ScalingSdk.Specs;

/// <summary>The files that a spec names: their text, and their problems told on the line of the spec that names them.</summary>
internal sealed class SpecFiles(string specPath, Func<string, string?> readFile, List<ReadingProblem> problems)
{
    /// <summary>The text of a file named in the spec, or null and a problem.</summary>
    public string? Read(Stated<string> file)
    {
        if (IsElsewhere(file) && !file.Value.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(new ReadingProblem(ProblemKind.Unreadable, file.Origin,
                $"'{file.Value}' is outside the spec's folder and no .json file, so it is not read", Remedy.Advice("name a config.json, or a file beside the spec")));
            return null;
        }

        if (file.Value.IndexOf("://", StringComparison.Ordinal) > 0)
        {
            problems.Add(new ReadingProblem(ProblemKind.Unreadable, file.Origin,
                $"'{file.Value}' is an address, and a build reads nothing from a network", Remedy.Advice("download the file, put it beside the spec, and name it")));
            return null;
        }

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
        // Whose file that is nobody knows: what stands in it is not said.
        if (kind == ProblemKind.Unreadable && IsElsewhere(file))
            message = "the file is not JSON";
        var at = new LineMap(text).At(span.Start);
        problems.Add(new ReadingProblem(kind, file.Origin, FormattableString.Invariant($"{file.Value}({at.Line},{at.Column}): {message}"), remedy is null ? null : Remedy.Advice(remedy.Text)));
    }

    // What an option or code names, the user names.
    private static bool IsElsewhere(Stated<string> file)
    {
        var path = SpecPaths.Normalize(file.Value);
        return file.Origin.Kind == OriginKind.File && (path.StartsWith("/", StringComparison.Ordinal) || path.StartsWith("../", StringComparison.Ordinal) || (path.Length > 1 && path[1] == ':'));
    }
}
