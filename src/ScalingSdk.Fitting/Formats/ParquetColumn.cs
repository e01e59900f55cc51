#if NET8_0_OR_GREATER
using System.Globalization;

namespace ScalingSdk.Fitting.Formats;

/// <summary>A column of Parquet: its values as they stand in the file, which become text where it is asked for.</summary>
internal abstract class ParquetColumn
{
    /// <summary>The number of a row without its text; null where the text has to be looked at.</summary>
    internal abstract double? Number(int row);

    /// <summary>The text of a row; null where it has none.</summary>
    internal abstract string? Text(int row);
}

/// <summary>A column of numbers or booleans.</summary>
/// <param name="values">Its values by row.</param>
internal sealed class ParquetNumbers<T>(List<T?> values) : ParquetColumn
    where T : struct
{
    // The others by their digits: a float of 3.1 as a double is 3.0999999.
    internal override double? Number(int row) => values switch
    {
        List<double?> doubles => doubles[row] is { } number && double.IsFinite(number) ? number : null,
        List<long?> longs => longs[row],
        List<int?> integers => integers[row],
        _ => null,
    };

    internal override string? Text(int row) => Convert.ToString(values[row], CultureInfo.InvariantCulture);
}

/// <summary>A column of texts, or one of dates and the like, which has none.</summary>
/// <param name="values">Its values by row.</param>
internal sealed class ParquetTexts(List<string?> values) : ParquetColumn
{
    internal override double? Number(int row) => null;

    internal override string? Text(int row) => row < values.Count ? values[row] : null;
}
#endif
