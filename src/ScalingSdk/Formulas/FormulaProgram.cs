namespace ScalingSdk.Formulas;

/// <summary>The right-hand side of a formula as steps over a stack: evaluated without recursion, names or allocation.</summary>
internal sealed class FormulaProgram
{
    private readonly List<Step> _steps = [];
    private readonly string[] _symbols;
    private readonly int _depth;

    internal FormulaProgram(FormulaTerm term, IReadOnlyList<string> symbols)
    {
        _symbols = [.. symbols];
        _depth = Add(term);
    }

    /// <summary>The value and its derivatives where each symbol, in the order given, has this one.</summary>
    internal Slope At(Slope[] values, Slope[] stack)
    {
        var top = -1;
        foreach (var step in _steps)
        {
            switch (step.Kind)
            {
                case TermKind.Number:
                    stack[++top] = new(step.Number);
                    break;
                case TermKind.Symbol:
                    stack[++top] = values[step.Symbol];
                    break;
                case TermKind.Add or TermKind.Subtract or TermKind.Multiply or TermKind.Divide or TermKind.Power or TermKind.Min or TermKind.Max:
                    top--;
                    stack[top] = Of(step.Kind, stack[top], stack[top + 1]);
                    break;
                default:
                    stack[top] = Of(step.Kind, stack[top]);
                    break;
            }
        }

        return stack[0];
    }

    /// <summary>Room for one evaluation at a time.</summary>
    internal Slope[] Stack() => new Slope[_depth];

    private static Slope Of(TermKind kind, Slope a, Slope b) => kind switch
    {
        TermKind.Add => a + b,
        TermKind.Subtract => a - b,
        TermKind.Multiply => a * b,
        TermKind.Divide => a / b,
        TermKind.Min => a.Value <= b.Value ? a : b,
        TermKind.Max => a.Value >= b.Value ? a : b,
        _ => a.Power(b),
    };

    private static Slope Of(TermKind kind, Slope a) => kind switch
    {
        TermKind.Negate => -a,
        TermKind.Exp => a.Exp(),
        TermKind.Log => a.Log(),
        TermKind.Log10 => a.Log10(),
        TermKind.Sqrt => a.Sqrt(),
        TermKind.Abs => a.Abs(),
        TermKind.Tanh => a.Tanh(),
        _ => a.Softplus(),
    };

    // Operands first; returns how many places of the stack the term takes.
    private int Add(FormulaTerm term)
    {
        var depth = 1;
        for (var i = 0; i < term.Operands.Count; i++)
            depth = Math.Max(depth, i + Add(term.Operands[i]));
        _steps.Add(new(term.Kind, term.Value, term.Kind == TermKind.Symbol ? Array.IndexOf(_symbols, term.Name) : -1));
        return depth;
    }

    private readonly record struct Step(TermKind Kind, double Number, int Symbol);
}
