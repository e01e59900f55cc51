namespace ScalingSdk.Specs;

/// <summary>The keys of a section, in the order of the documentation.</summary>
internal sealed class KeyTable
{
    private readonly List<SpecKey> _keys = [];

    public IReadOnlyList<SpecKey> Keys => _keys;

    public SpecKey Add(SpecKey key)
    {
        _keys.Add(key);
        return key;
    }
}
