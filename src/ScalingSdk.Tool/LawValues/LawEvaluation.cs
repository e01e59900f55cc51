using ScalingSdk.Laws;

namespace ScalingSdk.Tool.LawValues;

/// <summary>Every equation of a law, evaluated as it is printed.</summary>
internal static class LawEvaluation
{
    // A result goes into other equations of its law, but never in place of what only a question states: D of (4.4) is a threshold, not the run's tokens.
    private static readonly string[] Questions = ["N", "D", "U", "C", "M", "P", "r", "S_min"];

    // A symbol is its name and its unit: C_min of (B.6) is in FLOP, that of (5.5) in PF-days.
    private sealed class Results : Dictionary<(string Name, string Unit), (LawInput Input, int Inputs)>
    {
        public Results()
        {
        }

        public Results(Results others)
            : base(others)
        {
        }
    }

    public static IReadOnlyList<LawValue> Of(LawInfo law, LawQuestion question)
    {
        var values = new LawValue?[law.Equations.Count];
        var results = new Results();
        if (Searched(law, question) is { } size)
            results[(size.Symbol.Name, size.Symbol.Unit)] = (size, 0);
        bool more;
        do
        {
            more = false;
            var known = new Results(results);
            for (var i = 0; i < values.Length; i++)
            {
                if (values[i] is { Missing.Count: 0 })
                    continue;
                values[i] = Evaluate(law, law.Equations[i], question, known);
                if (values[i] is { Missing.Count: 0 } done && Add(results, done, done.Value ?? double.NaN))
                    more = true;
            }
        }
        while (more);
        var all = values.OfType<LawValue>().ToList();
        return [.. all.Select(value => WithOptimum(law, value, all))];
    }

    /// <summary>What of a question goes into no equation of these laws: N, D, U, C, and symbols by name.</summary>
    public static IReadOnlyList<string> Unused(IReadOnlyList<LawInfo> laws, LawQuestion question)
    {
        var with = Numbers(question);
        List<(string Name, bool Given, LawQuestion Without)> counts =
        [
            ("N", question.Parameters is not null, question with { Parameters = null }),
            ("D", question.Tokens is not null, question with { Tokens = null }),
            ("U", question.UniqueTokens is not null, question with { UniqueTokens = null }),
            ("C", question.Flops is not null, question with { Flops = null }),
        ];
        var taken = laws.SelectMany(static law => law.Equations).SelectMany(static equation => equation.Inputs).Select(static symbol => symbol.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. counts.Where(count => count.Given && Numbers(count.Without).SequenceEqual(with)).Select(static count => count.Name),
            .. question.Others.Keys.Where(name => !taken.Contains(name)).Order(StringComparer.Ordinal),
        ];

        List<(Equation Equation, string Name, double Value)> Numbers(LawQuestion asked) =>
            [.. laws.SelectMany(law => Of(law, asked)).SelectMany(static value => value.From.Select(input => (value.Equation, input.Name, input.Value)))];
    }

    // Of two equations for one symbol, that with more inputs knows more.
    private static bool Add(Results results, LawValue done, double value)
    {
        var (left, inputs) = (done.Equation.Left, done.Equation.Inputs.Count);
        if (Questions.Contains(left.Name, StringComparer.Ordinal) || (results.TryGetValue((left.Name, left.Unit), out var before) && before.Inputs >= inputs))
            return false;
        results[(left.Name, left.Unit)] = (new(left, value, done.Outside) { From = done.Equation, Beyond = done.Beyond, WhyNone = done.WhyNone }, inputs);
        return true;
    }

    private static LawValue Evaluate(LawInfo law, Equation equation, LawQuestion question, Results results)
    {
        List<LawInput> from = [.. equation.Inputs
            .Select(symbol => question.Find(law, symbol, equation) ?? (!(equation.AsksLoss && symbol.Name is "L") && results.TryGetValue((symbol.Name, symbol.Unit), out var result) ? result.Input : null))
            .OfType<LawInput>()];
        if (from.Count < equation.Inputs.Count)
            return new(equation, from, null, Extrapolation.None);
        if (from.Select(static input => input.WhyNone).FirstOrDefault(static why => why is not null) is { } none)
            return new(equation, from, null, Extrapolation.None) { WhyNone = none };
        var numbers = from.ToDictionary(static input => input.Name, static input => input.Value, StringComparer.Ordinal);
        var value = LawQuestion.WhyNone(law, numbers) is null ? PrintedFormula.Evaluate(equation.Expression, numbers) : double.NaN;
        numbers[equation.Left.Name] = numbers.GetValueOrDefault(equation.Left.Name, value);
        return (LawQuestion.WhyNone(law, numbers) ?? LawQuestion.WhyNone(law, equation.Left, value)) is { } why
            ? new(equation, from, null, Extrapolation.None) { WhyNone = why }
            : new(equation, from, double.IsFinite(value) ? value : null, OutsideOf(law, equation, value, from));
    }

    // The best size of a law that has no equation for it.
    private static LawInput? Searched(LawInfo law, LawQuestion question) =>
        LawRegistry.Of<IAllocationOpinion>().FirstOrDefault(opinion => opinion.Info == law) is { } searched && question.Find(law, Symbol.C) is { } compute
            && searched.Allocate(new(compute.Value)) is { HasValue: true } best
            ? new(Symbol.OptimalN, best.Value.Parameters, best.Outside) { From = best.Source.Equation, Note = "of the least loss for this compute" }
            : null;

    private static Extrapolation OutsideOf(LawInfo law, Equation equation, double value, List<LawInput> from)
    {
        var outside = from.Aggregate(Extrapolation.None, static (farthest, input) => input.Outside.IsSet ? farthest.And(input.Outside) : farthest);

        // The best tokens of a scale are a budget: M D.
        if (equation.Left.Name is "D_opt" && from.Count == 1 && from[0].Symbol is { Name: "M", Unit: "FLOP per token" })
            return outside.And(law.Range.OfCompute(from[0].Value * value));
        return (law.Range.Compute == Bounds.Any ? equation.Left.Name : "") switch
        {
            "N_opt" => outside.And(law.Range.OfParameters(value)),
            "D_opt" => outside.And(law.Range.OfTokens(value)),
            _ => outside,
        };
    }

    // By itself, or through the equation that gave it.
    private static bool IsOfCompute(LawInput input) => input.From is { } from ? from.Inputs.Any(static symbol => symbol.Name is "C" or "C_min") : input.Name is "C" or "C_min";

    // A law whose runs do not bound the compute is outside where its best run is.
    private static LawValue WithOptimum(LawInfo law, LawValue value, IReadOnlyList<LawValue> all)
    {
        if (law.Range.Compute != Bounds.Any || value.Missing.Count > 0 || !value.From.Any(IsOfCompute))
            return value;
        var optima = all.Where(static other => other.Missing.Count == 0 && other.Equation.Left.Name is "N_opt" or "D_opt" && other.From.Any(static input => input.Name is "C" or "C_min"));
        return value with { Outside = optima.Aggregate(value.Outside, static (farthest, other) => farthest.And(other.Outside)) };
    }
}
