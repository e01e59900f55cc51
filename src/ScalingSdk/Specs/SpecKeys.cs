namespace ScalingSdk.Specs;

/// <summary>The table of keys: those that stand in the file of each section, and not the dimensions of a model, which <c>ModelKeys</c> has.</summary>
internal static class SpecKeys
{
    // In the order of the documentation.
    private static readonly List<SpecKey> Declared =
    [
        .. SizeKeys.All, .. DataKeys.All, .. TrainingKeys.All, .. HardwareKeys.All, .. BudgetKeys.All,
        .. LimitsKeys.All, .. InferenceKeys.All, .. TransferKeys.All, .. LawsKeys.All,
    ];

    /// <summary>Every key, in the order of the documentation.</summary>
    public static IReadOnlyList<SpecKey> All => Declared;

    /// <summary>The sections that have keys, in the order of the documentation.</summary>
    public static IReadOnlyCollection<string> Sections => NamesBySection.Keys;

    /// <summary>The names of a section's keys.</summary>
    public static IReadOnlyCollection<string> Of(string section) => NamesBySection.TryGetValue(section, out var names) ? names : [];

    /// <summary>The key of this section and name, or null.</summary>
    public static SpecKey? Find(string section, string name) => Declared.Find(key =>
        string.Equals(key.Section, section, StringComparison.Ordinal) && string.Equals(key.Name, name, StringComparison.Ordinal));

    private static readonly Dictionary<string, List<string>> NamesBySection = BySection();

    private static Dictionary<string, List<string>> BySection()
    {
        var names = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var key in Declared)
        {
            if (!names.TryGetValue(key.Section, out var known))
                names.Add(key.Section, known = []);
            known.Add(key.Name);
        }

        return names;
    }
}
