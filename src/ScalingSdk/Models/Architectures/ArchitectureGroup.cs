namespace ScalingSdk.Models.Architectures;

/// <summary>Architectures that are made together, by name.</summary>
internal sealed class ArchitectureGroup
{
    private readonly Dictionary<string, Architecture> _byName = new(StringComparer.Ordinal);

    public ArchitectureGroup(Architecture[] members)
    {
        Members = members;
        foreach (var architecture in members)
        {
            _byName.Add(architecture.Name, architecture);
            foreach (var alias in architecture.Aliases)
                _byName.Add(alias, architecture);
        }
    }

    /// <summary>In the order of the documentation.</summary>
    public Architecture[] Members { get; }

    /// <summary>Every name that is understood.</summary>
    public IReadOnlyCollection<string> Names => _byName.Keys;

    public Architecture? Find(string name) => _byName.TryGetValue(name, out var found) ? found : null;
}
