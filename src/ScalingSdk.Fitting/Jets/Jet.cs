namespace ScalingSdk.Fitting.Jets;

/// <summary>A number with its gradient and Hessian: see <see cref="JetTape"/>.</summary>
internal readonly struct Jet(JetTape tape, int at)
{
    internal int At => at;

    internal double Value => tape.Memory[at];

    /// <summary>The derivative by the i-th parameter.</summary>
    internal double Slope(int i) => tape.Memory[at + 1 + i];

    /// <summary>The second derivative by the i-th and j-th parameter, j not above i.</summary>
    internal double Curvature(int i, int j) => tape.Memory[at + 1 + tape.Parameters + (i * (i + 1) / 2) + j];

    public static Jet operator +(Jet left, Jet right) => left.Combine(right, left.Value + right.Value, 1, 1, 0);

    public static Jet operator -(Jet left, Jet right) => left.Combine(right, left.Value - right.Value, 1, -1, 0);

    public static Jet operator *(Jet left, Jet right) => left.Combine(right, left.Value * right.Value, right.Value, left.Value, 1);

    public static Jet operator /(Jet left, Jet right) => left * right.Inverse();

    public static Jet operator +(Jet left, double right) => left.Map(left.Value + right, 1, 0);

    public static Jet operator -(Jet left, double right) => left + (-right);

    public static Jet operator -(double left, Jet right) => right.Map(left - right.Value, -1, 0);

    public static Jet operator *(Jet left, double right) => left.Map(left.Value * right, right, 0);

    public static Jet operator *(double left, Jet right) => right * left;

    public static Jet operator /(Jet left, double right) => left * (1 / right);

    public static Jet operator +(double left, Jet right) => right + left;

    public static Jet operator /(double left, Jet right) => right.Inverse() * left;

    public static Jet operator -(Jet value) => value * -1;

    internal Jet Exp()
    {
        var e = Math.Exp(Value);
        return Map(e, e, e);
    }

    internal Jet Log() => Map(Math.Log(Value), 1 / Value, -1 / (Value * Value));

    private Jet Inverse()
    {
        var inverse = 1 / Value;
        return Map(inverse, -inverse * inverse, 2 * inverse * inverse * inverse);
    }

    // g(u): slopes g' u_i, curvatures g' u_ij + g'' u_i u_j.
    private Jet Map(double value, double first, double second)
    {
        var to = tape.Take();
        var memory = tape.Memory;
        var n = tape.Parameters;
        memory[to] = value;
        for (int i = 0, k = n + 1; i < n; i++)
        {
            var slope = memory[at + 1 + i];
            memory[to + 1 + i] = first * slope;
            for (var j = 0; j <= i && tape.Curved; j++, k++)
                memory[to + k] = (first * memory[at + k]) + (second * slope * memory[at + 1 + j]);
        }

        return new(tape, to);
    }

    // f(u, v) with constant cross derivative: f_u u_i + f_v v_i, and f_u u_ij + f_v v_ij + f_uv (u_i v_j + u_j v_i).
    private Jet Combine(Jet other, double value, double left, double right, double cross)
    {
        var to = tape.Take();
        var memory = tape.Memory;
        var n = tape.Parameters;
        var b = other.At;
        memory[to] = value;
        for (int i = 0, k = n + 1; i < n; i++)
        {
            memory[to + 1 + i] = (left * memory[at + 1 + i]) + (right * memory[b + 1 + i]);
            for (var j = 0; j <= i && tape.Curved; j++, k++)
            {
                memory[to + k] = (left * memory[at + k]) + (right * memory[b + k])
                    + (cross * ((memory[at + 1 + i] * memory[b + 1 + j]) + (memory[at + 1 + j] * memory[b + 1 + i])));
            }
        }

        return new(tape, to);
    }
}
