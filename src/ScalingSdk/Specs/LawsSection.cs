using ScalingSdk.Laws;
using ScalingSdk.Text;

namespace ScalingSdk.Specs;

/// <summary>The <c>laws</c> section: which law answers which question.</summary>
public sealed record LawsSection
{
    internal static readonly string[] Keys = ["overfitting", "allocation"];

    /// <summary>The law of the overfitting threshold; <c>kaplan-2020</c> unless stated.</summary>
    public IOverfittingLaw Overfitting { get; init; } = Kaplan2020.Law;

    /// <summary>The law of the compute-optimal size and tokens; <c>besiroglu-2024</c> unless stated.</summary>
    public IAllocationLaw Allocation { get; init; } = Besiroglu2024.Law;

    internal static LawsSection Read(JsonObject section, List<ReadingProblem> problems)
    {
        var reader = new SectionReader(section, "laws", Keys, problems);
        var defaults = new LawsSection();
        return new LawsSection
        {
            Overfitting = Find(reader, "overfitting", defaults.Overfitting),
            Allocation = Find(reader, "allocation", defaults.Allocation),
        };
    }

    private static TLaw Find<TLaw>(SectionReader reader, string key, TLaw otherwise)
        where TLaw : class, IScalingLaw
    {
        if (reader.Text(key) is not { } id)
            return otherwise;
        var fitting = LawRegistry.All.OfType<TLaw>().ToList();
        if (fitting.FirstOrDefault(law => string.Equals(law.Info.Id, id.Value, StringComparison.Ordinal)) is { } found)
            return found;
        var known = fitting.Select(static law => law.Info.Id).ToList();
        var remedy = NearestName.Find(id.Value, known) is { } nearest
            ? $"did you mean '{nearest}'?"
            : "known are " + string.Join(", ", known.Select(static name => $"'{name}'"));
        reader.Bad(id.Span, key, $"'{id.Value}' is not a law of this question; {remedy}");
        return otherwise;
    }
}
