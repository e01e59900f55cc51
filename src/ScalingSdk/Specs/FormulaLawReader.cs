using ScalingSdk.Diagnostics;
using ScalingSdk.Formulas;
using ScalingSdk.Json;
using ScalingSdk.Laws;
using ScalingSdk.Text;

namespace ScalingSdk.Specs;

/// <summary>Reads a law that is a formula.</summary>
/// <remarks>
/// <code>
/// {
///   "law": "my-experts", "form": "formula", "parameters": "active",
///   "formula": "L = E0 + A*(N*E^g)^(-a) + B/D^b",
///   "variables": { "N": "parameters", "D": "tokens", "E": "experts" },    // N, D and C need no word
///   "constants": { "E0": 1.61, "A": 352, "g": 0.35, "a": 0.34, "B": 1457, "b": 0.36 },
///   "range": { "N": [1.6e7, 1e9], "D": [2e9, 1e11], "E": [1, 64] },
///   "sample": [[1.60, 350, 0.35, 0.34, 1460, 0.36], ...]                   // joint draws, in the order of the constants; optional
/// }
/// </code>
/// </remarks>
internal sealed class FormulaLawReader(JsonObject root, SectionReader reader, List<ReadingProblem> problems)
{
    /// <summary>The source of an answer holds as many inputs.</summary>
    private const int MostVariables = 5;

    private static readonly FormulaMeaning[] Meanings =
    [
        FormulaMeaning.Parameters, FormulaMeaning.Tokens, FormulaMeaning.Compute, FormulaMeaning.Experts, FormulaMeaning.Batch, FormulaMeaning.LearningRate, FormulaMeaning.Vocabulary,
    ];

    private static readonly string[] Targets = ["L", "B", "lr"];

    internal IAllocationLaw? Read(string? id, double widened)
    {
        if (Formula() is not { } formula)
            return null;
        var (names, values) = Constants(formula);
        var ranges = reader.Object("range");
        var variables = Variables(formula, names, ranges);
        var sample = root.Find("sample") is { } member ? Sample(member.Value, names, values) : [];
        if (problems.Count > 0 || id is null)
            return null;
        var constants = new FormulaConstants(formula, names, [.. values], sample, widened);
        return (IAllocationLaw?)ChinchillaShape.Of(id, constants, variables) ?? FormulaLaw.Of(id, constants, variables);
    }

    private Formula? Formula()
    {
        if (root.Find("formula") is null)
        {
            Missing("formula", "\"formula\": \"L = E + A/N^alpha + B/D^beta\"");
            return null;
        }

        if (reader.Text("formula") is not { } text)
            return null;
        try
        {
            var formula = Formulas.Formula.Parse(text.Value);
            if (formula.Equations.Count > 1)
                reader.Bad(text.Origin, "formula", "several equations do not plan: write the one of the loss, 'L = ...'");
            else if (!Targets.Contains(formula.Targets[0], StringComparer.Ordinal))
                reader.Bad(text.Origin, "formula", $"'{Excerpt.Of(formula.Targets[0])}' is predicted: a plan asks for the loss 'L = ...', the batch 'B = ...' or the rate 'lr = ...'");
            return formula;
        }
        catch (FormulaException exception)
        {
            reader.Bad(text.Origin, "formula", exception.Message);
            return null;
        }
    }

    private (List<string> Names, List<double> Values) Constants(Formula formula)
    {
        List<string> names = [];
        List<double> values = [];
        if (root.Find("constants") is null)
            Missing("constants", "\"constants\": { \"E\": 1.8, ... }");
        foreach (var member in Members("constants").Concat(Members("fixed")))
        {
            var value = LawFileReader.Number(member.Value);
            if (!formula.Symbols.Contains(member.Name, StringComparer.Ordinal))
                reader.Bad(member.NameOrigin, member.Name, $"'{Excerpt.Of(member.Name)}' is not in the formula", help: Suggest.Nearest(member.Name, formula.Symbols) is { } nearest ? $"write \"{nearest}\"" : null);
            else if (names.Contains(member.Name, StringComparer.Ordinal))
                reader.Bad(member.NameOrigin, member.Name, $"'{member.Name}' has two values");
            else if (double.IsNaN(value))
                reader.Bad(member.Value.Origin, member.Name, $"expected a number, got '{SectionReader.Written(member.Value)}'");
            names.Add(member.Name);
            values.Add(value);
        }

        return (names, values);
    }

    private List<FormulaVariable> Variables(Formula formula, List<string> constants, JsonObject? ranges)
    {
        List<FormulaVariable> variables = [];
        var words = Members("variables").ToList();
        foreach (var unknown in words.Where(member => !formula.Symbols.Contains(member.Name, StringComparer.Ordinal)))
            reader.Bad(unknown.NameOrigin, unknown.Name, $"'{Excerpt.Of(unknown.Name)}' is not in the formula");
        foreach (var symbol in formula.Symbols.Where(symbol => !constants.Contains(symbol, StringComparer.Ordinal)))
        {
            if (Meaning(symbol, words.Find(member => string.Equals(member.Name, symbol, StringComparison.Ordinal))?.Value) is { } meaning)
                variables.Add(new(symbol, meaning, Range(symbol, ranges)));
        }

        foreach (var twice in variables.GroupBy(static variable => variable.Meaning).Where(static group => group.Count() > 1))
            reader.Bad(root.Find("formula")!.Value.Origin, "formula", $"'{string.Join("' and '", twice.Select(static variable => variable.Symbol))}' both mean '{FormulaVariable.Name(twice.Key)}'");
        if (variables.Count > MostVariables)
            reader.Bad(root.Find("formula")!.Value.Origin, "formula", $"a law that plans has at most {NumberText.Grouped(MostVariables)} variables; give the others a value in 'fixed'");
        else if (variables.Count(static variable => variable.IsFree) > FormulaSurface.MostFree)
            reader.Bad(root.Find("formula")!.Value.Origin, "formula", $"at most {NumberText.Grouped(FormulaSurface.MostFree)} of '{string.Join("', '", variables.Where(static v => v.IsFree).Select(static v => v.Symbol))}' can be left to a plan; give the others a value in 'fixed'");
        foreach (var free in variables.Where(static variable => variable.IsFree && !(variable.Range.Least > 0 && variable.Range.Most <= double.MaxValue)))
            Missing($"range.{free.Symbol}", $"\"range\": {{ \"{free.Symbol}\": [least, most] }}: where a spec leaves '{free.Symbol}' open, its best value is sought there");
        return variables;
    }

    private FormulaMeaning? Meaning(string symbol, JsonNode? word)
    {
        if (word is null)
        {
            var known = symbol switch { "N" => FormulaMeaning.Parameters, "D" => FormulaMeaning.Tokens, "C" => FormulaMeaning.Compute, _ => default(FormulaMeaning?) };
            if (known is null)
                Missing($"constants.{Excerpt.Of(symbol)}", $"its value in 'constants', or what it means in 'variables': {Suggest.List(Meanings.Select(FormulaVariable.Name))}");
            return known;
        }

        if (word is JsonString { Value: var text } && Array.FindIndex(Meanings, meaning => string.Equals(FormulaVariable.Name(meaning), text, StringComparison.Ordinal)) is >= 0 and var found)
            return Meanings[found];
        reader.Bad(word.Origin, symbol, $"'{SectionReader.Written(word)}' is not something that a variable can mean; known are {Suggest.List(Meanings.Select(FormulaVariable.Name))}");
        return null;
    }

    private Bounds Range(string symbol, JsonObject? ranges)
    {
        if (ranges?.Find(symbol) is not { } member)
            return Bounds.Any;
        if (member.Value is JsonArray { Items: [var least, var most] } && LawFileReader.Number(least) is >= 0 and var from && LawFileReader.Number(most) >= from)
            return new(from, LawFileReader.Number(most));
        reader.Bad(member.Value.Origin, symbol, $"expected the least and the most of the runs, such as \"{Excerpt.Of(symbol)}\": [4e7, 1.6e10]");
        return Bounds.Any;
    }

    // The draws are of the constants; what is fixed has one value in all of them.
    private List<double[]> Sample(JsonNode node, List<string> names, List<double> values)
    {
        var drawn = Members("constants").Count();
        List<double[]> draws = [];
        if (node is JsonArray { Items: [] })
            return draws;
        if (node is not JsonArray { Items: { Count: >= LawFileReader.LeastDraws and <= LawFileReader.MostDraws } rows })
        {
            reader.Bad(node.Origin, "sample", $"expected {NumberText.Grouped(LawFileReader.LeastDraws)} to {NumberText.Grouped(LawFileReader.MostDraws)} draws, each the constants in brackets");
            return draws;
        }

        foreach (var row in rows)
        {
            double[] draw = row is JsonArray { Items: { } cells } && cells.Count == drawn ? [.. cells.Select(LawFileReader.Number), .. values.Skip(drawn)] : [double.NaN];
            if (draw.Any(double.IsNaN))
            {
                reader.Bad(row.Origin, "sample", $"expected [{string.Join(", ", names.Take(drawn))}], a number for each constant");
                return draws;
            }

            draws.Add(draw);
        }

        return draws;
    }

    private IEnumerable<JsonMember> Members(string key) => root.Find(key)?.Value is JsonObject section ? section.Members : [];

    private void Missing(string key, string what) =>
        problems.Add(new ReadingProblem(ProblemKind.Missing, root.Span, $"'{key}' is missing", Remedy.Advice($"write {what}")));
}
