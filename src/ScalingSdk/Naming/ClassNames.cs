namespace ScalingSdk.Naming;

/// <summary>Settles which spec gets a class that several ask for; all hosts ask the same.</summary>
internal static class ClassNames
{
    /// <summary>
    /// Specs of one name in different folders each get the namespace of their folder. Of those that still have one class the first by path
    /// gets it. Where the user's own type has that name, it is completed instead.
    /// </summary>
    public static IEnumerable<Displaced> Settle(IEnumerable<ClassName> classes, Func<string, bool> isOwnType)
    {
        var asked = classes.OrderBy(static one => one.SpecPath, StringComparer.Ordinal).ToList();
        var own = asked.Where(one => isOwnType(one.FullName)).ToList();
        var rest = asked.Except(own).ToList();
        var several = new HashSet<ClassName>(rest.GroupBy(static one => one.FullName, StringComparer.Ordinal).Where(static same => same.Skip(1).Any()).SelectMany(static same => same));
        var given = rest.Select(one => (Asked: one, Given: several.Contains(one) ? one with { Namespace = WithFolder(one) } : one)).ToList();
        var winners = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var one in own)
            yield return new Displaced(one.SpecPath, null, one.FullName, null);
        foreach (var (wanted, given1) in given)
        {
            if (winners.TryGetValue(given1.FullName, out var winner))
            {
                yield return new Displaced(wanted.SpecPath, null, given1.FullName, winner);
                continue;
            }

            winners.Add(given1.FullName, wanted.SpecPath);
            if (!string.Equals(given1.Namespace, wanted.Namespace, StringComparison.Ordinal))
                yield return new Displaced(wanted.SpecPath, given1.Namespace, given1.FullName, null);
        }
    }

    /// <summary>The class that a spec gets in the end; null where it gets none.</summary>
    public static ClassName? Place(ClassName asked, IEnumerable<Displaced> displaced) =>
        displaced.FirstOrDefault(one => string.Equals(one.SpecPath, asked.SpecPath, StringComparison.Ordinal)) switch
        {
            null => asked,
            { Namespace: { } other } => asked with { Namespace = other },
            _ => null,
        };

    private static string WithFolder(ClassName one)
    {
        var folders = one.SpecPath.Split('/').Where(static part => part is not "..").ToList();
        return Identifiers.Namespace(string.Join(".", folders.Take(folders.Count - 1).Select(static part => part.Replace('.', '_')).Prepend(one.Namespace)));
    }
}

/// <summary>A spec that does not get the class that it asks for.</summary>
/// <param name="SpecPath">The spec.</param>
/// <param name="Namespace">The namespace that its class gets instead; null where it gets none.</param>
/// <param name="FullName">The class that it would get.</param>
/// <param name="Winner">The spec that has the class; null where none has.</param>
internal sealed record Displaced(string SpecPath, string? Namespace, string FullName, string? Winner);
