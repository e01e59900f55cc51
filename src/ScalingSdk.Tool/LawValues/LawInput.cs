using ScalingSdk.Laws;
using ScalingSdk.Text;
using ScalingSdk.Tool.Formats;

namespace ScalingSdk.Tool.LawValues;

/// <summary>A number that goes into an equation.</summary>
/// <param name="Symbol">The symbol, with its unit.</param>
/// <param name="Value">The number, in that unit.</param>
/// <param name="Outside">How far outside the law's runs it lies.</param>
internal sealed record LawInput(Symbol Symbol, double Value, Extrapolation Outside)
{
    /// <summary>What it is beside its unit: "6 N D"; empty where there is nothing to say.</summary>
    public string Note { get; init; } = "";

    /// <summary>What lies outside the law's runs on another axis than N, D and C, a clause each: "E 64 is outside 1 .. 32".</summary>
    public IReadOnlyList<string> Beyond { get; init; } = [];

    /// <summary>Why the law has no answer for it, as a clause; null where it may have one.</summary>
    public string? WhyNone { get; init; }

    /// <summary>The equation that gave it; null where the question did.</summary>
    public Equation? From { get; init; }

    public string Name => Symbol.Name;

    /// <summary><c>C = 4.2e22 FLOP (6 N D)</c>.</summary>
    public override string ToString() => $"{Number(Symbol, Value)}{(Note.Length > 0 ? $" ({Note})" : "")}";

    /// <summary><c>L = 2.001 nats per token</c>.</summary>
    public static string Number(Symbol symbol, double value)
    {
        var text = symbol.Unit switch
        {
            "FLOP" => NumberText.Scientific(value),
            "nats per token" => NumberText.Round(Math.Round(value, 3)),
            _ => LawWords.Number(value),
        };
        return $"{symbol.Name} = {text} {symbol.Unit}".TrimEnd();
    }
}
