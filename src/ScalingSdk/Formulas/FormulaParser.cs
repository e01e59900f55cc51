using ScalingSdk.Diagnostics;
using ScalingSdk.Text;

namespace ScalingSdk.Formulas;

/// <summary>Recursive descent over the tokens of a formula: equations and bounds, separated by commas.</summary>
/// <remarks>
/// Powers bind tightest and to the right, then signs, then products, then sums: -x^2 is -(x^2), 2^-x is 2^(-x). Depth and size are
/// bounded, so that a formula from an untrusted file neither overflows the stack nor fills the memory.
/// </remarks>
internal sealed class FormulaParser
{
    private const int MostDepth = 100;
    private const int MostTerms = 5_000;

    private static readonly Dictionary<string, (TermKind Kind, int Operands)> Functions = new(StringComparer.Ordinal)
    {
        ["exp"] = (TermKind.Exp, 1),
        ["log"] = (TermKind.Log, 1),
        ["ln"] = (TermKind.Log, 1),
        ["log10"] = (TermKind.Log10, 1),
        ["sqrt"] = (TermKind.Sqrt, 1),
        ["abs"] = (TermKind.Abs, 1),
        ["min"] = (TermKind.Min, 2),
        ["max"] = (TermKind.Max, 2),
        ["tanh"] = (TermKind.Tanh, 1),
        ["softplus"] = (TermKind.Softplus, 1),
    };

    private readonly string _text;
    private readonly List<FormulaToken> _tokens;
    private int _at;
    private int _depth;
    private int _terms;

    internal FormulaParser(string text)
    {
        _text = text;
        _tokens = FormulaLexer.Read(text);
    }

    // What other languages call differently: Suggest would offer a function that means something else.
    private static readonly Dictionary<string, string> Otherwise = new(StringComparer.Ordinal)
    {
        ["pow"] = "x^y",
        ["power"] = "x^y",
        ["log2"] = "log(x)/log(2)",
        ["log1p"] = "log(1 + x)",
        ["expm1"] = "exp(x) - 1",
        ["square"] = "x^2",
        ["sigmoid"] = "1/(1 + exp(-x))",
        ["relu"] = "max(x, 0)",
    };

    /// <summary>Names that a constant or a column cannot have.</summary>
    internal static IReadOnlyCollection<string> FunctionNames => Functions.Keys;

    private FormulaToken Current => _tokens[_at];

    internal bool AtEnd => Current.Kind == TokenKind.End;

    internal FormulaToken Peek(int ahead = 0) => _tokens[Math.Min(_at + ahead, _tokens.Count - 1)];

    internal FormulaToken Take() => _tokens[AtEnd ? _at : _at++];

    internal bool TryTake(string symbol)
    {
        if (!Current.Is(symbol))
            return false;
        _at++;
        return true;
    }

    /// <summary>What stands where the formula should go on or end.</summary>
    internal FormulaException Unexpected(bool isNamed)
    {
        var token = Peek();
        if (token.Is("="))
            return Error(isNamed ? "an equation has one '='; a ',' separates equations" : "left of '=' stands a single name, such as 'L = ...'; take a function of it to the other side", token.Position);
        return Error(
            $"expected an operator or ',' instead of {token}{(token.Kind is TokenKind.Name or TokenKind.Number || token.Is("(") ? "; a product needs a '*'" : "")}", token.Position);
    }

    /// <summary>True where a call such as 'L(N, D)' stands left of an equals sign.</summary>
    internal bool IsCallBeforeEquals()
    {
        if (Peek().Kind != TokenKind.Name || !Peek(1).Is("(") || Functions.ContainsKey(Peek().Text))
            return false;
        var depth = 0;
        for (var ahead = 1; Peek(ahead).Kind != TokenKind.End; ahead++)
        {
            depth += Peek(ahead).Is("(") ? 1 : Peek(ahead).Is(")") ? -1 : 0;
            if (depth == 0)
                return Peek(ahead + 1).Is("=");
        }

        return false;
    }

    internal FormulaException Error(string message, int position) => new(message, _text, position);

    internal FormulaTerm Sum()
    {
        Enter();
        var left = Product();
        while (Current.Is("+") || Current.Is("-"))
        {
            var sign = Take();
            left = Make(sign.Is("+") ? TermKind.Add : TermKind.Subtract, sign.Position, left, Product());
        }

        _depth--;
        return left;
    }

    private FormulaTerm Product()
    {
        var left = Signed();
        while (Current.Is("*") || Current.Is("/"))
        {
            var sign = Take();
            left = Make(sign.Is("*") ? TermKind.Multiply : TermKind.Divide, sign.Position, left, Signed());
        }

        return left;
    }

    private FormulaTerm Signed()
    {
        Enter();
        var position = Current.Position;
        FormulaTerm term;
        if (TryTake("-"))
            term = Make(TermKind.Negate, position, Signed());
        else if (TryTake("+"))
            term = Signed();
        else
            term = Power();
        _depth--;
        return term;
    }

    private FormulaTerm Power()
    {
        var left = Operand();
        if (!Current.Is("^"))
            return left;
        var sign = Take();
        return Make(TermKind.Power, sign.Position, left, Signed());
    }

    private FormulaTerm Operand()
    {
        var token = Take();
        switch (token.Kind)
        {
            case TokenKind.Number:
                return Counted(new(TermKind.Number, token.Position) { Value = token.Value });
            case TokenKind.Name when Current.Is("("):
                return Call(token);
            case TokenKind.Name when Functions.ContainsKey(token.Text):
                throw Error($"'{token.Text}' is a function: write '{token.Text}(...)'", token.Position);
            case TokenKind.Name:
                return Counted(new(TermKind.Symbol, token.Position) { Name = token.Text });
            case TokenKind.Operator when token.Is("("):
                var inner = Sum();
                Close(token);
                return inner;
            default:
                throw Error($"expected a number, a name or '(' instead of {token}", token.Position);
        }
    }

    private FormulaTerm Call(FormulaToken name)
    {
        if (!Functions.TryGetValue(name.Text, out var function))
        {
            if (Otherwise.TryGetValue(name.Text, out var written))
                throw Error($"there is no function '{name.Text}'; write '{written}'", name.Position);
            var nearest = name.Text.Length > 2 ? Suggest.Nearest(name.Text, Functions.Keys) : null;
            throw Error(
                $"there is no function '{name.Text}'{(nearest is null ? $"; there are {string.Join(", ", Functions.Keys)}, and a product needs a '*'" : $"; did you mean '{nearest}'?")}",
                name.Position);
        }

        var open = Take();
        var operands = new List<FormulaTerm> { Sum() };
        while (Current.Is(",") && operands.Count < function.Operands)
        {
            Take();
            operands.Add(Sum());
        }

        if (operands.Count != function.Operands)
            throw Error($"'{name.Text}' takes {NumberText.Grouped(function.Operands)} operands", Current.Position);
        if (Current.Is(","))
            throw Error($"'{name.Text}' takes {(function.Operands == 1 ? "one operand" : "two operands")}", Current.Position);
        Close(open);
        return Make(function.Kind, name.Position, [.. operands]);
    }

    private void Close(FormulaToken open)
    {
        if (!TryTake(")"))
            throw Error($"expected ')' for the '(' at character {NumberText.Grouped(open.Position + 1)} instead of {Current}", Current.Position);
    }

    private FormulaTerm Make(TermKind kind, int position, params FormulaTerm[] operands) =>
        Counted(new(kind, position) { Operands = operands });

    private FormulaTerm Counted(FormulaTerm term) => ++_terms <= MostTerms
        ? term
        : throw Error($"a formula has at most {NumberText.Grouped(MostTerms)} terms", term.Position);

    private void Enter()
    {
        if (++_depth > MostDepth)
            throw Error($"a formula nests at most {NumberText.Grouped(MostDepth)} levels", Current.Position);
    }
}
