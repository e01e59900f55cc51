namespace ScalingSdk.Fitting.Jets;

/// <summary>
/// Working memory for second-order forward differentiation: a jet is a value with its exact gradient and Hessian in the
/// parameters of a form. A form is thus written once, as its formula, and its derivatives cannot be wrong.
/// </summary>
/// <remarks>One tape serves one thread; it grows once and allocates no more.</remarks>
internal sealed class JetTape(int parameters)
{
    private double[] _memory = new double[64 * Width(parameters)];
    private int _used;

    internal int Parameters => parameters;

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
        Array.Clear(_memory, at, Width(parameters));
        _memory[at] = value;
        return new(this, at);
    }

    internal int Take()
    {
        var width = Width(parameters);
        if (_used + width > _memory.Length)
            Array.Resize(ref _memory, 2 * _memory.Length);
        var at = _used;
        _used += width;
        return at;
    }

    /// <summary>A value, a gradient and the lower triangle of a Hessian.</summary>
    internal static int Width(int parameters) => 1 + parameters + (parameters * (parameters + 1) / 2);
}
