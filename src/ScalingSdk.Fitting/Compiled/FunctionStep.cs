#if NET8_0_OR_GREATER
using Lane = System.Runtime.Intrinsics.Vector256<double>;
#else
using Lane = double;
#endif
using static ScalingSdk.Fitting.Compiled.LaneMath;

namespace ScalingSdk.Fitting.Compiled;

/// <summary>exp, log, sqrt, abs, tanh or softplus of one operand.</summary>
internal sealed class FunctionStep(GraphOperation operation, TapeOperand x) : TapeStep
{
    internal override void Forward(double[] registers, int start, int count)
    {
        var at = x.At(start);
        switch (operation)
        {
            case GraphOperation.Exp:
                for (var i = 0; i < count; i += Width)
                    Store(Exp(Load(x.Values, at + i)), registers, Register + i);
                break;
            case GraphOperation.Log:
                for (var i = 0; i < count; i += Width)
                    Store(Log(Load(x.Values, at + i)), registers, Register + i);
                break;
            case GraphOperation.Sqrt:
                for (var i = 0; i < count; i += Width)
                    Store(Sqrt(Load(x.Values, at + i)), registers, Register + i);
                break;
            case GraphOperation.Abs:
                for (var i = 0; i < count; i += Width)
                    Store(Abs(Load(x.Values, at + i)), registers, Register + i);
                break;
            case GraphOperation.Tanh:
                for (var i = 0; i < count; i += Width)
                    Store(Tanh(Load(x.Values, at + i)), registers, Register + i);
                break;
            default:
                for (var i = 0; i < count; i += Width)
                    Store(Softplus(Load(x.Values, at + i)), registers, Register + i);
                break;
        }
    }

    internal override void Reverse(double[] registers, double[] adjoints, int start, int count)
    {
        var at = x.At(start);
        for (var i = 0; i < count; i += Width)
        {
            Lane owed = Load(adjoints, Register + i), value = Load(registers, Register + i);
            var slope = operation switch
            {
                GraphOperation.Exp => owed * value,
                GraphOperation.Log => owed / Load(x.Values, at + i),
                GraphOperation.Sqrt => owed * Of(0.5) / value,
                GraphOperation.Abs => WhereLess(Load(x.Values, at + i), Zero, Zero - owed, owed),
                GraphOperation.Tanh => owed * (One - (value * value)),
                _ => owed / (One + Exp(Zero - Load(x.Values, at + i))),
            };
            Add(adjoints, x.Adjoint + i, slope);
        }
    }

    private static Lane Tanh(Lane x) => One - (Of(2) / (One + Exp(x + x)));

    // ln(1 + e^x), by the series of the logarithm where e^-|x| is small.
    private static Lane Softplus(Lane x)
    {
        var t = Exp(Zero - Abs(x));
        var series = t * (One - (t * (Of(0.5) - (t / Of(3)))));
        return WhereLess(x, Zero, Zero, x) + WhereLess(t, Of(1e-5), series, Log(One + t));
    }
}
