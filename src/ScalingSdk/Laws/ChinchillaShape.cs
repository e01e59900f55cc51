using ScalingSdk.Formulas;

namespace ScalingSdk.Laws;

/// <summary>A formula that is E + A/N^alpha + B/D^beta, however its constants are called: it is planned in closed form, as the fitted law that it is.</summary>
internal static class ChinchillaShape
{
    internal static FittedLaw? Of(string id, FormulaConstants formula, IReadOnlyList<FormulaVariable> variables)
    {
        if (!string.Equals(formula.Target, "L", StringComparison.Ordinal) || variables.Count != 2
            || Find(variables, FormulaMeaning.Parameters) is not { } n || Find(variables, FormulaMeaning.Tokens) is not { } d)
            return null;
        var terms = new List<FormulaTerm>();
        Collect(formula.Formula.Equations[0].Right, terms);
        if (terms.Count != 3)
            return null;
        int e = -1, a = -1, alpha = -1, b = -1, beta = -1;
        foreach (var term in terms)
        {
            if (Constant(formula, term) is >= 0 and var alone)
                e = alone;
            else if (Power(formula, term, n.Symbol) is { } size)
                (a, alpha) = size;
            else if (Power(formula, term, d.Symbol) is { } tokens)
                (b, beta) = tokens;
        }

        int[] places = [e, a, b, alpha, beta];
        if (places.Any(static place => place < 0) || places.Distinct().Count() < places.Length || places.Any(place => !Positive.Is(formula.Values[place])))
            return null;
        var draws = formula.Sample.Where(draw => places.All(place => Positive.Is(draw[place])))
            .SelectMany(draw => new[] { Math.Log(draw[e]), Math.Log(draw[a]), Math.Log(draw[b]), draw[alpha], draw[beta] }).ToArray();
        return FittedLaw.Of(
            id, new(formula.Values[e], formula.Values[a], formula.Values[b], formula.Values[alpha], formula.Values[beta]),
            new(n.Range, d.Range, Bounds.Any), draws.Length > 0 ? draws : null, formula.Widened);
    }

    private static FormulaVariable? Find(IReadOnlyList<FormulaVariable> variables, FormulaMeaning meaning) => variables.FirstOrDefault(variable => variable.Meaning == meaning);

    private static void Collect(FormulaTerm term, List<FormulaTerm> terms)
    {
        if (term.Kind != TermKind.Add)
        {
            terms.Add(term);
            return;
        }

        foreach (var operand in term.Operands)
            Collect(operand, terms);
    }

    private static int Constant(FormulaConstants formula, FormulaTerm term) => term.Kind == TermKind.Symbol ? formula.Names.ToList().IndexOf(term.Name) : -1;

    // A/N^alpha or A*N^(-alpha).
    private static (int Factor, int Exponent)? Power(FormulaConstants formula, FormulaTerm term, string of)
    {
        if (term is not { Kind: TermKind.Divide or TermKind.Multiply, Operands: [var factor, { Kind: TermKind.Power, Operands: [{ Kind: TermKind.Symbol } symbol, var exponent] }] }
            || !string.Equals(symbol.Name, of, StringComparison.Ordinal))
            return null;
        if (term.Kind == TermKind.Multiply)
        {
            if (exponent.Kind != TermKind.Negate)
                return null;
            exponent = exponent.Operands[0];
        }

        return Constant(formula, factor) is >= 0 and var a && Constant(formula, exponent) is >= 0 and var alpha ? (a, alpha) : null;
    }
}
