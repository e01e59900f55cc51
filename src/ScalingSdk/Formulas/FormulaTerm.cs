namespace ScalingSdk.Formulas;

/// <summary>What a term does with its operands.</summary>
internal enum TermKind
{
    Number,
    Symbol,
    Add,
    Subtract,
    Multiply,
    Divide,
    Power,
    Negate,
    Exp,
    Log,
    Log10,
    Sqrt,
    Abs,
    Min,
    Max,
    Tanh,
    Softplus,
}

/// <summary>A formula as a tree.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Position">Where it stands in the text, from 0.</param>
internal sealed record FormulaTerm(TermKind Kind, int Position)
{
    internal double Value { get; init; }

    internal string Name { get; init; } = "";

    internal IReadOnlyList<FormulaTerm> Operands { get; init; } = [];

    /// <summary>The names in order of first appearance, with where they appear.</summary>
    internal static IReadOnlyList<(string Name, int Position)> Symbols(IEnumerable<FormulaTerm> terms)
    {
        var names = new List<(string, int)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var term in terms)
            Walk(term);
        return names;

        void Walk(FormulaTerm term)
        {
            if (term.Kind == TermKind.Symbol && seen.Add(term.Name))
                names.Add((term.Name, term.Position));
            foreach (var operand in term.Operands)
                Walk(operand);
        }
    }
}
