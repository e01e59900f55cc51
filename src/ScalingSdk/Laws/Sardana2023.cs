using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Sardana et al. 2023, <i>Beyond Chinchilla-Optimal: Accounting for Inference</i> (arXiv 2401.00448).</summary>
/// <remarks>
/// Least 6 N D + 2 N D_inf at equal loss, over the constants of another law. The constants change the recommended size by 20 to 25 %,
/// so that every answer names them.
/// </remarks>
public sealed class Sardana2023 : IScalingLaw
{
    private static readonly Symbol Lifetime = new("D_inf", "tokens");

    private static readonly Equation Cost = new("", Symbol.C, $"6 N D + 2 N D_inf", Symbol.N, Symbol.D, Lifetime);

    private static readonly Derivation LeastCost = Cost.LeastBy(
        Symbol.N, "at the loss of the reference run", new("N_ref", "parameters"), new("D_ref", "tokens"), Lifetime);

    private Sardana2023()
    {
    }

    /// <summary>The law. The paper asks it with <see cref="Chinchilla2022.Approach3Tex"/>.</summary>
    public static Sardana2023 Law { get; } = new();

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "sardana-2023",
        Paper = "Sardana et al. 2023, Beyond Chinchilla-Optimal: Accounting for Inference in Language Model Scaling Laws",
        ArXiv = "2401.00448",
        ConstantSet = "of the law that it is asked with",
        Parameters = ParameterConvention.Active,
        Compute = ComputeConvention.SixND,
        Range = new LawRange(new Bounds(1.5e8, 6e9), Bounds.Any, Bounds.Any),
        Answers = LawQuestions.Deployment,
        Equations = [Cost],
        Caveats =
        [
            "FLOP alone: utilisation and prices of training and serving are not weighed",
            "the constants decide: chinchilla-a3-tex and besiroglu-2024 differ by 20 to 25 % in size",
        ],
    };

    /// <summary>The run that reaches the loss of a reference run at the least compute of training and use together.</summary>
    public Answer<DeploymentRun> Deploy(ParametricLaw constants, ActiveParameters reference, Tokens tokens, InferenceTokens lifetime)
    {
        var law = constants ?? throw new ArgumentNullException(nameof(constants));
        var loss = law.Loss(reference, tokens);
        if (!loss.HasValue)
            return Answer<DeploymentRun>.None(loss.WhyNone!);
        if (!(lifetime.Count >= 0 && lifetime.Count <= double.MaxValue))
            return Answer<DeploymentRun>.None("the tokens of lifetime use are not a finite number from 0");
        var least = law.Form.LeastParameters(loss.Value.NatsPerToken);
        if (double.IsNaN(least) || double.IsInfinity(least))
            return Answer<DeploymentRun>.None("the reference run is at the irreducible loss of the constants");
        var low = Math.Log(least);
        var n = Math.Exp(Roots.OfFalling(new Balance(law.Form, loss.Value.NatsPerToken, lifetime.Count), low, low + 100));
        var d = law.Form.TokensFor(loss.Value.NatsPerToken, n);
        if (double.IsNaN(d))
            return Answer<DeploymentRun>.None("no size reaches the loss with a finite number of tokens");
        var cost = Flops(n, d, lifetime.Count);
        return Answer<DeploymentRun>.Of(
            new(new(n), new(d), cost, 1 - (cost / Flops(reference.Count, tokens.Count, lifetime.Count)), law.Info.ConstantSet),
            law.Info.Range.OfRun(n, d).And(loss.Outside),
            new(Info, LeastCost, reference.Count, tokens.Count, lifetime.Count));
    }

    private static double Flops(double n, double d, double inference) => n * ((6 * d) + (2 * inference));

    // ln of both sides of the optimality condition, subtracted: it falls in N along the curve of equal loss.
    private readonly struct Balance(ChinchillaForm form, double loss, double inference) : IFunction
    {
        public double At(double logParameters)
        {
            var n = Math.Exp(logParameters);
            var d = form.TokensFor(loss, n);
            if (double.IsNaN(d))
                return double.PositiveInfinity;
            return Math.Log(form.Alpha * form.A / (form.Beta * form.B)) - (form.Alpha * logParameters) + (form.Beta * Math.Log(d))
                - Math.Log(1 + (inference / (3 * d)));
        }
    }
}

/// <summary>The run of the least training and lifetime compute together.</summary>
/// <param name="Parameters">Its size.</param>
/// <param name="Tokens">Its training tokens.</param>
/// <param name="LifetimeFlops">6 N D + 2 N D_inf, in FLOP.</param>
/// <param name="Saving">The part of the reference run's lifetime FLOP that it saves: 0.15 is 15 %.</param>
/// <param name="ConstantSet">Whose constants say so.</param>
public readonly record struct DeploymentRun(
    ActiveParameters Parameters, Tokens Tokens, double LifetimeFlops, double Saving, string ConstantSet);
