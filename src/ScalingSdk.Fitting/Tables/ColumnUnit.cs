using System.Globalization;

namespace ScalingSdk.Fitting.Tables;

/// <summary>The unit of a column: <c>tokens (B)</c>, <c>N [MM]</c>, <c>compute (PF-days)</c>, <c>loss (bits)</c>.</summary>
/// <param name="Factor">What a cell is multiplied by to be in parameters, tokens, FLOP or nats per token.</param>
/// <param name="Text">The unit as it was written; null where the header has none.</param>
/// <param name="PerByte">True for a loss of a byte: the factor holds for a byte of a token.</param>
/// <param name="Scale">What was done to the values before they were written.</param>
internal readonly record struct ColumnUnit(double Factor, string? Text, bool PerByte = false, ColumnScale Scale = ColumnScale.Linear)
{
    private const double PetaflopDay = 8.64e19;
    private const string Prefixes = "KMGTPEZYR";

    private static readonly Dictionary<string, double> Counts = new(StringComparer.Ordinal)
    {
        [""] = 1,
        ["K"] = 1e3,
        ["THOUSAND"] = 1e3,
        ["M"] = 1e6,
        ["MM"] = 1e6,
        ["MN"] = 1e6,
        ["MIL"] = 1e6,
        ["MIO"] = 1e6,
        ["MILLION"] = 1e6,
        ["MRD"] = 1e9,
        ["B"] = 1e9,
        ["BN"] = 1e9,
        ["G"] = 1e9,
        ["BIL"] = 1e9,
        ["BILLION"] = 1e9,
        ["T"] = 1e12,
        ["TN"] = 1e12,
        ["TRILLION"] = 1e12,
    };

    private static readonly string[] Suffixes = ["K", "M", "MM", "B", "BN", "T", "MILLION", "MILLIONS", "BILLION", "BILLIONS", "TRILLION", "TRILLIONS", "1E6", "1E9"];

    private static readonly string[] OfCounts = ["TOKEN", "TOK", "PARAMETER", "PARAM", "STEP", "ITERATION"];

    private static readonly string[] OfNumbers = ["FLOPS", "FLOP", "TOKENS", "PARAMETERS", "PARAMS"];

    internal static ColumnUnit None => new(1, null);

    /// <summary>The value of a cell; NaN where no positive number comes of it.</summary>
    internal double Value(double cell) => Scale switch
    {
        ColumnScale.Log10 => Math.Pow(10, cell) * Factor,
        ColumnScale.Log2 => Math.Pow(2, cell) * Factor,
        ColumnScale.Ln => Math.Exp(cell) * Factor,
        ColumnScale.Perplexity => Math.Log(cell),
        _ => cell * Factor,
    };

    /// <summary>The unit in the brackets that end a header, or in its name; null where it is not a unit of the field.</summary>
    internal static ColumnUnit? In(string header, RunField field)
    {
        if (Logarithm.Of(header, field) is { } logarithm)
            return logarithm.Scale is { } scale && In(logarithm.Inner, field) is { } inner ? inner with { Scale = scale, Text = scale.ToString().ToLowerInvariant() + (inner.Text is null ? "" : " of " + inner.Text) } : null;
        if (Bracket(header) is { } written)
            return Parse(written, field);
        if (field == RunField.Loss)
            return LossNames.SaysBitsPerByte(header) ? new(Math.Log(2), "bits per byte", true) : LossNames.SaysBitsPerToken(header) ? new(Math.Log(2), "bits") : None;
        if (field == RunField.Compute && ColumnNames.Normal(header) is "pf_days" or "pflop_days")
            return new(PetaflopDay, "PF-days");
        if (field == RunField.Compute && IsFlops(header))
            return Parse(header, field);
        return Suffix(header) is { } suffix ? Parse(suffix, field) : None;
    }

    /// <summary>The unit that ends a name as a word of its own: <c>params_M</c>, <c>tokens_billions</c>; null where none does.</summary>
    internal static string? Suffix(string name)
    {
        var at = name.TrimEnd().LastIndexOfAny(['_', ' ']);
        return at > 0 && Array.IndexOf(Suffixes, name.TrimEnd().Substring(at + 1).ToUpperInvariant()) >= 0 ? name.TrimEnd().Substring(at + 1) : null;
    }

    /// <summary>A unit as people write it; null where it is not one of the field.</summary>
    internal static ColumnUnit? Parse(string written, RunField field)
    {
        var unit = Plain(written);
        if (Logarithm.ScaleOf(unit) is { } scale)
            return new(1, written.Trim(), Scale: scale);
        if (field == RunField.Loss && unit is "PPL" or "PERPLEXITY")
            return new(1, written.Trim(), Scale: ColumnScale.Perplexity);
        var factor = Number(unit) ?? (field switch
        {
            RunField.Loss => Nats(unit),
            RunField.Compute => Flops(unit) ?? Count(unit),
            _ => Count(unit),
        });
        return factor is { } known
            ? new(known, written.Trim())
            : field != RunField.Loss ? null
            : unit is "BPB" or "BITS/BYTE" or "BITSPERBYTE" or "BIT/BYTE" ? new(Math.Log(2), "bits per byte", true)
            : unit is "NATS/BYTE" or "NATSPERBYTE" or "NAT/BYTE" ? new(1, "nats per byte", true)
            : null;
    }

    /// <summary>The text in the brackets that end a header; null where it ends otherwise.</summary>
    internal static string? Bracket(string header)
    {
        var text = header.TrimEnd();
        if (text.Length < 2 || text[text.Length - 1] is not (')' or ']'))
            return null;
        var open = text.LastIndexOf(text[text.Length - 1] == ')' ? '(' : '[');
        return open > 0 ? text.Substring(open + 1, text.Length - open - 2) : null;
    }

    /// <summary>The header without its unit.</summary>
    internal static string Name(string header) =>
        Logarithm.Of(header) is { } logarithm ? Name(logarithm.Inner) : Bracket(header) is null ? header.Trim() : header.Substring(0, header.TrimEnd().LastIndexOfAny(['(', '['])).Trim();

    /// <summary>True where a name is itself a unit of compute with a prefix: <c>EFLOPs</c>.</summary>
    internal static bool IsFlops(string name) => Plain(name).Length > 4 && Flops(Plain(name)) is > 1;

    private static string Plain(string written) =>
        string.Concat((written.TrimStart().StartsWith("in ", StringComparison.OrdinalIgnoreCase) ? written.TrimStart().Substring(3) : written).Where(static c => !char.IsWhiteSpace(c) && c is not ('_' or '-'))).ToUpperInvariant();

    // 1e9, x1e9, 10^9, 2048, 1e18 FLOP.
    private static double? Number(string unit)
    {
        var digits = unit.TrimStart('X', '*', '\u00D7').Replace("10^", "1e");
        foreach (var word in OfNumbers)
        {
            if (digits.EndsWith(word, StringComparison.Ordinal))
                digits = digits.Substring(0, digits.Length - word.Length);
        }

        return digits.Length > 0 && char.IsDigit(digits[0]) && double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is > 0 and < 1e30
            ? value
            : null;
    }

    private static double? Count(string unit)
    {
        if (Counts.TryGetValue(unit, out var factor) || Counts.TryGetValue(unit.TrimEnd('S'), out factor))
            return factor;
        var singular = unit.TrimEnd('S');
        foreach (var word in OfCounts)
        {
            if (singular.EndsWith(word, StringComparison.Ordinal) && Counts.TryGetValue(singular.Substring(0, singular.Length - word.Length).TrimEnd('S'), out factor))
                return factor;
        }

        return null;
    }

    private static double? Flops(string unit)
    {
        var singular = unit.Replace("FLOPS", "FLOP");
        if (singular is "PFDAYS" or "PFDAY" or "PFLOPDAYS" or "PFLOPDAY" or "PFLOP/SDAYS" or "PFLOP/SDAY" or "PETAFLOP/SDAYS" or "PETAFLOPDAYS")
            return PetaflopDay;
        if (singular is "FLOP")
            return 1;
        var power = Prefixes.IndexOf(unit.Length > 0 ? unit[0] : ' ');
        return singular.Length == 5 && singular.EndsWith("FLOP", StringComparison.Ordinal) && power >= 0 ? Math.Pow(10, 3 * (power + 1)) : null;
    }

    private static double? Nats(string unit) => unit switch
    {
        "NATS" or "NAT" or "NATS/TOKEN" or "NAT/TOKEN" or "NATSPERTOKEN" => 1,
        "BITS" or "BIT" or "BITS/TOKEN" or "BIT/TOKEN" or "BITSPERTOKEN" or "BPT" => Math.Log(2),
        _ => null,
    };
}
