namespace ScalingSdk.Fitting.Jets;

/// <summary>
/// Working memory for second-order forward differentiation: a jet is a value with its exact gradient and Hessian in the
/// parameters of a form. A form is thus written once, as its formula, and its derivatives cannot be wrong.
/// </summary>
/// <remarks>One tape serves one thread; it grows once and allocates no more.</remarks>
/// <param name="parameters">The parameters of the form.</param>
/// <param name="curved">False where nobody asks for second derivatives: they are most of the work.</param>
internal sealed class JetTape(int parameters, bool curved = true)
{
    private readonly int _width = Width(parameters, curved);
    private double[] _memory = new double[64 * Width(parameters, curved)];
    private int _used;

    internal int Parameters => parameters;

    internal bool Curved => curved;

    internal double[] Memory => _memory;

    /// <summary>Forgets all jets.</summary>
    internal void Reset() => _used = 0;

    /// <summary>The i-th parameter: its gradient is a unit vector.</summary>
    internal Jet Variable(int i, double value)
    {
        var jet = Constant(value);
        _memory[jet.At + 1 + i] = 1;
        return jet;
    }

    /// <summary>A number that no parameter moves.</summary>
    internal Jet Constant(double value)
    {
        var at = Take();
        Array.Clear(_memory, at, _width);
        _memory[at] = value;
        return new(this, at);
    }

    internal int Take()
    {
        if (_used + _width > _memory.Length)
            Array.Resize(ref _memory, 2 * _memory.Length);
        var at = _used;
        _used += _width;
        return at;
    }

    /// <summary>A value, a gradient and the lower triangle of a Hessian.</summary>
    private static int Width(int parameters, bool curved) => 1 + parameters + (curved ? parameters * (parameters + 1) / 2 : 0);
}
