using System.Globalization;
using ScalingSdk.Text;

namespace ScalingSdk.Quantities.Units;

/// <summary>What a quantity of one dimension may be written in; a file for each dimension declares it.</summary>
internal sealed partial class Unit
{
    private static readonly char[] Blanks = [' ', '\t', '-'];

    private readonly string _written;
    private UnitName[]? _names;
    private readonly bool _scaled;
    private readonly StringComparison _comparison;
    private readonly string _prefix;

    /// <param name="meaning">What a message calls such a quantity: "a duration".</param>
    /// <param name="examples">What to type, quoted.</param>
    /// <param name="maximum">The largest sensible value: it keeps what is computed from it finite.</param>
    /// <param name="written">Every unit with its worth in the base unit: <c>s|second = 1, min = 60</c>; an empty name where the number may stand alone.</param>
    /// <param name="scaled">Whether K, M, B and T may stand before the suffix.</param>
    /// <param name="whole">Whether the value has to be an integer.</param>
    /// <param name="caseSensitive">Whether case tells units apart: GB is not Gb.</param>
    /// <param name="prefix">What may stand before the number.</param>
    private Unit(
        string meaning,
        string examples,
        double maximum,
        string written,
        bool scaled = false,
        bool whole = false,
        bool caseSensitive = false,
        string prefix = "")
    {
        Takes = $"{meaning} such as {examples}";
        Maximum = maximum;
        IsWhole = whole;
        _prefix = prefix;
        _written = written;
        _scaled = scaled;
        _comparison = caseSensitive ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
    }

    /// <summary>What to type: "a duration such as '3 days' or '72 h'".</summary>
    public string Takes { get; }

    /// <summary>The end of every message.</summary>
    public string Expected => "expected " + Takes;

    public double Maximum { get; }

    public string MaximumText => Maximum.ToString(Maximum < 1e6 ? "0" : "0e0", CultureInfo.InvariantCulture);

    public bool IsWhole { get; }

    /// <summary>Whether K, M, B and T may stand before the suffix.</summary>
    public bool IsScaled => _scaled;

    public string WithoutPrefix(string text) =>
        _prefix.Length > 0 && text.Length > _prefix.Length && text.StartsWith(_prefix, StringComparison.Ordinal)
            ? text.Substring(_prefix.Length).TrimStart()
            : text;

    /// <summary>What the base unit is written as: "s", "FLOP"; empty for shares and counts, whose keys name what is counted.</summary>
    public string Symbol => _scaled ? "" : Names.FirstOrDefault(static unit => unit is { Factor: { Exponent: 0, Mantissa.IsOne: true }, Name.Length: > 0 })?.Name ?? "";

    /// <summary>One way to write each scale and unit: "K", "M"; "min", "h". A unit that may be left out is.</summary>
    public IEnumerable<string> Symbols => (_scaled ? CountScales.All : []).Concat(Names).GroupBy(static unit => (unit.Factor.Mantissa, unit.Factor.Exponent))
        .Where(static same => same.All(static unit => unit.Name.Length > 0)).Select(static same => same.First().Name);

    private UnitName[] Names => _names ??= UnitName.List(_written);

    /// <summary>What the number before a suffix is multiplied by; null where the suffix is not of this dimension.</summary>
    public ExactNumber? FactorOf(string suffix)
    {
        var words = Words(suffix);
        foreach (var unit in Names)
        {
            if (string.Equals(words, unit.Name, _comparison))
                return unit.Factor;
            if (_scaled && ScaleOf(words, unit.Name) is { } times)
                return unit.Factor * times;
        }

        return null;
    }

    // One blank between words, and a hyphen is a blank: 'PF-days', 'PF days'.
    private static string Words(string suffix) => suffix.IndexOfAny(Blanks) < 0 ? suffix : string.Join(" ", suffix.Split(Blanks, StringSplitOptions.RemoveEmptyEntries));

    // 'B' alone, or 'B tokens'.
    private ExactNumber? ScaleOf(string words, string name)
    {
        foreach (var scale in CountScales.All)
        {
            var length = name.Length == 0 ? scale.Name.Length : scale.Name.Length + 1 + name.Length;
            if (words.Length == length && words.StartsWith(scale.Name, _comparison)
                && (name.Length == 0 || (words[scale.Name.Length] == ' ' && words.EndsWith(name, _comparison))))
            {
                return scale.Factor;
            }
        }

        return null;
    }
}
