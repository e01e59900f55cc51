using ScalingSdk.Diagnostics;

namespace ScalingSdk.Laws;

/// <summary>Every law that the library knows, by id.</summary>
public static class LawRegistry
{
    /// <summary>The laws: those that plans take by default first, then by what they answer.</summary>
    public static IReadOnlyList<IScalingLaw> All { get; } =
    [
        Kaplan2020.Law,
        Besiroglu2024.Law,
        Muennighoff2023.Law,
        StepLaw2025.Law,
        PublishedRates.Law,
        DeepSeek2024.Law,
        Zhang2024.Law,
        Chinchilla2022.Approach1,
        Chinchilla2022.Approach2,
        Chinchilla2022.Approach3Tex,
        Chinchilla2022.Approach3Rounded,
        Gadre2024.RedPajama,
        Gadre2024.C4,
        Gadre2024.RefinedWeb,
        Porian2024.Law,
        McCandlish2018.Law,
        Sardana2023.Law,
        Pearce2024.Law,
        Clark2022.SBase,
        Clark2022.RlR,
        Clark2022.Hash,
        Bergsma2025.Law,
        Hagele2024.Law,
        Mup2022.Law,
        Tay2021.Law,
        Kumar2024.Law,
        Krajewski2024.Law,
        JointMoe2025.Law,
        Ling2025.Law,
        HunyuanMoe2025.Law,
        Farseer2025.Law,
        EpochsTurn2026.Law,
        WeightDecayLimited2026.Law,
        Kim2025.Law,
        Nanochat2026.Law,
        OlmoLadder.Law,
        Marin2025.Law,
        Muon2025.Law,
        CompleteP2025.Law,
        Schaipp2026.Law,
        Merrill2025.Law,
        Tao2024.Law,
        ParScale2025.Code,
        ParScale2025.Pile,
        Bhagia2024.Mmlu,
        Bhagia2024.HellaSwag,
        Bhagia2024.Piqa,
        Bhagia2024.CommonsenseQa,
        Bhagia2024.SocialIqa,
    ];

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
}
