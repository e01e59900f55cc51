using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Text;

namespace ScalingSdk.Rules;

/// <summary>A spec whose class of constants another spec has: only one of them can get it.</summary>
internal static class ClassTaken
{
    public static RuleInfo Info { get; } = new("SCALE0006", Severity.Warning, "Another spec has the class of this one");

    /// <summary>The finding, on the spec's name where it states one.</summary>
    /// <param name="path">The spec, as the host names it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="className">The class with its namespace.</param>
    /// <param name="other">The spec that has it.</param>
    public static Finding Find(string path, string text, string className, string other) =>
        Find(path, text, Describe(className, other, "spec"), Remedy.Advice("write another 'name', or set Class or Namespace on its ScalingSpec item"));

    /// <summary>The finding for a class that an assembly has too whose internals the project sees: the compiler warns of each use.</summary>
    public static Finding OfAssembly(string path, string text, string className, string assembly) =>
        Find(path, text, $"'{className}' is a class of '{assembly}' too, whose internal types this project sees", Remedy.Advice("set another ScalingNamespace in one of the projects, or Namespace on the ScalingSpec item"));

    private static Finding Find(string path, string text, string headline, Remedy help)
    {
        var name = (JsonReader.Read(text).Root as JsonObject)?.Find("name");
        var span = name?.Value.Span ?? new SourceSpan(0, Math.Min(1, text.Length));
        var lines = new LineMap(text);
        return new Finding
        {
            Rule = Info,
            Severity = Info.Severity,
            Headline = headline,
            Help = [help],
            Path = path,
            Origin = span,
            Start = lines.At(span.Start),
            End = lines.At(span.End),
        };
    }

    /// <summary>The text, for a spec or a construction in code.</summary>
    public static string Describe(string className, string other, string what) =>
        $"'{className}' is the class of '{other}', so this {what} has no constants";
}
