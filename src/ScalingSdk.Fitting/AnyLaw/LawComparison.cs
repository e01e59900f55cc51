namespace ScalingSdk.Fitting.AnyLaw;

/// <summary>Several laws on the same rows: a weight for each, and the prediction of their average.</summary>
/// <param name="Fits">The fits.</param>
/// <param name="Weights">exp(-BIC/2), scaled to one: the share of belief after these rows, each law as likely before.</param>
public sealed record LawComparison(IReadOnlyList<FittedFormula> Fits, IReadOnlyList<double> Weights)
{
    /// <exception cref="FormatException">The laws were fitted to different rows or residuals.</exception>
    internal static LawComparison Of(IReadOnlyList<FittedFormula> fits)
    {
        if (fits.Any(fit => fit.Runs != fits[0].Runs || fit.Scale != fits[0].Scale))
            throw new FormatException("laws are compared on the same rows: each must find a number in its columns in all of them");
        var least = fits.Min(static fit => fit.Bic);
        var shares = fits.Select(fit => Math.Exp(-(fit.Bic - least) / 2)).ToList();
        return new(fits, [.. shares.Select(share => share / shares.Sum())]);
    }

    /// <summary>Compares fits to the same rows.</summary>
    public static LawComparison Create(IReadOnlyList<FittedFormula> fits) => Of(fits);

    /// <summary>The average of the predictions by weight; null where a law has a variable without a value.</summary>
    public double? Average(IReadOnlyDictionary<string, double> values) =>
        Fits.All(fit => fit.Symbols.Variables(fit.Formula).All(values.ContainsKey)) ? Predict(values) : null;

    /// <summary>The average of the predictions by weight.</summary>
    /// <exception cref="ArgumentException">A variable has no value.</exception>
    public double Predict(IReadOnlyDictionary<string, double> values)
    {
        var sum = 0.0;
        for (var i = 0; i < Fits.Count; i++)
            sum += Weights[i] * Fits[i].Predict(values);
        return sum;
    }
}
