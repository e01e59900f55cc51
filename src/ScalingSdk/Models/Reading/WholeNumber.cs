using System.Globalization;
using ScalingSdk.Json;

namespace ScalingSdk.Models.Reading;

/// <summary>Reads a size: a whole number within bounds, however it is written ("4096", "4096.0", "4.096e3").</summary>
internal static class WholeNumber
{
    // From here on a double does not hold every whole number.
    private const double Exact = 9_007_199_254_740_992;

    /// <summary>The number, or null and what was expected instead.</summary>
    public static long? Read(JsonNode node, long least, long most, out string wrong)
    {
        wrong = "";
        if (node is not JsonNumber number)
        {
            wrong = node is JsonString text ? OfText(text.Value.Trim(), least, most) : "expected a whole number";
            return null;
        }

        if (!long.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            if (!double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real))
            {
                wrong = "expected a whole number";
                return null;
            }

            if (real > 0 && (double.IsInfinity(real) || real > Exact))
            {
                wrong = AtMost(most);
                return null;
            }

            if (real < -Exact)
            {
                wrong = AtLeast(least);
                return null;
            }

            value = (long)real;
            if (!real.Equals((double)value))
            {
                wrong = "expected a whole number";
                return null;
            }
        }

        wrong = value < least ? AtLeast(least) : value > most ? AtMost(most) : "";
        return wrong.Length == 0 ? value : null;
    }

    // 8K is 8,000 of a vocabulary and 8,192 of a context: what is meant is for its writer to say.
    private static string OfText(string text, long least, long most)
    {
        if (long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var quoted) && quoted >= least && quoted <= most)
            return $"write {quoted.ToString(CultureInfo.InvariantCulture)} without quotation marks";
        return text.Length > 1 && text[text.Length - 1] is 'k' or 'K'
            && long.TryParse(text.Substring(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var thousands) && thousands <= most / 1024 && thousands > 0
            ? FormattableString.Invariant($"write {thousands * 1000} or {thousands * 1024}, without quotation marks")
            : "expected a whole number";
    }

    private static string AtLeast(long least) => string.Format(CultureInfo.InvariantCulture, "expected a whole number of at least {0}", least);

    private static string AtMost(long most) => string.Format(CultureInfo.InvariantCulture, "expected at most {0:N0}", most);
}
