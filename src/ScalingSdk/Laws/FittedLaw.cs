using System.Globalization;
using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>A law that was fitted to a project's own runs and read from a <c>*.law.json</c>: a law like the others.</summary>
/// <remarks>The form is Hoffmann's (eqs. 2 and 4), N in parameters with embeddings of what a token passes through.</remarks>
public sealed class FittedLaw : ParametricLaw
{
    private const string OwnRuns = "holds for the tokenizer, corpus and recipe of the runs that it was fitted to";

    private FittedLaw(LawInfo info, ChinchillaForm form, ParametricEquations equations, Func<double[]>? sample, double widened)
        : base(info, form, equations, sample, widened)
    {
    }

    /// <summary>The law of a fit.</summary>
    /// <param name="id">The name that a spec writes.</param>
    /// <param name="form">The constants.</param>
    /// <param name="range">The range of the runs.</param>
    /// <param name="sample">Joint draws of ln E, ln A, ln B, alpha and beta, one draw after the other; null gives no intervals.</param>
    /// <param name="widened">By how much intervals are widened because the draws are of few units.</param>
    internal static FittedLaw Of(string id, ChinchillaForm form, LawRange range, double[]? sample, double widened = 1)
    {
        var constants = string.Format(
            CultureInfo.InvariantCulture, "E {0}, A {1}, B {2}, alpha {3}, beta {4}", form.E, form.A, form.B, form.Alpha, form.Beta);
        var equations = new ParametricEquations(form, loss: "", optimum: "");
        return new(
            new()
            {
                Id = id,
                Paper = "fitted to the project's own runs",
                ConstantSet = $"{id}: {constants}",
                Parameters = ParameterConvention.Active,
                Compute = ComputeConvention.SixND,
                Range = range,
                Answers = LawQuestions.Allocation | LawQuestions.Loss,
                Equations = equations.All,
                Caveats = [OwnRuns],
                WhyApart = [new(LawQuestions.Allocation, OwnRuns)],
            },
            form,
            equations,
            sample is null ? null : () => sample,
            widened);
    }
}
