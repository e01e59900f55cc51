#if NET8_0_OR_GREATER
using Lane = System.Runtime.Intrinsics.Vector256<double>;
#else
using Lane = double;
#endif
using static ScalingSdk.Fitting.Compiled.LaneMath;

namespace ScalingSdk.Fitting.Compiled;

/// <summary>One operation on a block of runs, and its reverse: from the derivative by its result to those by its operands.</summary>
internal abstract class TapeStep
{
    internal const int Block = 128;

    /// <summary>Its register.</summary>
    internal required int Register { get; init; }

    internal abstract void Forward(double[] registers, int start, int count);

    internal abstract void Reverse(double[] registers, double[] adjoints, int start, int count);

    private protected static void Add(double[] adjoints, int at, Lane value) => Store(Load(adjoints, at) + value, adjoints, at);
}

/// <summary>left * right.</summary>
internal sealed class MultiplyStep(TapeOperand left, TapeOperand right) : TapeStep
{
    internal override void Forward(double[] registers, int start, int count)
    {
        int l = left.At(start), r = right.At(start);
        for (var i = 0; i < count; i += Width)
            Store(Load(left.Values, l + i) * Load(right.Values, r + i), registers, Register + i);
    }

    internal override void Reverse(double[] registers, double[] adjoints, int start, int count)
    {
        int l = left.At(start), r = right.At(start);
        for (var i = 0; i < count; i += Width)
        {
            var owed = Load(adjoints, Register + i);
            if (left.Adjoint >= 0)
                Add(adjoints, left.Adjoint + i, owed * Load(right.Values, r + i));
            if (right.Adjoint >= 0)
                Add(adjoints, right.Adjoint + i, owed * Load(left.Values, l + i));
        }
    }
}

/// <summary>left / right.</summary>
internal sealed class DivideStep(TapeOperand left, TapeOperand right) : TapeStep
{
    internal override void Forward(double[] registers, int start, int count)
    {
        int l = left.At(start), r = right.At(start);
        for (var i = 0; i < count; i += Width)
            Store(Load(left.Values, l + i) / Load(right.Values, r + i), registers, Register + i);
    }

    internal override void Reverse(double[] registers, double[] adjoints, int start, int count)
    {
        var r = right.At(start);
        for (var i = 0; i < count; i += Width)
        {
            var owed = Load(adjoints, Register + i) / Load(right.Values, r + i);
            if (left.Adjoint >= 0)
                Add(adjoints, left.Adjoint + i, owed);
            if (right.Adjoint >= 0)
                Add(adjoints, right.Adjoint + i, Zero - (owed * Load(registers, Register + i)));
        }
    }
}

/// <summary>left ^ right, for a base that varies: e^(right ln left), and by hand where the base is not positive.</summary>
internal sealed class PowerStep(TapeOperand left, TapeOperand right) : TapeStep
{
    internal override void Forward(double[] registers, int start, int count)
    {
        int l = left.At(start), r = right.At(start);
        for (var i = 0; i < count; i++)
        {
            // 0^0 is 1; a negative base gives no number unless the exponent is integral.
            if (!(left.Values[l + i] > 0))
            {
                ByHand(registers, l, r, count);
                return;
            }
        }

        for (var i = 0; i < count; i += Width)
            Store(Exp(Load(right.Values, r + i) * Log(Load(left.Values, l + i))), registers, Register + i);
    }

    internal override void Reverse(double[] registers, double[] adjoints, int start, int count)
    {
        int l = left.At(start), r = right.At(start);
        for (var i = 0; i < count; i += Width)
        {
            var x = Load(left.Values, l + i);
            var owed = Load(adjoints, Register + i) * Load(registers, Register + i);
            if (left.Adjoint >= 0)
                Add(adjoints, left.Adjoint + i, WhereLess(Zero, Abs(x), owed * Load(right.Values, r + i) / x, Zero));
            if (right.Adjoint >= 0)
                Add(adjoints, right.Adjoint + i, WhereLess(Zero, x, owed * Log(x), Zero));
        }
    }

    private void ByHand(double[] registers, int l, int r, int count)
    {
        for (var i = 0; i < count; i++)
            registers[Register + i] = Scalars.Power(left.Values[l + i], right.Values[r + i]);
    }
}

/// <summary>The lesser or the greater of two.</summary>
internal sealed class MinMaxStep(TapeOperand left, TapeOperand right, bool greater) : TapeStep
{
    internal override void Forward(double[] registers, int start, int count)
    {
        int l = left.At(start), r = right.At(start);
        for (var i = 0; i < count; i += Width)
        {
            Lane a = Load(left.Values, l + i), b = Load(right.Values, r + i);
            Store(greater ? WhereLess(a, b, b, a) : WhereLess(a, b, a, b), registers, Register + i);
        }
    }

    internal override void Reverse(double[] registers, double[] adjoints, int start, int count)
    {
        int l = left.At(start), r = right.At(start);
        for (var i = 0; i < count; i += Width)
        {
            Lane a = Load(left.Values, l + i), b = Load(right.Values, r + i), owed = Load(adjoints, Register + i);
            var toLeft = greater ? WhereLess(a, b, Zero, owed) : WhereLess(a, b, owed, Zero);
            if (left.Adjoint >= 0)
                Add(adjoints, left.Adjoint + i, toLeft);
            if (right.Adjoint >= 0)
                Add(adjoints, right.Adjoint + i, owed - toLeft);
        }
    }
}
