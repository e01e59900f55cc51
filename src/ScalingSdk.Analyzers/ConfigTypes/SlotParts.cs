using Microsoft.CodeAnalysis;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>An object and the objects in its members: model and training settings in types of their own.</summary>
internal static class SlotParts
{
    private const int Deepest = 4;

    // What a model is used for after training states nothing of the training.
    private static readonly string[] Elsewhere = ["generat", "sampl", "infer", "eval", "valid", "test", "serv", "decod", "tokeniz", "log"];

    /// <summary>The object itself first, then the objects in it, those of the same depth together.</summary>
    public static IEnumerable<SlotReader> Of(SlotReader reader)
    {
        var parts = new List<SlotReader> { reader };
        for (var next = 0; next < parts.Count; next++)
        {
            if (parts[next].Nesting >= Deepest)
                continue;
            foreach (var slot in parts[next].Slots.OrderByDescending(static slot => slot.Rank).Where(static slot => !IsElsewhere(slot.Name)).ToList())
            {
                if (Read(slot, parts[next]) is { } part)
                    parts.Add(part);
            }
        }

        return reader.Fallback is { } fallback ? parts.Append(fallback) : parts;
    }

    /// <summary>The needed values of objects that cannot be read: they are there, and unknown.</summary>
    public static IEnumerable<StatedValue> Unknown(SlotReader reader) => reader.Slots
        .Where(slot => !IsElsewhere(slot.Name) && TypeOf(slot) is { } type && NeededMembers.HasAny(type, reader.Code) && Read(slot, reader) is null)
        .SelectMany(slot => NeededMembers.Of(TypeOf(slot)!).Select(found => new StatedValue(found.Key, slot.Name.StartsWith("#", StringComparison.Ordinal) ? found.Member.Name : $"{slot.Name}.{found.Member.Name}", Folded.Unknown, slot.Origin)));

    private static SlotReader? Read(Slot slot, SlotReader reader)
    {
        if (TorchModules.Read(InitializerSource.Bare(slot.Value), reader) is { } module)
            return module;
        if (TypeOf(slot) is not { TypeKind: TypeKind.Class or TypeKind.Struct } type || reader.Code.Declarations(type).IsEmpty)
            return null;
        var part = new SlotReader(type, reader.Code, reader.Nesting + 1);
        return Fill(part, slot, reader, type) ? part : null;
    }

    /// <summary>Fills a reader with the object that a member of another one has; false where that is not to be seen.</summary>
    public static bool Fill(SlotReader part, Slot slot, SlotReader holder, INamedTypeSymbol type)
    {
        if (slot.Json is { } json)
        {
            if (!part.FillRead(type))
                return false;
            JsonSlots.Add(part, json, type);
        }
        else if (slot.Value is null && slot.Overlay is not null ? !part.FillDefaults(type) : !part.Fill(slot.Value, type))
        {
            return false;
        }

        part.AddInner(slot.Name, holder);
        if (slot.Overlay is { } overlay)
            part.AddInitializers(overlay);
        return true;
    }

    private static INamedTypeSymbol? TypeOf(Slot slot) => (InitializerSource.Bare(slot.Value)?.Type ?? slot.Type) as INamedTypeSymbol;

    private static bool IsElsewhere(string name) => Array.Exists(Elsewhere, word => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
