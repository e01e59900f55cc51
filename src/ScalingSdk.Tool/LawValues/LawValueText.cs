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
            .Select(static input => $"at {LawInput.Number(input.Symbol, input.Value)}{(input.From!.Number.Length > 0 ? $" by ({input.From.Number})" : "")}");
        return string.Join("; ", [Number(value), .. derived, Range(law, value)]);
    }

    private static string Number(LawValue value) =>
        value.Value is { } number ? LawInput.Number(value.Equation.Left, number) : "no value: the equation has none for these numbers";

    // What takes no number is a constant of the law; without bounds nothing can be said to be inside.
    private static string Range(LawInfo law, LawValue value) => value.Equation.Inputs.Count == 0 ? "a constant of the law"
        : law.Range == LawRange.Any && law.OtherRanges.Count == 0 ? "the law has no range"
        : value.Beyond.Count == 0 ? value.Outside.ToString()
        : string.Join("; ", [.. value.Outside.Inside ? Array.Empty<string>() : [value.Outside.ToString()], .. value.Beyond.Select(static clause => "extrapolated: " + clause)]);

    private static string Missing(IReadOnlyList<LawValue> values)
    {
        var missing = values.SelectMany(static value => value.Missing).DistinctBy(static symbol => symbol.Name, StringComparer.Ordinal).ToList();
        if (missing.Count == 0)
            return "";
        var open = values.Count(static value => value.Missing.Count > 0);
        return $"{NumberText.Grouped(open)} more equation{(open > 1 ? "s" : "")} need{(open > 1 ? "" : "s")} "
            + $"{string.Join(", ", missing.Select(static symbol => symbol.Unit.Length > 0 ? $"{symbol.Name} ({symbol.Unit})" : symbol.Name))}: --with {missing[0].Name}=...";
    }
}
