namespace ScalingSdk.Naming;

/// <summary>The class of constants that a spec asks for: names as they are, which a language may have to escape.</summary>
internal sealed record ClassName(string Namespace, string Name, string SpecPath)
{
    public string FullName => Namespace.Length == 0 ? Name : Namespace + "." + Name;

    /// <summary>As the project's item says, otherwise the plan's name in the project's namespace.</summary>
    /// <param name="planName">The plan's name: an identifier.</param>
    /// <param name="specPath">The spec's path from the project's folder, with '/'.</param>
    /// <param name="item">What the spec's item says.</param>
    /// <param name="projectNamespace">The project's, as it is written there; empty for none.</param>
    public static ClassName Of(string planName, string specPath, ItemNames item, string projectNamespace) => new(
        Identifiers.Namespace(item.Namespace.Length > 0 ? item.Namespace : projectNamespace),
        item.Class.Length > 0 ? Identifiers.Of(item.Class) : planName + "Budget",
        specPath);
}

/// <summary>What the project's ScalingSpec item says of a spec's class; empty where it says nothing.</summary>
/// <param name="Namespace">The class's namespace.</param>
/// <param name="Class">The class's name.</param>
internal sealed record ItemNames(string Namespace, string Class);
