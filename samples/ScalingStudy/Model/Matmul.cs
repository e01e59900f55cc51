using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScalingStudy.Model;

/// <summary>A matrix within an array: rows of <see cref="Stride"/> numbers, row by row.</summary>
internal readonly record struct Matrix(float[] Data, int Offset, int Stride)
{
    public ref float First => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Data), Offset);

    public Matrix At(int row, int column) => this with { Offset = Offset + (row * Stride) + column };
}

/// <summary>C = A B, or C += A B, in tiles of four rows and two vectors that stay in registers.</summary>
internal static class Matmul
{
    private static readonly int Lanes = Vector<float>.Count;

    public static void Multiply(Matrix a, Matrix b, Matrix c, int rows, int inner, int columns, bool add = false)
    {
        Check(a, rows, inner);
        Check(b, inner, columns);
        Check(c, rows, columns);
        var column = 0;
        for (; column + (2 * Lanes) <= columns; column += 2 * Lanes)
            Panel(a, b.At(0, column), c.At(0, column), rows, inner, add, wide: true);
        for (; column + Lanes <= columns; column += Lanes)
            Panel(a, b.At(0, column), c.At(0, column), rows, inner, add, wide: false);
        for (; column < columns; column++)
            Column(a, b.At(0, column), c.At(0, column), rows, inner, add);
    }

    /// <summary>B = A^T.</summary>
    public static void Transpose(Matrix a, Matrix b, int rows, int columns)
    {
        Check(a, rows, columns);
        Check(b, columns, rows);
        for (var r = 0; r < rows; r++)
        {
            ref var from = ref Unsafe.Add(ref a.First, r * a.Stride);
            ref var to = ref Unsafe.Add(ref b.First, r);
            for (var k = 0; k < columns; k++)
                Unsafe.Add(ref to, k * b.Stride) = Unsafe.Add(ref from, k);
        }
    }

    private static void Panel(Matrix a, Matrix b, Matrix c, int rows, int inner, bool add, bool wide)
    {
        var row = 0;
        for (; row + 4 <= rows; row += 4)
        {
            if (wide)
                TileOf4By2(ref a.At(row, 0).First, a.Stride, ref b.First, b.Stride, ref c.At(row, 0).First, c.Stride, inner, add);
            else
                TileOf4By1(ref a.At(row, 0).First, a.Stride, ref b.First, b.Stride, ref c.At(row, 0).First, c.Stride, inner, add);
        }

        for (; row < rows; row++)
        {
            TileOf1(ref a.At(row, 0).First, ref b.First, b.Stride, ref c.At(row, 0).First, inner, add);
            if (wide)
                TileOf1(ref a.At(row, 0).First, ref b.At(0, Lanes).First, b.Stride, ref c.At(row, Lanes).First, inner, add);
        }
    }

    private static void TileOf4By2(ref float a, int strideA, ref float b, int strideB, ref float c, int strideC, int inner, bool add)
    {
        Vector<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        var lanes = (nuint)Vector<float>.Count;
        ref var a1 = ref Unsafe.Add(ref a, strideA);
        ref var a2 = ref Unsafe.Add(ref a1, strideA);
        ref var a3 = ref Unsafe.Add(ref a2, strideA);
        for (var k = 0; k < inner; k++)
        {
            var b0 = Vector.LoadUnsafe(ref b);
            var b1 = Vector.LoadUnsafe(ref b, lanes);
            b = ref Unsafe.Add(ref b, strideB);
            var x = new Vector<float>(Unsafe.Add(ref a, k));
            c00 = Vector.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector.FusedMultiplyAdd(x, b1, c01);
            x = new Vector<float>(Unsafe.Add(ref a1, k));
            c10 = Vector.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector.FusedMultiplyAdd(x, b1, c11);
            x = new Vector<float>(Unsafe.Add(ref a2, k));
            c20 = Vector.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector.FusedMultiplyAdd(x, b1, c21);
            x = new Vector<float>(Unsafe.Add(ref a3, k));
            c30 = Vector.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector.FusedMultiplyAdd(x, b1, c31);
        }

        Store(ref c, c00, c01, add);
        Store(ref Unsafe.Add(ref c, strideC), c10, c11, add);
        Store(ref Unsafe.Add(ref c, 2 * strideC), c20, c21, add);
        Store(ref Unsafe.Add(ref c, 3 * strideC), c30, c31, add);
    }

    private static void TileOf4By1(ref float a, int strideA, ref float b, int strideB, ref float c, int strideC, int inner, bool add)
    {
        Vector<float> c0 = default, c1 = default, c2 = default, c3 = default;
        for (var k = 0; k < inner; k++)
        {
            var b0 = Vector.LoadUnsafe(ref b);
            b = ref Unsafe.Add(ref b, strideB);
            c0 = Vector.FusedMultiplyAdd(new Vector<float>(Unsafe.Add(ref a, k)), b0, c0);
            c1 = Vector.FusedMultiplyAdd(new Vector<float>(Unsafe.Add(ref a, k + strideA)), b0, c1);
            c2 = Vector.FusedMultiplyAdd(new Vector<float>(Unsafe.Add(ref a, k + (2 * strideA))), b0, c2);
            c3 = Vector.FusedMultiplyAdd(new Vector<float>(Unsafe.Add(ref a, k + (3 * strideA))), b0, c3);
        }

        Store(ref c, c0, add);
        Store(ref Unsafe.Add(ref c, strideC), c1, add);
        Store(ref Unsafe.Add(ref c, 2 * strideC), c2, add);
        Store(ref Unsafe.Add(ref c, 3 * strideC), c3, add);
    }

    private static void TileOf1(ref float a, ref float b, int strideB, ref float c, int inner, bool add)
    {
        Vector<float> sum = default;
        for (var k = 0; k < inner; k++)
        {
            sum = Vector.FusedMultiplyAdd(new Vector<float>(Unsafe.Add(ref a, k)), Vector.LoadUnsafe(ref b), sum);
            b = ref Unsafe.Add(ref b, strideB);
        }

        Store(ref c, sum, add);
    }

    private static void Column(Matrix a, Matrix b, Matrix c, int rows, int inner, bool add)
    {
        for (var row = 0; row < rows; row++)
        {
            float sum = 0;
            for (var k = 0; k < inner; k++)
                sum += Unsafe.Add(ref a.At(row, k).First, 0) * b.At(k, 0).First;
            ref var to = ref c.At(row, 0).First;
            to = add ? to + sum : sum;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float c, Vector<float> first, Vector<float> second, bool add)
    {
        Store(ref c, first, add);
        Store(ref Unsafe.Add(ref c, Vector<float>.Count), second, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref float c, Vector<float> value, bool add) =>
        (add ? Vector.LoadUnsafe(ref c) + value : value).StoreUnsafe(ref c);

    // The tiles read without bounds.
    private static void Check(Matrix m, int rows, int columns)
    {
        if (m.Offset < 0 || columns > m.Stride || m.Offset + ((rows - 1) * (long)m.Stride) + columns > m.Data.Length)
            throw new ArgumentException(FormattableString.Invariant($"a matrix of {rows} x {columns} does not lie within its array of {m.Data.Length}"), nameof(m));
    }
}
