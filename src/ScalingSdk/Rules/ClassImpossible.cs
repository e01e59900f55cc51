using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Text;

namespace ScalingSdk.Rules;

/// <summary>The language does not allow the class that a spec asks for: the compiler would report it in generated code.</summary>
internal static class ClassImpossible
{
    public static RuleInfo Info { get; } = new("SCALE0007", Severity.Warning, "The constants of a spec have no class");

    /// <summary>The finding, on the spec's name where it states one.</summary>
    /// <param name="path">The spec, as the host names it.</param>
    /// <param name="text">Its text.</param>
    /// <param name="why">Why it has none, and what to write.</param>
    public static Finding Find(string path, string text, (string Headline, string Help) why)
    {
        var name = (JsonReader.Read(text).Root as JsonObject)?.Find("name");
        return new Remark(Info, Info.Severity, name?.Value.Span ?? new SourceSpan(0, Math.Min(1, text.Length)), why.Headline, [], [Remedy.Advice(why.Help)])
            .In(path, new LineMap(text));
    }

    /// <summary>A class may not have a member of its own name.</summary>
    public static (string Headline, string Help) NamedLikeAConstant(string className) =>
        ($"'{className}' cannot be the class, because it has a constant of that name", "set another Class on the ScalingSpec item");

    /// <summary>The project has a type of that name that cannot be completed.</summary>
    public static (string Headline, string Help) NamedLikeAType(string className) =>
        ($"'{className}' is a type of the project already", "write another 'name', set Class on the ScalingSpec item, or declare the type 'internal static partial class'");

    /// <summary>A part of its namespace is a type.</summary>
    public static (string Headline, string Help) NamespaceIsAType(string className, string type) =>
        ($"'{className}' cannot be the class, because '{type}' is a type of the project", "set another Namespace on the ScalingSpec item");

    /// <summary>The project has a namespace of that name.</summary>
    public static (string Headline, string Help) NamedLikeANamespace(string className) =>
        ($"'{className}' is a namespace of the project already", "write another 'name', or set Class on the ScalingSpec item");

    /// <summary>The project's own part of the class has a member of a constant's name.</summary>
    public static (string Headline, string Help) HasConstant(string className, string member) =>
        ($"'{className}' declares '{member}' itself, which is a constant of the spec", $"rename or remove '{member}'");

    /// <summary>Code names the spec on a type that another file cannot complete.</summary>
    public static string NotCompletable(string type, string why) => $"'{type}' cannot get the constants of the spec: {why}";
}
