using ScalingSdk.Models.Architectures;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Tests.Models;

/// <summary>What proves the count of an architecture: the rows of the golden tables that have its type.</summary>
internal static class ModelProof
{
    private static readonly ILookup<string, string> Kinds = Rows().ToLookup(static row => row.Architecture, static row => row.Kind, StringComparer.Ordinal);

    public static string Of(Architecture architecture)
    {
        var kinds = Kinds[architecture.Name].ToArray();
        var parts = new (string Kind, string Word)[]
        {
            ("published_exact", "exact"), ("published_rounded", "rounded"), ("computed", "derived"),
        };
        var counted = parts.Select(part => (part.Word, Count: kinds.Count(kind => string.Equals(kind, part.Kind, StringComparison.Ordinal))))
            .Where(static part => part.Count > 0);
        return string.Join(", ", counted.Select(static part => FormattableString.Invariant($"{part.Count} {part.Word}"))) is { Length: > 0 } proof ? proof : "derived";
    }

    private static IEnumerable<(string Architecture, string Kind)> Rows()
    {
        foreach (var row in Csv.Read("models", "newer-counts.csv"))
            yield return (ArchitectureCatalog.Find(row["model_type"])!.Name, row["kind"]);
        foreach (var row in Csv.Read("models", "published-counts.csv").Where(static row => row["configuration"].Length > 0))
        {
            if (ModelFile.Read(ModelFile.PublishedText(row["configuration"]), ModelOrigin.ConfigFile).Model is { } model)
                yield return (ArchitectureCatalog.Find(model.Architecture)!.Name, row["total_kind"]);
        }
    }
}
