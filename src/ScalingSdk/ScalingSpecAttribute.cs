namespace ScalingSdk;

/// <summary>
/// Names the spec that a type stands for: what is found in the spec is reported at the attribute too, and a partial type gets the
/// plan's constants.
/// </summary>
/// <param name="spec">The spec file, relative to the project or its end: <c>Gpt2Small.scaling.json</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class ScalingSpecAttribute(string spec) : Attribute
{
    /// <summary>The spec file, relative to the project or its end.</summary>
    public string Spec { get; } = spec;
}
