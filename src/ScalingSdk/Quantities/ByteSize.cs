using ScalingSdk.Text;

namespace ScalingSdk.Quantities;

/// <summary>An amount of memory. Papers mix GB and GiB, so both are at hand and both are printed.</summary>
public readonly record struct ByteSize(double Bytes)
{
    /// <summary>In GB of 1e9 bytes.</summary>
    public double Gigabytes => Bytes / 1e9;

    /// <summary>In GiB of 2^30 bytes.</summary>
    public double Gibibytes => Bytes / (1L << 30);

    /// <summary>In the unit that a person reads: <c>64 kB</c>, <c>977 kB</c>, <c>80 GB</c>, from 10,000 GB on <c>13.9 TB</c>.</summary>
    internal string Short => Bytes switch
    {
        >= 1e13 => NumberText.Compact(Bytes / 1e12) + " TB",
        >= 1e9 or 0 => NumberText.Compact(Gigabytes) + " GB",
        >= 1e6 => NumberText.Compact(Bytes / 1e6) + " MB",
        >= 1e3 => NumberText.Compact(Bytes / 1e3) + " kB",
        _ => NumberText.Compact(Bytes) + " bytes",
    };

    /// <summary>The sum of two amounts.</summary>
    public static ByteSize operator +(ByteSize left, ByteSize right) => new(left.Bytes + right.Bytes);

    /// <summary>The sum of two amounts.</summary>
    public static ByteSize Add(ByteSize left, ByteSize right) => left + right;

    /// <summary>Both units in three digits: <c>120 GB (112 GiB)</c>, from 10,000 GB on <c>13.9 TB (12.6 TiB)</c>.</summary>
    public override string ToString() => Gigabytes < 10_000
        ? $"{NumberText.Three(Gigabytes)} GB ({NumberText.Three(Gibibytes)} GiB)"
        : $"{NumberText.Three(Gigabytes / 1000)} TB ({NumberText.Three(Gibibytes / 1024)} TiB)";
}
