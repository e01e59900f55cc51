namespace ScalingSdk.Fitting.Forms;

/// <content>The forms.</content>
public abstract partial class LossForm
{
    /// <summary>L(N, D) = E + A/N^alpha + B/D^beta (Hoffmann et al. 2022, eq. 2).</summary>
    public static LossForm Chinchilla { get; } = new ChinchillaLoss();

    /// <summary>The same with alpha = beta (Muennighoff et al. 2023).</summary>
    public static LossForm ChinchillaEqualExponents { get; } = new ChinchillaEqualExponents();

    /// <summary>L(C, M) = E + (a M^eta + b M^-eta) C^-eta with M = D/N (Gadre et al. 2024, eq. 4): over-training.</summary>
    public static LossForm OverTraining { get; } = new OverTrainingLoss();

    /// <summary>L(N, D) = ((N_c/N)^(alpha_N/alpha_D) + D_c/D)^alpha_D (Kaplan et al. 2020, eq. 1.5).</summary>
    public static LossForm KaplanJoint { get; } = new KaplanJointLoss();

    /// <summary>L(N) = (N_c/N)^alpha_N (Kaplan et al. 2020, eq. 1.1).</summary>
    public static LossForm OfParameters { get; } = new PowerLoss("kaplan-parameters", "L(N) = (N_c/N)^alpha_N (Kaplan et al. 2020, eq. 1.1)", RunVariable.Parameters, "N_c", "alpha_N");

    /// <summary>L(D) = (D_c/D)^alpha_D (Kaplan et al. 2020, eq. 1.2).</summary>
    public static LossForm OfTokens { get; } = new PowerLoss("kaplan-tokens", "L(D) = (D_c/D)^alpha_D (Kaplan et al. 2020, eq. 1.2)", RunVariable.Tokens, "D_c", "alpha_D");

    /// <summary>L(C) = (C_c/C)^alpha_C (Kaplan et al. 2020, eq. 1.3), C in FLOP.</summary>
    public static LossForm OfCompute { get; } = new PowerLoss("kaplan-compute", "L(C) = (C_c/C)^alpha_C (Kaplan et al. 2020, eq. 1.3), C in FLOP", RunVariable.Compute, "C_c", "alpha_C");

    /// <summary>L(N, S) = (N_c/N)^alpha_N + (S_c/S)^alpha_S (Kaplan et al. 2020, eq. 1.6).</summary>
    public static LossForm LearningCurve { get; } = new LearningCurveLoss();

    /// <summary>L(N, D, U) with repeated tokens and excess parameters that decay in worth (Muennighoff et al. 2023).</summary>
    public static LossForm DataConstrained { get; } = new DataConstrainedLoss(tied: true);

    /// <summary>The same with an exponent for size and one for tokens.</summary>
    public static LossForm DataConstrainedTwoExponents { get; } = new DataConstrainedLoss(tied: false);

    /// <summary>L(N, D, U) = E + A/N^alpha + B/D^beta + P (D/U - 1) N/U: a loss that rises with too many epochs (Lovelace et al. 2026).</summary>
    public static LossForm RepetitionPenalty { get; } = new RepetitionPenaltyLoss(free: false);

    /// <summary>The same with P (D/U - 1)^delta (N/U)^kappa, which takes a hundred runs and more.</summary>
    public static LossForm RepetitionPenaltyFreeExponents { get; } = new RepetitionPenaltyLoss(free: true);

    /// <summary>log10 L = a log10 N + b log10 E' + c log10 N log10 E' + d with saturating E' (Clark et al. 2022, eq. 1).</summary>
    public static LossForm Routed { get; } = new RoutedLoss();

    /// <summary>B_crit(L) = B_star / L^(1/alpha_B) (Kaplan et al. 2020, eq. 5.3): see <see cref="LawFit.CriticalBatch"/>.</summary>
    public static LossForm CriticalBatch { get; } = new CriticalBatchForm();

    /// <summary>y = k N^p D^q: learning rates and batch sizes, with y in the place of the loss.</summary>
    public static LossForm PowerOfBoth { get; } = new PowerOfBoth();

    /// <summary>The form with some constants held at values that the user states: <c>E = 1.69</c>.</summary>
    /// <exception cref="ArgumentException">A constant is not one of the form, or its value cannot be one, or nothing is left to fit.</exception>
    public LossForm Pin(IReadOnlyDictionary<string, double> constants)
    {
        var (form, problem) = PinnedLoss.Of(this, constants);
        return form ?? throw new ArgumentException(problem, nameof(constants));
    }

    /// <summary>Every form, by its id.</summary>
    public static IReadOnlyList<LossForm> All { get; } =
    [
        Chinchilla,
        ChinchillaEqualExponents,
        OverTraining,
        KaplanJoint,
        OfParameters,
        OfTokens,
        OfCompute,
        LearningCurve,
        DataConstrained,
        DataConstrainedTwoExponents,
        RepetitionPenalty,
        RepetitionPenaltyFreeExponents,
        Routed,
        CriticalBatch,
        PowerOfBoth,
    ];
}
