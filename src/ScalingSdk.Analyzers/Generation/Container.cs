using ScalingSdk.Analyzers.Code;
using ScalingSdk.Naming;

namespace ScalingSdk.Analyzers.Generation;

/// <summary>The type that holds the constants of a plan.</summary>
/// <param name="Namespace">Empty for the global namespace; keywords in it are not escaped.</param>
/// <param name="Declarations">From the outermost type to the one that holds the constants: "partial class Outer".</param>
/// <param name="Name">The types' names with dots, without the namespace.</param>
/// <param name="Completes">True where the user's code has the other half, with its documentation and attributes.</param>
internal sealed record Container(string Namespace, EquatableArray<string> Declarations, string Name, bool Completes)
{
    public string FullName => Namespace.Length == 0 ? Name : Namespace + "." + Name;

    /// <summary>The class that a spec gets by itself.</summary>
    public static Container Of(ClassName name) =>
        new(name.Namespace, new EquatableArray<string>(["internal static partial class " + CSharpText.Escape(name.Name)]), name.Name, Completes: false);
}

/// <summary>A type and what it holds: all that a generated file says.</summary>
internal sealed record Holding(Container Container, ClassContent Content)
{
    public ClassName ClassName => new(Container.Namespace, Container.Name, Content.SpecPath);
}
