using Microsoft.CodeAnalysis.Operations;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>Members that say one thing twice: 'HiddenSize => EmbedDim', 'hidden_size { get => n_embd; set => n_embd = value; }', two of one value.</summary>
internal static class SameMembers
{
    public static bool Are(SlotReader part, Slot one, Slot other) =>
        Is(part, one, other.Name) || Is(part, other, one.Name)
        || one.Value is not null && ReferenceEquals(one.Value, other.Value)
        || part.Fold(one).Number is { } number && number.Equals(part.Fold(other).Number);

    // An argument has the name of the member that it is made into, upper and lower case aside.
    private static bool Is(SlotReader part, Slot slot, string name) =>
        string.Equals(Source(slot), name, StringComparison.OrdinalIgnoreCase) || string.Equals(SetterBody.Forwards(part.Member(slot.Name), part.Code), name, StringComparison.Ordinal);

    private static string? Source(Slot slot) => InitializerSource.Bare(slot.Value) switch
    {
        IMemberReferenceOperation { Instance: IInstanceReferenceOperation, Member.Name: var member } => member,
        IParameterReferenceOperation { Parameter.Name: var parameter } => parameter,
        _ => null,
    };
}
