using System.Globalization;

namespace ScalingSdk.Quantities;

/// <summary>An amount of memory. Papers mix GB and GiB, so both are at hand and both are printed.</summary>
public readonly record struct ByteSize(double Bytes)
{
    /// <summary>In GB of 1e9 bytes.</summary>
    public double Gigabytes => Bytes / 1e9;

    /// <summary>In GiB of 2^30 bytes.</summary>
    public double Gibibytes => Bytes / (1L << 30);

    /// <summary>The sum of two amounts.</summary>
    public static ByteSize operator +(ByteSize left, ByteSize right) => new(left.Bytes + right.Bytes);

    /// <summary>The sum of two amounts.</summary>
    public static ByteSize Add(ByteSize left, ByteSize right) => left + right;

    /// <summary>Both units: <c>120 GB (111.76 GiB)</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0:0.##} GB ({1:0.##} GiB)", Gigabytes, Gibibytes);
}
