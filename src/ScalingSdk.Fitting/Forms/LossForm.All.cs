using ScalingSdk.Fitting.Forms;

namespace ScalingSdk.Fitting;

/// <content>The forms.</content>
public abstract partial class LossForm
{
    /// <summary>L(N, D) = E + A/N^alpha + B/D^beta (Hoffmann et al. 2022, eq. 2).</summary>
    public static LossForm Chinchilla { get; } = new ChinchillaLoss();

    /// <summary>The same with alpha = beta (Muennighoff et al. 2023).</summary>
    public static LossForm ChinchillaEqualExponents { get; } = new ChinchillaEqualExponents();

    /// <summary>Every form, by its id.</summary>
    public static IReadOnlyList<LossForm> All { get; } =
    [
        Chinchilla,
        ChinchillaEqualExponents,
    ];
}
