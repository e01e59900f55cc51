using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Pearce and Song 2024, <i>Reconciling Kaplan and Chinchilla Scaling Laws</i> (arXiv 2406.12907).</summary>
/// <remarks>
/// Total from non-embedding parameters and back, for a vocabulary of 32k and a width of about 39 times the depth. Where the model is
/// known its parameters are counted instead.
/// </remarks>
public sealed class Pearce2024 : IScalingLaw
{
    private const double Omega = 47491;

    private static readonly Equation TotalOf = new("", new("N_T", "parameters"), $"N + {Omega:omega} N^(1/3)", Symbol.N);
    private static readonly Derivation WeightsOf = TotalOf.SolvedFor(Symbol.N);
    private static readonly Symbol Alpha = new("alpha", "");
    private static readonly Symbol Beta = new("beta", "");

    // G = beta B / (alpha A) of the constants that it is asked with.
    private static readonly Equation OptimalFlops = new(
        "",
        new("C_E", "FLOP"),
        $"6 N (N + {Omega:omega}/3 N^(1/3))^(-1/beta) (N + {Omega:omega} N^(1/3))^((1 + alpha)/beta) G^(1/beta)",
        Symbol.N,
        Alpha,
        Beta,
        new Symbol("G", ""));

    private static readonly Equation Exponent = new(
        "",
        new("a", ""),
        $"1 / (1 - (N + {Omega:omega}/9 N^(1/3)) / (N + {Omega:omega}/3 N^(1/3)) / beta + (1 + alpha)/beta (N + {Omega:omega}/3 N^(1/3)) / (N + {Omega:omega} N^(1/3)))",
        Symbol.N,
        Alpha,
        Beta);

    private Pearce2024()
    {
    }

    /// <summary>The law.</summary>
    public static Pearce2024 Law { get; } = new();

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "pearce-2024",
        Paper = "Pearce and Song 2024, Reconciling Kaplan and Chinchilla Scaling Laws",
        ArXiv = "2406.12907",
        ConstantSet = "pearce-2024 omega 47491",
        Parameters = ParameterConvention.NonEmbeddingWeights,
        Range = LawRange.Any,
        Answers = LawQuestions.Conversion,
        Equations = [TotalOf, OptimalFlops, Exponent],
        Facts = ["embeddings are half of the total at 1.03e7 non-embedding parameters", "report total parameters (recommendation)"],
        Caveats = ["for a vocabulary of 32k and a width of 39 times the depth: count a known model exactly instead"],
    };

    /// <summary>The total of a dense model.</summary>
    public Answer<TotalParameters> ToTotal(NonEmbeddingWeights n) =>
        Answer<TotalParameters>.Of(new(Total(n.Count)), Info.Range.OfParameters(n.Count), new(Info, TotalOf, n.Count));

    /// <summary>The non-embedding parameters of a dense model of this total: the real root of x^3 + omega x = N_T, cubed.</summary>
    public Answer<NonEmbeddingWeights> ToNonEmbedding(TotalParameters total)
    {
        var outside = Info.Range.OfParameters(total.Count);
        if (!outside.IsSet)
            return Answer<NonEmbeddingWeights>.Of(default, outside, default);

        // Newton from above on a convex, rising function: it falls to the root and stops there.
        var x = Math.Min(Math.Pow(total.Count, 1 / 3d), total.Count / Omega);
        while (true)
        {
            var next = x - (((x * x * x) + (Omega * x) - total.Count) / ((3 * x * x) + Omega));
            if (!(next < x))
                return Answer<NonEmbeddingWeights>.Of(new(x * x * x), outside, new(Info, WeightsOf, total.Count));
            x = next;
        }
    }

    /// <summary>Non-embedding compute 6 N D at which a size is optimal, under the constants of a law in total parameters, in FLOP.</summary>
    public Answer<double> OptimalNonEmbeddingFlops(NonEmbeddingWeights n, ParametricLaw constants)
    {
        var form = (constants ?? throw new ArgumentNullException(nameof(constants))).Form;
        var root = Math.Pow(n.Count, 1 / 3d);
        var flops = 6 * n.Count * Math.Pow(n.Count + (Omega / 3 * root), -1 / form.Beta)
            * Math.Pow(n.Count + (Omega * root), (1 + form.Alpha) / form.Beta)
            * Math.Pow(form.Beta * form.B / (form.Alpha * form.A), 1 / form.Beta);
        return Answer<double>.Of(
            flops,
            Info.Range.OfParameters(n.Count),
            new(Info, OptimalFlops, n.Count, form.Alpha, form.Beta, form.Beta * form.B / (form.Alpha * form.A)));
    }

    /// <summary>The exponent of N in C at a size, both without embeddings: why Kaplan saw 0.73 where Chinchilla saw 0.5.</summary>
    public Answer<double> LocalExponent(NonEmbeddingWeights n, ParametricLaw constants)
    {
        var form = (constants ?? throw new ArgumentNullException(nameof(constants))).Form;
        var root = Math.Pow(n.Count, 1 / 3d);
        var first = n.Count + (Omega / 9 * root);
        var third = n.Count + (Omega / 3 * root);
        var slope = 1 - (first / third / form.Beta) + ((1 + form.Alpha) / form.Beta * third / (n.Count + (Omega * root)));
        return Answer<double>.Of(1 / slope, Info.Range.OfParameters(n.Count), new(Info, Exponent, n.Count, form.Alpha, form.Beta));
    }

    private static double Total(double nonEmbedding) => nonEmbedding + (Omega * Math.Pow(nonEmbedding, 1 / 3d));
}
