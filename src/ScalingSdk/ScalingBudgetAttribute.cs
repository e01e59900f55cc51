namespace ScalingSdk;

/// <summary>
/// Gives a construction of a type with <c>[ScalingModel]</c> a class of constants, as a spec has one: <c>SmallBudget</c> for a member
/// <c>Small</c>, in the namespace of the type that holds it. Stands on a static read-only field, a static property without a setter or a
/// static method without parameters that gives the construction; on a static class with <c>[ScalingModel]</c>, for its constants; or on
/// any other class with <c>[ScalingModel]</c>, for its defaults. All values must be constant.
/// </summary>
/// <param name="name">The name of the plan, where it shall not be that of the member or type: an identifier.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Class, Inherited = false)]
public sealed class ScalingBudgetAttribute(string? name = null) : Attribute
{
    /// <summary>The name of the plan; null where it is that of the member or type.</summary>
    public string? Name { get; } = name;
}
