using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>A law known by its table of optimal runs alone: power laws through the rows, without a loss.</summary>
/// <remarks>N_opt(C) and D_opt(N) are two regressions of one table: they invert each other within the table's own rounding.</remarks>
public sealed class PowerAllocationLaw : IAllocationLaw
{
    private readonly double _coefficient;
    private readonly double _exponent;
    private readonly double _tokensCoefficient;
    private readonly double _tokensExponent;

    internal PowerAllocationLaw(LawInfo info, double coefficient, double exponent, double tokensLog10, double tokensExponent)
    {
        Info = info;
        _coefficient = coefficient;
        _exponent = exponent;
        _tokensCoefficient = Math.Pow(10, tokensLog10);
        _tokensExponent = tokensExponent;
    }

    /// <inheritdoc/>
    public LawInfo Info { get; }

    /// <summary>The compute-optimal size for a budget.</summary>
    public Answer<ActiveParameters> OptimalParameters(TrainingFlops c) =>
        Answer<ActiveParameters>.Of(new(_coefficient * Math.Pow(c.Flops, _exponent)), Info.Range.OfCompute(c.Flops));

    /// <summary>The tokens for which a size is compute-optimal.</summary>
    public Answer<Tokens> OptimalTokens(ActiveParameters n) =>
        Answer<Tokens>.Of(new(_tokensCoefficient * Math.Pow(n.Count, _tokensExponent)), Info.Range.OfParameters(n.Count));

    /// <summary>The size for which these tokens are compute-optimal.</summary>
    public Answer<ActiveParameters> OptimalParametersOf(Tokens d) =>
        Answer<ActiveParameters>.Of(new(Math.Pow(d.Count / _tokensCoefficient, 1 / _tokensExponent)), Info.Range.OfTokens(d.Count));

    /// <inheritdoc/>
    public Answer<OptimalRun> Allocate(TrainingFlops compute)
    {
        var n = _coefficient * Math.Pow(compute.Flops, _exponent);
        return Answer<OptimalRun>.Of(
            new(n, Info.Parameters, new Tokens(compute.Flops / (6 * n))), Info.Range.OfCompute(compute.Flops));
    }

    /// <inheritdoc/>
    public Answer<Tokens> OptimalTokens(ModelSize model) => OptimalTokens(model.Active);
}
