using static ScalingSdk.Fitting.Compiled.LaneMath;

namespace ScalingSdk.Fitting.Compiled;

/// <summary>A term of a sum on the tape: factor * scalar * vector, where either may be missing.</summary>
/// <param name="Factor">A number.</param>
/// <param name="Scalar">Which scalar; -1 where there is none.</param>
/// <param name="ScalarAdjoint">Where the derivative by the scalar goes.</param>
/// <param name="Vector">The vector; null where the scalar stands alone.</param>
internal readonly record struct TapeTerm(double Factor, int Scalar, int ScalarAdjoint, TapeOperand? Vector);

/// <summary>constant + the sum of factor * scalar * vector: the exponents and polynomials of a law in one pass each.</summary>
internal sealed class SumStep(double constant, TapeTerm[] terms, double[] scalars) : TapeStep
{
    internal override void Forward(double[] registers, int start, int count)
    {
        var sum = constant;
        foreach (var term in terms)
        {
            if (term.Vector is null)
                sum += term.Factor * scalars[term.Scalar];
        }

        for (var i = 0; i < count; i += Width)
            Store(Of(sum), registers, Register + i);
        foreach (var term in terms)
        {
            if (term.Vector is not { } vector)
                continue;
            var at = vector.At(start);
            var factor = Of(term.Scalar < 0 ? term.Factor : term.Factor * scalars[term.Scalar]);
            for (var i = 0; i < count; i += Width)
                Store(Fma(factor, Load(vector.Values, at + i), Load(registers, Register + i)), registers, Register + i);
        }
    }

    internal override void Reverse(double[] registers, double[] adjoints, int start, int count)
    {
        foreach (var term in terms)
        {
            var factor = Of(term.Factor);
            if (term.Vector is not { } vector)
            {
                for (var i = 0; i < count; i += Width)
                    Add(adjoints, term.ScalarAdjoint + i, factor * Load(adjoints, Register + i));
                continue;
            }

            if (term.Scalar >= 0)
            {
                var at = vector.At(start);
                for (var i = 0; i < count; i += Width)
                    Add(adjoints, term.ScalarAdjoint + i, factor * Load(adjoints, Register + i) * Load(vector.Values, at + i));
            }

            if (vector.Adjoint >= 0)
            {
                var whole = term.Scalar < 0 ? factor : Of(term.Factor * scalars[term.Scalar]);
                for (var i = 0; i < count; i += Width)
                    Add(adjoints, vector.Adjoint + i, whole * Load(adjoints, Register + i));
            }
        }
    }
}
