using ScalingSdk.Diagnostics;

namespace ScalingSdk.Laws;

/// <summary>Every law that the library knows, by id.</summary>
public static class LawRegistry
{
    // By their types, so that a question makes the laws alone that answer it.
    private static readonly LawEntry[] Entries =
    [
        LawEntry.Of(static () => Kaplan2020.Law),
        LawEntry.Of(static () => Besiroglu2024.Law),
        LawEntry.Of(static () => Muennighoff2023.Law),
        LawEntry.Of(static () => StepLaw2025.Law),
        LawEntry.Of(static () => PublishedRates.Law),
        LawEntry.Of(static () => DeepSeek2024.Law),
        LawEntry.Of(static () => Zhang2024.Law),
        LawEntry.Of(static () => Chinchilla2022.Approach1),
        LawEntry.Of(static () => Chinchilla2022.Approach2),
        LawEntry.Of(static () => Chinchilla2022.Approach3Tex),
        LawEntry.Of(static () => Chinchilla2022.Approach3Rounded),
        LawEntry.OfSets(static () => Gadre2024.Sets),
        LawEntry.Of(static () => Porian2024.Law),
        LawEntry.Of(static () => McCandlish2018.Law),
        LawEntry.Of(static () => Sardana2023.Law),
        LawEntry.Of(static () => Pearce2024.Law),
        LawEntry.OfSets(static () => Clark2022.Sets),
        LawEntry.Of(static () => Bergsma2025.Law),
        LawEntry.Of(static () => Hagele2024.Law),
        LawEntry.Of(static () => Mup2022.Law),
        LawEntry.Of(static () => Tay2021.Law),
        LawEntry.Of(static () => Kumar2024.Law),
        LawEntry.Of(static () => Krajewski2024.Law),
        LawEntry.Of(static () => JointMoe2025.Law),
        LawEntry.Of(static () => Ling2025.Law),
        LawEntry.Of(static () => HunyuanMoe2025.Law),
        LawEntry.Of(static () => UnifiedSparse2025.Law),
        LawEntry.Of(static () => Frantar2023.Law),
        LawEntry.Of(static () => Farseer2025.Law),
        LawEntry.Of(static () => EpochsTurn2026.Law),
        LawEntry.Of(static () => WeightDecayLimited2026.Law),
        LawEntry.Of(static () => Kim2025.Law),
        LawEntry.Of(static () => Nanochat2026.Law),
        LawEntry.Of(static () => OlmoLadder.Law),
        LawEntry.Of(static () => Marin2025.Law),
        LawEntry.Of(static () => Muon2025.Law),
        LawEntry.Of(static () => CompleteP2025.Law),
        LawEntry.Of(static () => Schaipp2026.Law),
        LawEntry.Of(static () => Merrill2025.Law),
        LawEntry.Of(static () => Tao2024.Law),
        LawEntry.OfSets(static () => ParScale2025.Sets),
        LawEntry.OfSets(static () => Bhagia2024.Sets),
        LawEntry.Of(static () => Xiong2023.Law),
    ];

    /// <summary>The laws: those that plans take by default first, then by what they answer.</summary>
    public static IReadOnlyList<IScalingLaw> All => Of<IScalingLaw>();

    /// <summary>The laws that answer the questions of an interface, in the same order.</summary>
    internal static IReadOnlyList<TLaw> Of<TLaw>()
        where TLaw : class, IScalingLaw => Asked<TLaw>.All;

    /// <summary>The law of this id, or null; <see cref="Nearest"/> then says which id was probably meant.</summary>
    public static IScalingLaw? Find(string id)
    {
        foreach (var law in All)
        {
            if (string.Equals(law.Info.Id, id, StringComparison.Ordinal))
                return law;
        }

        return null;
    }

    /// <summary>The known id that comes nearest to what was typed, or null where none comes near.</summary>
    public static string? Nearest(string typed) => Suggest.Nearest(typed, All.Select(static law => law.Info.Id));

    /// <summary>The laws that answer all of these questions.</summary>
    public static IEnumerable<IScalingLaw> Answering(LawQuestions questions) =>
        All.Where(law => (law.Info.Answers & questions) == questions);

    private static class Asked<TLaw>
        where TLaw : class, IScalingLaw
    {
        public static readonly TLaw[] All =
            [.. Entries.Where(static entry => typeof(TLaw).IsAssignableFrom(entry.Type)).SelectMany(static entry => entry.Laws()).Cast<TLaw>()];
    }

    private sealed class LawEntry(Type type, Func<IEnumerable<IScalingLaw>> laws)
    {
        public Type Type => type;

        public Func<IEnumerable<IScalingLaw>> Laws => laws;

        public static LawEntry Of<TLaw>(Func<TLaw> law)
            where TLaw : class, IScalingLaw => new(typeof(TLaw), () => [law()]);

        /// <summary>The sets of constants of one paper: a new one is an instance of the law, and a name in its <c>Sets</c>.</summary>
        public static LawEntry OfSets<TLaw>(Func<IReadOnlyList<TLaw>> sets)
            where TLaw : class, IScalingLaw => new(typeof(TLaw), sets);
    }
}
