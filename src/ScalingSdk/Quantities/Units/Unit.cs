using System.Globalization;
using ScalingSdk.Text;

namespace ScalingSdk.Quantities.Units;

/// <summary>What a quantity of one dimension may be written in; a file for each dimension declares it.</summary>
internal sealed partial class Unit
{
    private readonly (string Name, decimal Factor)[] _suffixes;
    private readonly bool _scaled;
    private readonly StringComparison _comparison;
    private readonly string _prefix;

    /// <param name="meaning">What a message calls such a quantity: "a duration".</param>
    /// <param name="examples">What to type, quoted.</param>
    /// <param name="maximum">The largest sensible value: it keeps what is computed from it finite.</param>
    /// <param name="suffixes">Every unit with its worth in the base unit; "" where the number may stand alone.</param>
    /// <param name="scaled">Whether K, M, B and T may stand before the suffix.</param>
    /// <param name="whole">Whether the value has to be an integer.</param>
    /// <param name="caseSensitive">Whether case tells units apart: GB is not Gb.</param>
    /// <param name="prefix">What may stand before the number.</param>
    private Unit(
        string meaning,
        string examples,
        double maximum,
        (string Name, decimal Factor)[] suffixes,
        bool scaled = false,
        bool whole = false,
        bool caseSensitive = false,
        string prefix = "")
    {
        Takes = $"{meaning} such as {examples}";
        Maximum = maximum;
        IsWhole = whole;
        _prefix = prefix;
        _suffixes = suffixes;
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

    public string WithoutPrefix(string text) =>
        _prefix.Length > 0 && text.Length > _prefix.Length && text.StartsWith(_prefix, StringComparison.Ordinal)
            ? text.Substring(_prefix.Length).TrimStart()
            : text;

    /// <summary>What the base unit is written as: "s", "FLOP"; empty for shares and counts, whose keys name what is counted.</summary>
    public string Symbol => _scaled ? "" : _suffixes.FirstOrDefault(static suffix => suffix.Factor == 1 && suffix.Name.Length > 0).Name ?? "";

    /// <summary>One way to write each scale and unit: "K", "M"; "min", "h". A unit that may be left out is.</summary>
    public IEnumerable<string> Symbols => (_scaled ? CountScales.All : []).Concat(_suffixes).GroupBy(static suffix => suffix.Factor)
        .Where(static same => same.All(static suffix => suffix.Name.Length > 0)).Select(static same => same.First().Name);

    /// <summary>What the number before a suffix is multiplied by; null where the suffix is not of this dimension.</summary>
    public ExactNumber? FactorOf(string suffix)
    {
        // One blank between words, and a hyphen is a blank: 'PF-days', 'PF days'.
        var words = string.Join(" ", suffix.Split([' ', '\t', '-'], StringSplitOptions.RemoveEmptyEntries));
        foreach (var (name, factor) in _suffixes)
        {
            if (string.Equals(words, name, _comparison))
                return ExactNumber.From(factor);
            if (_scaled && ScaleOf(words, name) is { } times)
                return ExactNumber.From(factor * times);
        }

        return null;
    }

    // 'B' alone, or 'B tokens'.
    private decimal? ScaleOf(string words, string name)
    {
        foreach (var (scale, times) in CountScales.All)
        {
            var length = name.Length == 0 ? scale.Length : scale.Length + 1 + name.Length;
            if (words.Length == length && words.StartsWith(scale, _comparison)
                && (name.Length == 0 || (words[scale.Length] == ' ' && words.EndsWith(name, _comparison))))
            {
                return times;
            }
        }

        return null;
    }
}
