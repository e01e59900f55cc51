using System.Runtime.CompilerServices;
using System.Text;
using ScalingSdk.Text;

namespace ScalingSdk.Laws;

/// <summary>The right-hand side of an equation, written as an interpolated string whose holes are the constants of the law.</summary>
/// <remarks>
/// <c>$"{Factor:k} N^{Power:p}"</c> prints <c>k N^p</c> or <c>5e3 N^0.74</c>. The grammar is that of arithmetic: numbers, names,
/// + - * / ^, parentheses, a space for a product, and the functions exp, ln, log2, log10, sqrt and min.
/// </remarks>
[InterpolatedStringHandler]
internal sealed class EquationText
{
    private readonly List<Piece> _pieces;

    public EquationText(int literalLength, int formattedCount) => _pieces = new((2 * formattedCount) + Math.Min(literalLength, 1));

    private EquationText(List<Piece> pieces) => _pieces = pieces;

    /// <summary>The constants, each once, in the order of the text.</summary>
    public IReadOnlyList<Constant> Constants =>
        [.. _pieces.Where(static piece => piece.IsConstant).Select(static piece => new Constant(piece.Text, piece.Value)).Distinct()];

    /// <summary>True where a constant stands in the text more than once, or more than three do: symbols then read better than values.</summary>
    public bool IsLong => _pieces.Count(static piece => piece.IsConstant) is var holes && (holes > 3 || holes > Constants.Count);

    /// <summary>A part between constants.</summary>
    public void AppendLiteral(string text) => _pieces.Add(new(text, IsConstant: false, 0));

    /// <summary>A constant; the format is its symbol.</summary>
    public void AppendFormatted(double value, string format) => _pieces.Add(new(format, IsConstant: true, value));

    /// <summary>The text with symbols or with the values of the constants.</summary>
    public string Write(bool values)
    {
        var text = new StringBuilder();
        foreach (var piece in _pieces)
            text.Append(values && piece.IsConstant ? NumberText.Constant(piece.Value) : piece.Text);
        return text.ToString();
    }

    /// <summary>The same text with another value of one constant.</summary>
    public EquationText With(string constant, double value) => new([.. _pieces.Select(piece =>
        piece.IsConstant && string.Equals(piece.Text, constant, StringComparison.Ordinal) ? piece with { Value = value } : piece)]);

    private sealed record Piece(string Text, bool IsConstant, double Value);
}
