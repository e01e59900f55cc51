using ScalingSdk.Fitting;
using ScalingSdk.Specs;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Fits;

/// <summary>The law that a fit writes, and how to use it, or why nothing can.</summary>
internal static class FittedLawFile
{
    public static void Write(string path, RunFit run, Terminal terminal)
    {
        if (run.Fit.Diagnostics is null)
            return;
        if (run.Part is { } part)
            path = OfPart(path, part);
        var text = LawJson.Write(run.Fit, FittedLawName.Of(path), run.Sample);
        OutputFile.Write(path, text, replace: true);

        // Asked of the reader itself: what it takes grows.
        var reading = LawFile.Read(text);
        terminal.Error.Write(reading.Law is not null
            ? $"{path}: in a spec, \"laws\": {{ \"allocation\": \"{Path.GetFileName(path)}\" }}\n"
            : $"{path} is written, but does not plan: {reading.Problems[0]}\n");
    }

    private static string OfPart(string path, string part)
    {
        var plain = string.Concat(part.Select(static c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));
        return path.EndsWith(LawFile.Extension, StringComparison.OrdinalIgnoreCase) ? $"{path[..^LawFile.Extension.Length]}-{plain}{LawFile.Extension}" : $"{path}-{plain}{LawFile.Extension}";
    }
}
