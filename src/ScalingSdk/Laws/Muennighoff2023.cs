using ScalingSdk.Diagnostics;
using ScalingSdk.Quantities;
using static ScalingSdk.Laws.MuennighoffEquations;

namespace ScalingSdk.Laws;

/// <summary>Muennighoff et al. 2023, <i>Scaling Data-Constrained Language Models</i> (arXiv 2305.16264).</summary>
/// <remarks>
/// Total parameters, tokens processed and unique tokens, FLOP as 6 N D, nats per token of C4 under the GPT-2 tokenizer. Up to 9B
/// parameters and 900B tokens.
/// </remarks>
public sealed class Muennighoff2023 : ParametricLaw
{
    private Muennighoff2023()
        : base(Describe(), MuennighoffEquations.Form, Fresh)
    {
    }

    /// <summary>The law, with the unrounded constants of the authors' repository.</summary>
    public static Muennighoff2023 Law { get; } = new();

    /// <summary>D': the fresh tokens that repeated ones equal.</summary>
    public Answer<Tokens> EffectiveTokens(Tokens tokens, UniqueTokens unique)
    {
        var u = Math.Min(tokens.Count, unique.Count);
        return Answer<Tokens>.Of(
            new(Saturating(tokens.Count, u, RdStar)), OutsideOf(tokens, unique), new(Info, MuennighoffEquations.EffectiveTokens, tokens.Count, u));
    }

    /// <summary>N': the parameters that a size beyond the optimum of the unique tokens equals.</summary>
    public Answer<ActiveParameters> EffectiveParameters(ActiveParameters n, UniqueTokens unique)
    {
        var u = Math.Min(n.Count, Form.OptimalParametersOf(unique.Count));
        return Answer<ActiveParameters>.Of(
            new(Saturating(n.Count, u, RnStar)),
            Info.Range.OfParameters(n.Count).And(LawRange.Any.OfTokens(unique.Count)),
            new(Info, MuennighoffEquations.EffectiveParameters, n.Count, u));
    }

    /// <summary>The value of the next token as a share of a unique token, from 1 to 0.</summary>
    public Answer<double> MarginalWorth(Tokens tokens, UniqueTokens unique)
    {
        var u = Math.Min(tokens.Count, unique.Count);
        return Answer<double>.Of(
            Math.Exp(-Repetitions(tokens.Count, u) / RdStar), OutsideOf(tokens, unique), new(Info, MuennighoffEquations.MarginalWorth, tokens.Count, u));
    }

    /// <summary>The loss of a run over repeated tokens, that of N' and D', in nats per token.</summary>
    public Answer<PredictedLoss> Loss(ActiveParameters n, Tokens d, UniqueTokens unique)
    {
        var parameters = Saturating(n.Count, Math.Min(n.Count, Form.OptimalParametersOf(unique.Count)), RnStar);
        var tokens = Saturating(d.Count, Math.Min(d.Count, unique.Count), RdStar);
        return Answer<PredictedLoss>.Of(
            new(Form.Loss(parameters, tokens), Info.ConstantSet),
            Info.Range.OfRun(n.Count, d.Count).And(OfUnique(unique)),
            new(Info, Repeated, parameters, tokens));
    }

    /// <summary>The best run for a budget whose data are limited: the N that makes the loss above smallest on C = 6 N D.</summary>
    public Answer<OptimalRun> Allocate(TrainingFlops compute, UniqueTokens unique)
    {
        var asked = LawRange.Any.OfCompute(compute.Flops).And(LawRange.Any.OfTokens(unique.Count));
        if (!asked.IsSet)
            return Answer<OptimalRun>.Of(default, asked, default);
        var balance = new Balance(Form, compute.Flops, unique.Count);
        var free = Math.Log(Form.OptimalParameters(compute.Flops));
        var n = Math.Exp(Roots.OfFalling(balance, free - 100, free + 100));
        var d = compute.Flops / (6 * n);
        return Answer<OptimalRun>.Of(
            new(n, Info.Parameters, new Tokens(d)),
            Info.Range.OfOptimum(compute.Flops, n, d).And(asked),
            new(Info, LimitedOptimum, compute.Flops, unique.Count));
    }

    /// <summary>The loss of a run over repeated tokens, in nats per token.</summary>
    public Answer<PredictedLoss> Loss(ModelSize model, Tokens tokens, UniqueTokens unique) => Loss(model.Active, tokens, unique);

    /// <summary>The size above which another parameter has a tenth of the value that it has with unlimited data.</summary>
    public Answer<ActiveParameters> SizeStopsHelping(UniqueTokens unique) => Answer<ActiveParameters>.Of(
        new(Form.OptimalParametersOf(unique.Count) * (1 + (RnStar * Math.Log(10)))),
        Info.Range.OfTokens(unique.Count),
        new(Info, StopsHelping, unique.Count));

    private Extrapolation OutsideOf(Tokens tokens, UniqueTokens unique) =>
        Info.Range.OfTokens(tokens.Count).And(OfUnique(unique));

    // The fewest that any of the runs had.
    private Extrapolation OfUnique(UniqueTokens unique) => LawRange.Any.OfTokens(unique.Count).And(new(1, Math.Max(1, Info.Range.Tokens.Least / unique.Count), 1));

    private static double Repetitions(double count, double unique) => (count / unique) - 1;

    private static double Saturating(double count, double unique, double star) =>
        unique + (unique * star * (1 - Math.Exp(-Repetitions(count, unique) / star)));

    private static LawInfo Describe() => new()
    {
        Id = "muennighoff-2023",
        Paper = "Muennighoff et al. 2023, Scaling Data-Constrained Language Models",
        ArXiv = "2305.16264",
        ConstantSet = "muennighoff-2023 C4",
        Parameters = ParameterConvention.Active,
        Compute = ComputeConvention.SixND,
        Range = new LawRange(new Bounds(7e6, 9e9), new Bounds(1e8, 9e11), Bounds.Any),
        Answers = LawQuestions.Allocation | LawQuestions.Loss | LawQuestions.RepeatedData,
        Equations = new Deferred<Equation>(All),
        Facts =
        [
            "up to 4 epochs the loss is that of unique data within a negligible change",
            "gains are meaningful until about 16 epochs; beyond about 40, epochs add nothing (Fig. 1)",
        ],
        Caveats =
        [
            "repeated tokens never equal more than 16.39 times the unique ones",
            "the law bounds the worth of repetition; it does not predict a rise of the validation loss",
        ],
    };

    // ln of what one more unit of ln N buys, less the same of ln D: it falls in N, and it is zero at the optimum.
    private readonly struct Balance(ChinchillaForm form, double flops, double unique) : IFunction
    {
        private readonly double _best = form.OptimalParametersOf(unique);
        private readonly double _logA = Math.Log(form.Alpha * form.A);
        private readonly double _logB = Math.Log(form.Beta * form.B);

        public double At(double logParameters)
        {
            var n = Math.Exp(logParameters);
            var d = flops / (6 * n);
            return Worth(n, _best, RnStar, _logA, form.Alpha) - Worth(d, unique, RdStar, _logB, form.Beta);
        }

        private static double Worth(double count, double limit, double star, double logCoefficient, double exponent)
        {
            var fresh = Math.Min(count, limit);
            return logCoefficient - ((exponent + 1) * Math.Log(Saturating(count, fresh, star)))
                + Math.Log(count) - (Repetitions(count, fresh) / star);
        }
    }
}
