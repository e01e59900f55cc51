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
        new("gadre-2024", [Gadre2024.RedPajama, Gadre2024.C4, Gadre2024.RefinedWeb], AllocationPlots.Gadre),
        new("deepseek-2024", [DeepSeek2024.Law], RecipePlots.DeepSeek),
        new("step-law-2025", [StepLaw2025.Law], RecipePlots.StepLaw),
        new("porian-2024", [Porian2024.Law], RecipePlots.Porian),
        new("zhang-2024", [Zhang2024.Law], RecipePlots.Zhang),
        new("mccandlish-2018", [McCandlish2018.Law], RecipePlots.McCandlish),
        new("bergsma-2025", [Bergsma2025.Law], RecipePlots.Bergsma),
        new("hagele-2024", [Hagele2024.Law], RecipePlots.Hagele),
        new("mup-2022", [Mup2022.Law], RecipePlots.Mup),
        new("pearce-2024", [Pearce2024.Law], SizePlots.Pearce),
        new("clark-2022", [Clark2022.SBase, Clark2022.RlR, Clark2022.Hash], SizePlots.Clark),
        new("tay-2021", [Tay2021.Law], SizePlots.Tay),
        new("kumar-2024", [Kumar2024.Law], SizePlots.Kumar),
        new("krajewski-2024", [Krajewski2024.Law], SizePlots.Krajewski),
    ];
}
