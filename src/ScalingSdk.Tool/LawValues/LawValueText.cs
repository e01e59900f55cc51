using ScalingSdk.Json;
using ScalingSdk.Laws;
using ScalingSdk.Text;
using ScalingSdk.Tool.Formats;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.LawValues;

/// <summary>The values of a law's equations as text, Markdown and JSON.</summary>
internal static class LawValueText
{
    public static void Write(LawInfo law, IReadOnlyList<LawValue> values, Page page)
    {
        foreach (var line in Wrapped.Lines($"{law.Id}: {string.Join(" · ", Asked(values))}", page.Width, indent: 2))
            page.Heading(line);
        foreach (var value in values.Where(static value => value.Missing.Count == 0))
        {
            foreach (var line in Wrapped.Lines($"  {value.Equation}", page.Width, indent: 6))
                page.Line(line);
            foreach (var line in Wrapped.Lines($"    {Result(law, value)}", page.Width, indent: 6))
                page.Line(line);
        }

        if (Missing(values) is { Length: > 0 } missing)
            page.Line(missing);
    }

    public static void Write(LawInfo law, IReadOnlyList<LawValue> values, System.Text.StringBuilder text)
    {
        text.Append("## ").Append(law.Id).Append("\n\n").Append(Markdown.Cell(string.Join(" · ", Asked(values)))).Append("\n\n");
        Markdown.Table(text, ["equation", "value", "range"], values.Where(static value => value.Missing.Count == 0)
            .Select(value => (IReadOnlyList<string>)[value.Equation.ToString(), Number(value), Range(law, value)]));
        if (Missing(values) is { Length: > 0 } missing)
            text.Append('\n').Append(Markdown.Cell(missing)).Append('\n');
    }

    public static void Write(LawInfo law, IReadOnlyList<LawValue> values, JsonWriter json)
    {
        json.StartObject().Name("law").Value(law.Id).Name("values").StartArray();
        foreach (var value in values)
        {
            json.StartObject().Name("number").Value(value.Equation.Number).Name("gives").Value(value.Equation.Left.Name).Name("unit").Value(value.Equation.Left.Unit);
            json.Name("equation").Value(value.Equation.Text).Name("value");
            _ = value.Value is { } number ? json.Value(NumberText.RoundTo12(number)) : json.Null();
            json.Name("inputs").StartObject();
            foreach (var input in value.From)
                json.Name(input.Name).Value(NumberText.RoundTo12(input.Value));
            json.EndObject().Name("missing").StartArray();
            foreach (var missing in value.Missing)
                json.Value(missing.Name);
            json.EndArray();
            if (value.Value is not null)
                json.Name("validity").Value(Range(law, value));
            else if (value.WhyNone is { } why)
                json.Name("why").Value(why);
            json.EndObject();
        }

        json.EndArray().EndObject();
    }

    // What the question gave, each once; what other equations gave stands beside the value that it went into.
    private static IEnumerable<string> Asked(IReadOnlyList<LawValue> values) => values.SelectMany(static value => value.From)
        .Where(static input => input.From is null).DistinctBy(static input => input.Symbol).Select(static input => input.ToString());

    private static string Result(LawInfo law, LawValue value)
    {
        var derived = value.From.Where(static input => input.From is not null)
            .Select(static input => $"at {LawInput.Number(input.Symbol, input.Value)}{(input.From!.Number.Length > 0 ? $" by ({input.From.Number})" : "")}{(input.Note.Length > 0 ? " " + input.Note : "")}");
        return value.Value is null ? Number(value) : string.Join("; ", [Number(value), .. derived, Range(law, value)]);
    }

    private static string Number(LawValue value) =>
        value.Value is { } number ? LawInput.Number(value.Equation.Left, number) : $"no value: {value.WhyNone ?? "the equation has none for these numbers"}";

    // What takes no number is a constant of the law; without bounds nothing can be said to be inside.
    private static string Range(LawInfo law, LawValue value) => value.Equation.Inputs.Count == 0 ? "a constant of the law"
        : value.Beyond.Concat(LawQuestion.Beyond(law, value.Equation.Left, value.Value ?? double.NaN)).ToList() is { Count: > 0 } beyond
            ? string.Join("; ", [.. value.Outside.Inside ? Array.Empty<string>() : [value.Outside.ToString()], .. beyond.Select(static clause => "extrapolated: " + clause)])
        : value.Outside.Inside && !value.From.Any(input => IsBounded(law, input)) ? "no range is stated for it"
        : value.Outside.ToString();

    // What takes an input that the law's runs bound: by itself, or through the equation that gave it.
    private static bool IsBounded(LawInfo law, LawInput input) => input.From is { } from ? from.Inputs.Any(symbol => IsBounded(law, symbol)) : IsBounded(law, input.Symbol);

    private static bool IsBounded(LawInfo law, Symbol symbol) =>
        law.OtherRanges.Any(other => string.Equals(other.Symbol.Name, symbol.Name, StringComparison.Ordinal)) || (symbol.Name switch
        {
            "N" or "P" or "N_opt" or "N_ne" => law.Range.Parameters,
            "D" or "U" or "D_opt" => law.Range.Tokens,
            "C" or "C_min" or "M" or "M_opt" => law.Range.Compute == Bounds.Any ? law.Range.Parameters : law.Range.Compute,
            "r" => law.Range.Tokens,
            _ => Bounds.Any,
        }) != Bounds.Any;

    private static string Missing(IReadOnlyList<LawValue> values)
    {
        // What another equation gives is asked for by what that takes.
        var given = values.Where(static value => value.Missing.Count > 0).Select(static value => value.Equation.Left.Name).ToHashSet(StringComparer.Ordinal);
        var missing = values.SelectMany(static value => value.Missing).DistinctBy(static symbol => symbol.Name, StringComparer.Ordinal)
            .Where(symbol => symbol.Name is "N" or "D" or "C" || !given.Contains(symbol.Name)).ToList();
        if (missing.Count == 0)
            return "";
        var open = values.Count(static value => value.Missing.Count > 0);
        return $"{NumberText.Grouped(open)} more equation{(open > 1 ? "s" : "")} need{(open > 1 ? "" : "s")} "
            + $"{string.Join(", ", missing.Select(static symbol => symbol.Unit.Length > 0 ? $"{symbol.Name} ({symbol.Unit})" : symbol.Name))}: --with {missing[0].Name}=...";
    }
}
