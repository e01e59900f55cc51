using ScalingSdk.Text;

namespace ScalingSdk.Laws;

/// <summary>A constant of an equation.</summary>
/// <param name="Name">Its symbol: "alpha_N".</param>
/// <param name="Value">Its value.</param>
public readonly record struct Constant(string Name, double Value);

/// <summary>An equation of a law: what it gives from what, with the constants that the law computes with.</summary>
public sealed class Equation
{
    private readonly EquationText _right;
    private IReadOnlyList<Constant>? _constants;
    private string? _expression;
    private string? _text;

    internal Equation(string number, Symbol left, EquationText right, params Symbol[] inputs)
    {
        Number = number;
        Left = left;
        Inputs = inputs;
        _right = right;
        Direct = new Derivation(this, null, null);
    }

    /// <summary>Its number in the paper ("4.4", "Table 6"); empty where the paper prints none.</summary>
    public string Number { get; }

    /// <summary>What it gives.</summary>
    public Symbol Left { get; }

    /// <summary>What it takes, in order.</summary>
    public IReadOnlyList<Symbol> Inputs { get; }

    /// <summary>Where it was observed on what it takes, where that is not the range of its law.</summary>
    internal IReadOnlyList<SymbolRange> Ranges { get; init; } = [];

    /// <summary>True where its loss is one that is asked for: that of another equation has other constants, and the two are never compared.</summary>
    internal bool AsksLoss { get; init; }

    /// <summary>The constants, in the order of the text.</summary>
    public IReadOnlyList<Constant> Constants => _constants ??= [.. _right.Constants];

    /// <summary>The right-hand side with symbols for the constants that have one: <c>(N_c/N)^alpha_N</c>.</summary>
    public string Template => _right.Write(values: false);

    /// <summary>The right-hand side with the values of the constants: <c>5e3 N^0.74</c>. It can be evaluated as it is printed.</summary>
    public string Expression => _expression ??= _right.Write(values: true);

    /// <summary>The equation with the values of its constants: <c>D = 5e3 N^0.74</c>.</summary>
    public string Text => _text ??= $"{Left.Name} = {Expression}";

    /// <summary>The equation taken as it is: an answer that is its left-hand side.</summary>
    internal Derivation Direct { get; }

    /// <summary>The equation solved for one of its inputs.</summary>
    internal Derivation SolvedFor(Symbol unknown) => new(this, unknown, null);

    /// <summary>The value of one input that makes the left-hand side least, under a condition: "on C = 6 N D".</summary>
    internal Derivation LeastBy(Symbol unknown, string condition, params Symbol[] given) => new(this, unknown, condition, given);

    /// <summary>The same equation with another value of one constant.</summary>
    internal Equation With(string constant, double value) => new(Number, Left, _right.With(constant, value), [.. Inputs]) { Ranges = Ranges, AsksLoss = AsksLoss };

    /// <summary>The equation as a paper prints it: <c>(4.4) D(N) = 5e3 N^0.74</c>, or with symbols, then their values, where it is long.</summary>
    public override string ToString()
    {
        var number = Number.Length == 0 ? "" : $"({Number}) ";
        var of = Inputs.Count == 0 ? "" : $"({string.Join(", ", Inputs.Select(static input => input.Name))})";
        return number + Left.Name + of + " = " + (_right.IsLong ? Template + ListOf(Constants) : Expression);
    }

    private static string ListOf(IReadOnlyList<Constant> constants) =>
        string.Concat(constants.Select(static constant => $", {constant.Name} {NumberText.Constant(constant.Value)}"));
}
