using ScalingSdk.Specs;

namespace ScalingSdk.Web.Inputs;

/// <summary>Keys of a spec that stand together in the form.</summary>
public sealed class KeyList
{
    internal KeyList(params IReadOnlyList<SpecKey> keys) => Keys = keys;

    internal IReadOnlyList<SpecKey> Keys { get; }
}
