namespace ScalingSdk.Fitting.Compiled;

/// <summary>Where a step reads a block of runs, and where it leaves what it owes in derivatives.</summary>
/// <param name="Values">A register, a scalar written as often as a block has runs, or a column.</param>
/// <param name="Offset">Where the block starts.</param>
/// <param name="Moves">True for a column, whose blocks lie one behind the other.</param>
/// <param name="Adjoint">Where the derivative by this operand is added up; -1 where it does not vary.</param>
internal readonly record struct TapeOperand(double[] Values, int Offset, bool Moves, int Adjoint)
{
    internal int At(int start) => Moves ? Offset + start : Offset;
}
