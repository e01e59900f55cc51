using ScalingSdk.Laws;

namespace ScalingSdk.Docs;

/// <summary>The pages of docs/laws in the order of their index.</summary>
internal static class LawPages
{
    public static IReadOnlyList<LawPage> All { get; } =
    [
        new("kaplan-2020", [Kaplan2020.Law], AllocationPlots.Kaplan),
        new(
            "chinchilla-2022",
            [Chinchilla2022.Approach1, Chinchilla2022.Approach2, Chinchilla2022.Approach3Tex, Chinchilla2022.Approach3Rounded],
            AllocationPlots.Chinchilla),
        new("besiroglu-2024", [Besiroglu2024.Law], AllocationPlots.Besiroglu),
        new("muennighoff-2023", [Muennighoff2023.Law], AllocationPlots.Muennighoff),
        new("sardana-2023", [Sardana2023.Law], AllocationPlots.Sardana),
        new("gadre-2024", Gadre2024.Sets, AllocationPlots.Gadre),
        new("deepseek-2024", [DeepSeek2024.Law], RecipePlots.DeepSeek),
        new("step-law-2025", [StepLaw2025.Law], RecipePlots.StepLaw),
        new("porian-2024", [Porian2024.Law], RecipePlots.Porian),
        new("zhang-2024", [Zhang2024.Law], RecipePlots.Zhang),
        new("mccandlish-2018", [McCandlish2018.Law], RecipePlots.McCandlish),
        new("bergsma-2025", [Bergsma2025.Law], RecipePlots.Bergsma),
        new("hagele-2024", [Hagele2024.Law], RecipePlots.Hagele),
        new("mup-2022", [Mup2022.Law], RecipePlots.Mup),
        new("pearce-2024", [Pearce2024.Law], SizePlots.Pearce),
        new("clark-2022", Clark2022.Sets, SizePlots.Clark),
        new("tay-2021", [Tay2021.Law], SizePlots.Tay),
        new("kumar-2024", [Kumar2024.Law], SizePlots.Kumar),
        new("krajewski-2024", [Krajewski2024.Law], SizePlots.Krajewski),
        new("joint-moe-2025", [JointMoe2025.Law], RoutedPlots.JointMoe),
        new("ling-2025", [Ling2025.Law], RoutedPlots.Ling),
        new("hunyuan-moe-2025", [HunyuanMoe2025.Law], RoutedPlots.Hunyuan),
        new("unified-sparse-2025", [UnifiedSparse2025.Law], SparsityPlots.UnifiedSparse),
        new("frantar-2023", [Frantar2023.Law], SparsityPlots.Frantar),
        new("farseer-2025", [Farseer2025.Law], RoutedPlots.Farseer),
        new("epochs-turn", [EpochsTurn2026.Law], NewerRecipePlots.EpochsTurn),
        new("wd-limited", [WeightDecayLimited2026.Law], NewerRecipePlots.WeightDecayLimited),
        new("kim-2025", [Kim2025.Law], NewerRecipePlots.Kim),
        new("nanochat-2026", [Nanochat2026.Law], NewerRecipePlots.Nanochat),
        new("published-rates", [PublishedRates.Law], RecipePlots.Published),
        new("olmo-ladder", [OlmoLadder.Law], NewerRecipePlots.Olmo),
        new("marin-2025", [Marin2025.Law], NewerRecipePlots.Marin),
        new("muon-2025", [Muon2025.Law], NewerRecipePlots.Muon),
        new("completep-2025", [CompleteP2025.Law], NewerRecipePlots.CompleteP),
        new("schaipp-2026", [Schaipp2026.Law], NewerRecipePlots.Schaipp),
        new("merrill-2025", [Merrill2025.Law], NewerRecipePlots.Merrill),
        new("tao-2024", [Tao2024.Law], RoutedPlots.Tao),
        new("parscale-2025", ParScale2025.Sets, RoutedPlots.ParScale),
        new("bhagia-2024", Bhagia2024.Sets, RoutedPlots.Bhagia),
        new("xiong-2023", [Xiong2023.Law], SparsityPlots.Xiong),
    ];
}
