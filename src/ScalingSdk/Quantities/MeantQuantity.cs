using ScalingSdk.Quantities.Units;
using ScalingSdk.Text;

namespace ScalingSdk.Quantities;

/// <summary>A quantity as other people and tools write it: what to type in its place.</summary>
internal static class MeantQuantity
{
    private const int BytesPerToken = 4;
    private static readonly string[] Hedges = ["~", "≈", "<", ">", "=", "about ", "around ", "roughly ", "approx. ", "approx ", "ca. ", "circa "];
    private static readonly string[] Counted = ["gpu", "gpus", "tpu", "tpus", "device", "devices", "chips", "cards", "accelerators", "layers", "heads", "experts", "steps", "iterations", "sequences", "bits"];
    private static readonly string[] Passes = ["x", "×", "times", "epoch", "epochs", "passes", "fold"];

    // Words of other languages that mean one number only: 'mil' is a thousand in Spanish and a million in English.
    private static UnitName[]? _scales;

    private static UnitName[] Scales => _scales ??= UnitName.List(
        "tsd|millier|milliers = 1e3, 万|萬 = 1e4, lakh|lac = 1e5, mn|mln|mio|million|millions|millionen|millones|millón|milhões|miljoen = 1e6, crore|cr = 1e7, 億|亿|억 = 1e8, "
        + "bn|bln|billions|milliard|milliards|milliarden|milliardi|mrd|mld|miljard|bilhões = 1e9, tn|trn|trillions = 1e12");

    /// <summary>What is meant, such as "write '10B'"; null where that is not plain.</summary>
    /// <param name="text">The text, without blanks around it.</param>
    /// <param name="unit">What its key takes.</param>
    public static string? Advice(string text, Unit unit)
    {
        var plain = Plain(text);
        if (plain.Length == 0)
            return null;
        if (!string.Equals(plain, text, StringComparison.Ordinal) && IsRead(plain, unit))
            return Write(plain);
        if (IsRange(plain, unit))
            return "it is a range: write one number";
        if (unit == Unit.Duration)
            return MeantDuration.Written(plain) is { } time ? Write(time) : null;
        var (number, rest) = Split(plain);
        if (number.Length == 0)
            return null;
        if (unit == Unit.Tokens && Unit.Bytes.FactorOf(rest) is { } bytes && rest.Length > 1 && ExactNumber.Parse(number).Magnitude is >= 0 and < 18)
            return FormattableString.Invariant($"it is a size in bytes: English text has about {BytesPerToken} bytes a token, so write '{NumberText.Compact((ExactNumber.Parse(number) * bytes).ToDouble() / BytesPerToken).Replace(",", "")}'");
        if (unit == Unit.Number && Passes.Contains(rest, StringComparer.OrdinalIgnoreCase))
            return Write(number);
        if (unit == Unit.Count && Counted.Contains(rest, StringComparer.OrdinalIgnoreCase) && IsRead(number, unit))
            return Write(number);
        if (unit == Unit.Fraction && rest.Length == 0 && IsRead(number + "%", unit))
            return Write(number + "%");
        return unit.IsScaled ? Scaled(number, rest, unit) : null;
    }

    // '10 Mrd', '5 crore tokens'.
    private static string? Scaled(string number, string rest, Unit unit)
    {
        var end = rest.IndexOf(' ');
        var word = end < 0 ? rest : rest.Substring(0, end);
        var scale = Scales.FirstOrDefault(one => string.Equals(one.Name, word, StringComparison.OrdinalIgnoreCase));
        if (scale is null || (end >= 0 && unit.FactorOf(rest.Substring(end + 1)) is null))
            return null;
        var value = ExactNumber.Parse(number) * scale.Factor;
        if (value.Magnitude > CountScales.Largest || !IsRead(NumberText.Round(value.ToDouble()), unit))
            return null;
        var compact = NumberText.Compact(value.ToDouble()).Replace(",", "");
        return Write(Quantity.Read(compact, unit).Exact == value.Whole ? compact : NumberText.Round(value.ToDouble()));
    }

    private static string Plain(string text)
    {
        // Letters and digits of full width, as East Asian keyboards write them.
        text = new string([.. text.Select(static c => c is >= '\uff01' and <= '\uff5e' ? (char)(c - 0xfee0) : c == '\u3000' ? ' ' : c)]).Trim();
        foreach (var hedge in Hedges)
        {
            if (text.StartsWith(hedge, StringComparison.OrdinalIgnoreCase))
                return text.Substring(hedge.Length).Trim();
        }

        return text;
    }

    private static bool IsRange(string text, Unit unit)
    {
        foreach (var between in new[] { "..", "–", "-", " to " })
        {
            var at = text.IndexOf(between, 1 < text.Length ? 1 : 0, StringComparison.Ordinal);
            if (at > 0 && text[at - 1] is not ('e' or 'E') && Split(text).Number.Length > 0 && IsRead(text.Substring(at + between.Length).Trim('.', ' '), unit))
                return true;
        }

        return false;
    }

    private static (string Number, string Suffix) Split(string text)
    {
        var length = Quantity.NumberLength(text);
        return (text.Substring(0, length), text.Substring(length).Trim());
    }

    private static bool IsRead(string text, Unit unit) => text.Length > 0 && Quantity.TryRead(text, unit);

    private static string Write(string text) => $"write '{text}'";
}
