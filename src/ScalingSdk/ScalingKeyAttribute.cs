namespace ScalingSdk;

/// <summary>
/// Says which key of a spec a member, constructor parameter or constant of a type with <c>[ScalingModel]</c> states, where its name does
/// not: <c>[ScalingKey("hidden_size")]</c>, <c>[ScalingKey("training.steps")]</c>.
/// </summary>
/// <param name="key">A key of docs/spec.md with its section, or a dimension of the model alone.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter, Inherited = true)]
public sealed class ScalingKeyAttribute(string key) : Attribute
{
    /// <summary>The key.</summary>
    public string Key { get; } = key;
}
