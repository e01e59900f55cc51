namespace ScalingSdk.Laws;

/// <summary>The efficiency leverage of Tian et al. 2025 (eqs. 10 and 13, Table 2).</summary>
internal static class LingLeverage
{
    private const double A = 1.23;
    private const double D = -7.61e-2;
    private const double Gamma = 1.67e-2;
    private const double Beta = -1.17e-1;
    private const double Start = 1.63e-2;

    private static readonly Symbol ActivationRatio = new("A", "");
    private static readonly Symbol GranularityOf = new("G", "");

    private static readonly Bounds Compute = new(1e18, 6e20);

    // The saturating transform of the paper, whose A_max of 5.28e16 leaves a sum.
    internal static readonly Equation Equation = new(
        "13",
        new("EL", "times this compute in a dense model, at most"),
        $"(A + {Start:A_start})^({A:a} + {D:d} log10(C) + {Gamma:gamma} log2(G)^2 + {Beta:beta} log2(G))",
        ActivationRatio,
        GranularityOf,
        Symbol.C)
    {
        Ranges = [new(Symbol.C, Compute)],
    };

    /// <summary>Where the exponent, and with it the leverage, has its extreme in G: log2(G) = -beta / (2 gamma).</summary>
    internal static double BestGranularity { get; } = Math.Pow(2, -Beta / (2 * Gamma));

    /// <summary>The activation ratios of the runs.</summary>
    internal static Bounds Activation { get; } = new(0.008, 1);

    /// <summary>The granularities of the runs.</summary>
    internal static Bounds Granularity { get; } = new(2, 16);

    /// <summary>The leverages that were fitted.</summary>
    internal static Bounds Fitted { get; } = new(0, 6);

    internal static IReadOnlyList<SymbolRange> Ranges => [new(ActivationRatio, Activation), new(GranularityOf, Granularity), new(Equation.Left, Fitted)];

    /// <summary>Why there is no leverage at these, as a clause; null where there is one.</summary>
    internal static string? WhyNone(double activation, double granularity) =>
        activation is > 0 and <= 1 && granularity > 0 ? null : "an activation ratio lies between 0 and 1, a granularity above 0";

    internal static string? WhyNoneAt(IReadOnlyDictionary<string, double> at) =>
        at.TryGetValue(ActivationRatio.Name, out var a) && at.TryGetValue(GranularityOf.Name, out var g) ? WhyNone(a, g) : null;

    internal static double Of(double activation, double granularity, double flops)
    {
        var a = activation + Start;
        var g = Math.Log(granularity) / Math.Log(2);
        return Math.Pow(a, A + (D * Math.Log10(flops)) + (Gamma * g * g) + (Beta * g));
    }

    // Activation and granularity shape the parameters that are kept: how far outside they lie is reported with the size.
    internal static Extrapolation OutsideOf(double activation, double granularity, double flops) => new(
        Activation.FactorOutside(activation) * Granularity.FactorOutside(granularity), 1, Compute.FactorOutside(flops));
}
