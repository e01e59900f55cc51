using System.Globalization;
using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Laws;

namespace ScalingSdk.Specs;

/// <summary>Turns the object of a <c>*.law.json</c> into a law, or into problems.</summary>
internal sealed class LawFileReader(JsonObject root, List<ReadingProblem> problems)
{
    /// <summary>Fewer joint draws give no interval worth the name, more are not read.</summary>
    internal const int LeastDraws = 20;

    internal const int MostDraws = 10_000;

    /// <summary>Of the logarithms and exponents of a draw: the amplitudes are finite.</summary>
    internal const int MostLog = 700;

    /// <summary>Three units, the fewest that are drawn, widen 2.2 times.</summary>
    private const int MostWidened = 10;

    internal static readonly string[] Keys = ["$schema", "law", "form", "parameters", "constants", "range", "not_identified", "widened", "sample", "fit"];
    internal static readonly string[] ConstantKeys = ["E", "A", "B", "alpha", "beta"];
    internal static readonly string[] RangeKeys = ["parameters", "tokens", "flops"];

    internal static readonly string[] FormulaKeys = ["$schema", "law", "form", "parameters", "formula", "variables", "constants", "fixed", "range", "not_identified", "widened", "sample", "fit"];
    private const string Forms = "the forms that are read are \"chinchilla\", E + A/N^alpha + B/D^beta, and \"formula\"";

    private readonly SectionReader _reader = new(root, "", IsFormula(root) ? FormulaKeys : Keys, problems, "the law");

    public IAllocationLaw? Read()
    {
        var id = Id();
        if (!IsFormula(root))
            Fixed("form", "chinchilla", Forms);
        Fixed("parameters", "active", "N counts what a token passes through, embeddings included");
        if (root.Find("not_identified") is { Value: JsonArray { Items.Count: > 0 } unknown })
            _reader.Bad(unknown.Span, "not_identified", $"the runs of this law do not determine '{string.Join("', '", unknown.Items.OfType<JsonString>().Select(static name => name.Value))}': it does not plan; fit it to more runs");
        return IsFormula(root) ? new FormulaLawReader(root, _reader, problems).Read(id, root.Find("widened") is { } wide ? Widened(wide.Value) : 1) : Chinchilla(id);
    }

    private FittedLaw? Chinchilla(string? id)
    {
        var form = Form();
        var range = _reader.Object("range") is { } section ? Range(section) : LawRange.Any;
        var sample = root.Find("sample") is { } member ? Sample(member.Value) : null;
        var widened = root.Find("widened") is { } factor ? Widened(factor.Value) : 1;
        return problems.Count == 0 && id is not null && form is { } constants ? FittedLaw.Of(id, constants, range, sample, widened) : null;
    }

    private static bool IsFormula(JsonObject root) => root.Find("form") is { Value: JsonString { Value: "formula" } };

    private string? Id()
    {
        if (root.Find("law") is null)
            return Missing<string>("law", "a name such as \"law\": \"my-runs\"");
        if (_reader.Text("law") is not { } id)
            return null;
        if (!LawName.IsValid(id.Value))
            _reader.Bad(id.Origin, "law", $"'{id.Value}' is not a name of at most {LawName.Longest} small letters, digits and '-'", help: "write \"my-runs\"");
        else if (LawRegistry.Find(id.Value) is not null)
            _reader.Bad(id.Origin, "law", $"'{id.Value}' is a published law", help: $"name your own, such as \"{id.Value}-refit\"");
        return id.Value;
    }

    private void Fixed(string key, string only, string why)
    {
        if (root.Find(key) is null)
            Missing<string>(key, $"\"{key}\": \"{only}\" ({why})");
        else if (_reader.Text(key) is { } given && !string.Equals(given.Value, only, StringComparison.Ordinal))
            _reader.Bad(given.Origin, key, $"'{given.Value}' cannot be read, {why}", help: $"write \"{only}\"");
    }

    private ChinchillaForm? Form()
    {
        if (root.Find("constants") is null)
            return Missing<ChinchillaForm?>("constants", "\"constants\": { \"E\": 1.8, \"A\": 480, \"B\": 2000, \"alpha\": 0.35, \"beta\": 0.36 }");
        if (_reader.Object("constants") is not { } section)
            return null;
        var reader = new SectionReader(section, "constants", ConstantKeys, problems);
        var values = ConstantKeys.Select(key => Constant(section, reader, key)).ToArray();
        return problems.Count > 0 ? null : new ChinchillaForm(values[0], values[1], values[2], values[3], values[4]);
    }

    private double Constant(JsonObject section, SectionReader reader, string key)
    {
        if (section.Find(key) is not { } member)
            return Missing<double>("constants." + key, "a positive number");
        var value = Number(member.Value);
        var most = key is "alpha" or "beta" ? 10 : 1e100;
        if (!(value > 0 && value <= most))
            reader.Bad(member.Value.Origin, key, FormattableString.Invariant(
                $"expected a number above 0 and at most {most}, got '{SectionReader.Written(member.Value)}'"));
        return value;
    }

    private LawRange Range(JsonObject section)
    {
        var reader = new SectionReader(section, "range", RangeKeys, problems);
        return new LawRange(Bounds("parameters"), Bounds("tokens"), Bounds("flops"));

        Bounds Bounds(string key)
        {
            if (section.Find(key) is not { } member)
                return Laws.Bounds.Any;
            if (member.Value is JsonArray { Items: [var least, var most] } && Number(least) is >= 0 and var from && Number(most) >= from)
                return new Bounds(from, Number(most));
            reader.Bad(member.Value.Origin, key, $"expected the least and the most of the runs, such as \"{key}\": [4e7, 1.6e10]");
            return Laws.Bounds.Any;
        }
    }

    private double[]? Sample(JsonNode node)
    {
        if (node is not JsonArray { Items: { Count: >= LeastDraws and <= MostDraws } rows })
            return BadSample(node, $"expected {LeastDraws} to {MostDraws} draws, each ln E, ln A, ln B, alpha and beta in brackets");
        var values = new double[rows.Count * JointSample.Columns];
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i] is not JsonArray { Items: { Count: JointSample.Columns } cells })
                return BadSample(rows[i], "expected [ln E, ln A, ln B, alpha, beta]");
            for (var j = 0; j < JointSample.Columns; j++)
            {
                var value = Number(cells[j]);
                if (!(Math.Abs(value) <= MostLog && (j < 3 || value > 0)))
                    return BadSample(cells[j], $"expected a number within {MostLog} of 0, alpha and beta above 0, got '{SectionReader.Written(cells[j])}'");
                values[(i * JointSample.Columns) + j] = value;
            }
        }

        return values;
    }

    private double Widened(JsonNode node)
    {
        var factor = Number(node);
        if (!(factor is >= 1 and <= MostWidened))
            _reader.Bad(node.Origin, "widened", $"expected a number from 1 to {MostWidened}, got '{SectionReader.Written(node)}'");
        return factor;
    }

    private double[]? BadSample(JsonNode node, string message)
    {
        _reader.Bad(node.Origin, "sample", message);
        return null;
    }

    private T? Missing<T>(string key, string what)
    {
        problems.Add(new ReadingProblem(ProblemKind.Missing, root.Span, $"'{key}' is missing", Remedy.Advice($"write {what}")));
        return default;
    }

    internal static double Number(JsonNode node) =>
        node is JsonNumber number && double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && Math.Abs(value) <= double.MaxValue
            ? value
            : double.NaN;
}
