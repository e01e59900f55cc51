namespace ScalingSdk.Tests.Laws;

/// <summary>Answers the golden rows of one law: one file a law, found by reflection.</summary>
internal interface IGoldenLaw
{
    /// <summary>The law's id, which is also the name of its table.</summary>
    string Id { get; }

    /// <summary>What the law says to this function and input.</summary>
    double[] Evaluate(string function, GoldenInput input);
}

/// <summary>Answers the golden rows of every set of constants of a law: a new set needs a table, and no class.</summary>
internal interface IGoldenSets
{
    /// <summary>One for each set.</summary>
    IEnumerable<IGoldenLaw> Sets { get; }
}

/// <summary>The tables of golden rows, embedded from <c>tests/Data/laws</c>, and who answers them.</summary>
internal static class GoldenTables
{
    private const string Prefix = "golden/";

    /// <summary>Every row of every table.</summary>
    public static IReadOnlyList<GoldenRow> Rows { get; } = [.. Tables().SelectMany(Read)];

    /// <summary>Who answers the rows of a law.</summary>
    public static IReadOnlyDictionary<string, IGoldenLaw> Laws { get; } = All<IGoldenLaw>().Concat(All<IGoldenSets>().SelectMany(static law => law.Sets))
        .ToDictionary(static law => law.Id, StringComparer.Ordinal);

    public static IEnumerable<string> Tables() => typeof(GoldenTables).Assembly.GetManifestResourceNames()
        .Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(static name => name[Prefix.Length..])
        .Order(StringComparer.Ordinal);

    private static IEnumerable<T> All<T>() => typeof(GoldenTables).Assembly.GetTypes()
        .Where(static type => type is { IsClass: true, IsAbstract: false } && typeof(T).IsAssignableFrom(type) && type.GetConstructor(Type.EmptyTypes) is not null)
        .Select(static type => (T)Activator.CreateInstance(type)!);

    private static IEnumerable<GoldenRow> Read(string law)
    {
        using var reader = new StreamReader(typeof(GoldenTables).Assembly.GetManifestResourceStream(Prefix + law)!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => GoldenRow.Parse(law, line))];
    }
}
