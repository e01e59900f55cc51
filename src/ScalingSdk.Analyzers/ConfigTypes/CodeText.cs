using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using ScalingSdk.Json;
using ScalingSdk.Quantities;
using ScalingSdk.Quantities.Units;
using ScalingSdk.Text;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>A spec's value as C#, for an expression of the type that stands there now.</summary>
internal static class CodeText
{
    /// <summary>The expression, or null where the type cannot hold the value.</summary>
    /// <param name="json">A number, a truth value, or text: perhaps a quantity, "0.5M".</param>
    /// <param name="now">The value that the expression has now.</param>
    /// <param name="rest">What the expression is multiplied with to give the value; the whole part of the quotient is written.</param>
    /// <param name="grouped">True where digits stand in groups.</param>
    public static string? Of(string json, object now, double rest = 1, bool grouped = false)
    {
        var value = JsonReader.Read(json).Root;
        return now switch
        {
            string => value is JsonString or JsonNumber ? SymbolDisplay.FormatLiteral(Specs.SectionReader.Written(value), quote: true) : null,
            bool => value is JsonBoolean ? json : null,
            _ => value is JsonString or JsonNumber && Quantity.Read(value, Unit.Tokens) is { Error: null } whole ? Whole(rest.Equals(1) ? whole.Value : Math.Floor(whole.Value / rest), now, grouped)
                : value is JsonNumber number && double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) ? Real(real, now)
                : null,
        };
    }

    private static string? Whole(double value, object now, bool grouped) => now switch
    {
        float or double or decimal => Real(value, now),
        _ when value < 1 => null,
        int when value <= int.MaxValue => Digits(value, grouped),
        long or uint or ulong when value <= 1e15 => Digits(value, grouped),
        short when value <= short.MaxValue => Digits(value, grouped),
        _ => null,
    };

    private static string? Real(double value, object now) => now switch
    {
        double => NumberText.Round(value),
        float => NumberText.Round(value) + "f",
        decimal => NumberText.Round(value) + "m",
        _ => null,
    };

    private static string Digits(double value, bool grouped) => value.ToString(grouped ? "N0" : "F0", CultureInfo.InvariantCulture).Replace(',', '_');
}
