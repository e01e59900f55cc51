using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>A law known by its table of optimal runs alone: power laws through the rows, without a loss.</summary>
/// <remarks>N_opt(C) and D_opt(N) are two regressions of one table: they invert each other within the table's own rounding.</remarks>
public sealed class PowerAllocationLaw : IAllocationLaw
{
    private readonly PowerAllocation _form;
    private readonly PowerAllocationEquations _equations;

    internal PowerAllocationLaw(LawInfo info, PowerAllocation form, PowerAllocationEquations equations)
    {
        Info = info;
        _form = form;
        _equations = equations;
    }

    /// <inheritdoc/>
    public LawInfo Info { get; }

    /// <summary>The compute-optimal size for a budget.</summary>
    public Answer<ActiveParameters> OptimalParameters(TrainingFlops c) =>
        Allocate(c).Select(static run => new ActiveParameters(run.Parameters));

    /// <summary>The tokens for which a size is compute-optimal.</summary>
    public Answer<Tokens> OptimalTokens(ActiveParameters n) => Answer<Tokens>.Of(
        new(_form.OptimalTokens(n.Count)), Info.Range.OfParameters(n.Count), new(Info, _equations.Tokens, n.Count));

    /// <summary>The size for which these tokens are compute-optimal.</summary>
    public Answer<ActiveParameters> OptimalParametersOf(Tokens d) => Answer<ActiveParameters>.Of(
        new(_form.OptimalParametersOf(d.Count)), Info.Range.OfTokens(d.Count), new(Info, _equations.ParametersOfTokens, d.Count));

    /// <inheritdoc/>
    public Answer<OptimalRun> Allocate(TrainingFlops compute)
    {
        var n = _form.OptimalParameters(compute.Flops);
        var d = compute.Flops / (6 * n);
        return Answer<OptimalRun>.Of(
            new(n, Info.Parameters, new Tokens(d)),
            Info.Range.OfOptimum(compute.Flops, n, d),
            new(Info, _equations.Parameters, compute.Flops));
    }

    /// <inheritdoc/>
    public ILossLaw? LossLaw => null;

    /// <inheritdoc/>
    public ILossSurface? Surface => null;

    /// <inheritdoc/>
    public ParametricLaw? Parametric => null;

    /// <inheritdoc/>
    public Answer<Tokens> OptimalTokens(ModelSize model) => OptimalTokens(model.Active);
}
