namespace ScalingSdk;

/// <summary>Says that a member, constructor parameter or constant of a type with <c>[ScalingModel]</c> states nothing, whatever its name.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Parameter, Inherited = true)]
public sealed class ScalingIgnoreAttribute : Attribute;
