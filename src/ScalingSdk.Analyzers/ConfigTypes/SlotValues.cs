using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>What the slots of an object, and of the objects in them, state together: one value for each key.</summary>
internal static class SlotValues
{
    // How long a run is, in members that must agree.
    private static readonly KeyPath[] Lengths = [KeyPath.Steps, KeyPath.Epochs, KeyPath.Tokens, KeyPath.UniqueTokens, KeyPath.BatchSize, KeyPath.GlobalBatch, KeyPath.BatchTokens, KeyPath.SequenceLength, KeyPath.Devices];

    /// <summary>Of two members that mean the same, the one that the construction states counts. A letter yields: beside a batch, B is a part of it.</summary>
    public static List<StatedValue> Of(SlotReader reader, out IReadOnlyList<INamedTypeSymbol> types)
    {
        var parts = SlotParts.Of(reader).ToList();
        types = [.. parts.Select(static part => part.Type)];
        var slots = parts.SelectMany(part => Scalars(part, MemberKeys.Stated(part.Type))).ToList();
        var keys = MemberNames.FindAll(slots.Where(static found => found.Stated is null).Select(static found => found.Slot.Name).Distinct(StringComparer.Ordinal), AreSame);
        var values = slots
            .Select(found => (found.Part, found.Slot, Key: found.Stated ?? (IsOfRun(found.Part, found.Slot) ? KeyPath.Tokens : keys.TryGetValue(found.Slot.Name, out var key) ? key : null)))
            .Where(static found => found.Key is not null)
            .GroupBy(static found => found.Key!)
            .Select(same => First(same.Key, same.OrderBy(found => parts.IndexOf(found.Part)).ThenBy(static found => found.Slot.Name.Length == 1).ThenByDescending(static found => found.Slot.Rank).Select(static found => (found.Part, found.Slot))))
            .OfType<StatedValue>()
            .Select(value => value with { IsGuess = MemberNames.IsNumberOfTokens(value.Name) && !slots.Exists(found => found.Stated is not null && string.Equals(found.Slot.Name, value.Name, StringComparison.Ordinal)) })
            .ToList();
        foreach (var unknown in parts.SelectMany(SlotParts.Unknown))
        {
            if (!values.Exists(value => value.Key == unknown.Key))
                values.Add(unknown);
        }

        RemoveDerivedHeadSize(values, parts);
        return values;

        bool AreSame(string one, string other) => slots.Exists(first => string.Equals(first.Slot.Name, one, StringComparison.Ordinal)
            && slots.Exists(second => ReferenceEquals(first.Part, second.Part) && string.Equals(second.Slot.Name, other, StringComparison.Ordinal) && SameMembers.Are(first.Part, first.Slot, second.Slot)));
    }

    // 'NumTokens = 10_000_000_000' is no vocabulary.
    private static bool IsOfRun(SlotReader part, Slot slot) => MemberNames.IsNumberOfTokens(slot.Name) && MemberValues.IsMoreThanAVocabulary(part.Fold(slot));

    private static IEnumerable<(SlotReader Part, Slot Slot, KeyPath? Stated)> Scalars(SlotReader part, Dictionary<string, KeyPath?> stated) => part.Slots
        .Where(slot => !part.IsTaken(slot.Name) && IsScalar(slot.Type ?? slot.Value?.Type) && (stated.ContainsKey(slot.Name) || !IsBehindProperty(part, slot)) && !(stated.TryGetValue(slot.Name, out var key) && key is null))
        .Select(slot => (part, slot, stated.TryGetValue(slot.Name, out var key) ? key : null));

    // A field that a known property gives: the property states it, and what is assigned to the property is not in the field's initializer.
    private static bool IsBehindProperty(SlotReader part, Slot slot) =>
        part.Type.GetMembers(slot.Name).FirstOrDefault() is IFieldSymbol { DeclaredAccessibility: Accessibility.Private, IsStatic: false }
        && part.Type.GetMembers().OfType<IPropertySymbol>().Any(property => MemberNames.Find(property.Name) is not null
            && InitializerSource.Bare(part.Sources.Of(property)) is IFieldReferenceOperation { Instance: IInstanceReferenceOperation, Field.Name: var field } && string.Equals(field, slot.Name, StringComparison.Ordinal));

    // Beside 'DModel' or 'HiddenSize' of another value, an 'EmbeddingSize' is not the width: a table of tokens may be narrower, or the size may be its rows.
    private static List<(SlotReader Part, Slot Slot)> RemoveTables(List<(SlotReader Part, Slot Slot)> widths)
    {
        if (widths.Find(static one => MemberNames.IsOfModel(one.Slot.Name)) is not { Part: { } part, Slot: { } slot } || part.Fold(slot).Number is not { } width)
            return [];
        var tables = widths.FindAll(one => MemberNames.IsOfEmbedding(one.Slot.Name) && one.Part.Fold(one.Slot).Number is { } other && !other.Equals(width));
        widths.RemoveAll(tables.Contains);
        return tables;
    }

    // Two members of one key with two values, neither of which was stated later.
    private static Slot? Rival(KeyPath key, SlotReader part, Slot slot, Folded value, List<(SlotReader Part, Slot Slot)> slots) => !NeededMembers.Needs(key) && !Lengths.Contains(key) || value.Number is not { } number ? null
        : slots.Find(other => ReferenceEquals(other.Part, part) && other.Slot.Rank == slot.Rank && other.Slot.Name.Length > 1 && MemberValues.Take(key, part.Fold(other.Slot)) is { IsKnown: true, Number: { } one } && !one.Equals(number)).Slot;

    private static StatedValue? First(KeyPath key, IEnumerable<(SlotReader Part, Slot Slot)> stated)
    {
        var slots = stated.ToList();
        var tables = key == KeyPath.Width ? RemoveTables(slots) : [];
        foreach (var (part, slot) in slots)
        {
            var folded = Percent(key, slot, part.Fold(slot));
            if (MemberValues.Take(key, folded) is { IsKnown: true } taken && Rival(key, part, slot, taken, slots) is { } rival)
                return new StatedValue(key, slot.Name, Folded.Unknown, slot.Origin) { Owner = part.Type, Rival = rival.Name };
            if (MemberValues.Take(key, EnumName(slot) ?? folded) is { } value)
            {
                return new StatedValue(key, slot.Parameter ?? slot.Name, value, slot.Origin)
                {
                    Owner = part.Type,
                    Site = Site(part, slot),
                    Place = slot.Place,
                    IsRepeated = IsRepeated(part, slot, value, slots),
                    Table = tables is [var (holder, table), ..] ? new StatedValue(key, table.Name, holder.Fold(table), table.Origin) : null,
                };
            }
        }

        return null;
    }

    // 'DropoutPercent = 10'.
    private static Folded Percent(KeyPath key, Slot slot, Folded value) =>
        key == KeyPath.Dropout && value.Number is > 1 and var number && slot.Name.IndexOf("percent", StringComparison.OrdinalIgnoreCase) >= 0 ? Folded.Of(number / 100) : value;

    private static ExpressionSyntax? Site(SlotReader part, Slot slot) => EditSite.Of(slot.Origin, slot.Value, slot.Scope ?? part.Folder);

    // Two modules of one width: another width for one of them alone would break the run.
    private static bool IsRepeated(SlotReader part, Slot slot, Folded value, List<(SlotReader Part, Slot Slot)> slots) => value.Number is { } number && slots.Exists(other =>
        !ReferenceEquals(other.Part, part) && number.Equals(other.Part.Fold(other.Slot).Number) && Site(other.Part, other.Slot) != Site(part, slot))
        || value.Number is { } size && part.Holder?.Mentioned.Exists(other => size.Equals(part.Folder.Fold(other).Number) && EditSite.Of(other.Syntax, other, part.Folder) != Site(part, slot)) == true;

    private static bool IsScalar(ITypeSymbol? type) => type is null or { TypeKind: TypeKind.Enum } or { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String }
        || type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && IsScalar(nullable.TypeArguments[0]);

    /// <summary>The name of an enum's value, which is what a reader of code sees: 'LrSchedule.Cosine' is "Cosine".</summary>
    private static Folded? EnumName(Slot slot) => slot switch
    {
        { Known: not null } => null,
        { Value: IFieldReferenceOperation { Field: { IsConst: true, Type.TypeKind: TypeKind.Enum } field } } => Folded.Of(field.Name),
        _ when (slot.Value?.Type ?? slot.Type)?.TypeKind == TypeKind.Enum => Folded.Of(null),
        _ => null,
    };

    // 'HeadDim => EmbDim / NHeads' rounds down: it states nothing that the two do not, and would hide that they do not divide.
    private static void RemoveDerivedHeadSize(List<StatedValue> values, List<SlotReader> parts) => values.RemoveAll(value =>
        value.Key == KeyPath.HeadSize
        && parts.Exists(part => InitializerSource.Bare(part.Find(value.Name)?.Value) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Divide, LeftOperand: var left, RightOperand: var right }
            && KeyOf(left) == KeyPath.Width && KeyOf(right) == KeyPath.Heads));

    private static KeyPath? KeyOf(IOperation operand) => InitializerSource.Bare(operand) switch
    {
        IMemberReferenceOperation member => MemberNames.Find(member.Member.Name),
        IParameterReferenceOperation parameter => MemberNames.Find(parameter.Parameter.Name),
        ILocalReferenceOperation local => MemberNames.Find(local.Local.Name),
        _ => null,
    };
}
