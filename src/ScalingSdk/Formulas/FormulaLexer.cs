using System.Globalization;
using ScalingSdk.Text;

namespace ScalingSdk.Formulas;

/// <summary>Cuts a formula into tokens.</summary>
internal static class FormulaLexer
{
    /// <summary>Longer texts are not formulas that people wrote.</summary>
    internal const int MostCharacters = 20_000;


    internal static List<FormulaToken> Read(string text)
    {
        if (text.Length > MostCharacters)
            throw new FormulaException($"a formula has at most {NumberText.Grouped(MostCharacters)} characters", text, MostCharacters);
        var tokens = new List<FormulaToken>();
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
                continue;
            }

            var start = at;
            if (IsDigit(c) || (c == '.' && at + 1 < text.Length && IsDigit(text[at + 1])))
                tokens.Add(Number(text, ref at));
            else if (IsLetter(c))
            {
                while (at < text.Length && (IsLetter(text[at]) || IsDigit(text[at])))
                    at++;
                tokens.Add(new(TokenKind.Name, text.Substring(start, at - start), 0, start));
            }
            else
                tokens.Add(Operator(text, ref at));
        }

        tokens.Add(new(TokenKind.End, "", 0, text.Length));
        return tokens;
    }

    private static FormulaToken Operator(string text, ref int at)
    {
        var start = at;
        var two = at + 1 < text.Length ? text.Substring(at, 2) : "";
        if (two is "<=" or ">=" or "**")
        {
            at += 2;
            return new(TokenKind.Operator, two is "**" ? "^" : two, 0, start);
        }

        var c = text[at++] switch { '\u2212' => '-', '\u00B7' or '\u00D7' => '*', '\u2264' => 'l', '\u2265' => 'g', var other => other };
        return c switch
        {
            'l' => new(TokenKind.Operator, "<=", 0, start),
            'g' => new(TokenKind.Operator, ">=", 0, start),
            '+' or '-' or '*' or '/' or '^' or '(' or ')' or ',' or '=' or '<' or '>' => new(TokenKind.Operator, c.ToString(), 0, start),
            _ => throw new FormulaException($"'{(char.IsControl(c) || char.IsSurrogate(c) ? '?' : c)}' has no meaning in a formula{Instead(c)}", text, start),
        };
    }

    private static string Instead(char c) => c switch
    {
        '\u00B2' => "; write '^2'",
        '\u00B3' => "; write '^3'",
        ';' => "; a ',' separates equations and bounds",
        '[' or ']' or '{' or '}' => "; terms are grouped by '(' and ')'",
        '\\' => "; it is plain text: 'A/N^alpha', 'exp(x)'",
        _ => "",
    };

    private static FormulaToken Number(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (IsDigit(text[at]) || text[at] == '.'))
            at++;
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            var exponent = at + 1;
            if (exponent < text.Length && text[exponent] is '+' or '-')
                exponent++;
            if (exponent < text.Length && IsDigit(text[exponent]))
            {
                at = exponent;
                while (at < text.Length && IsDigit(text[at]))
                    at++;
            }
        }

        var digits = text.Substring(start, at - start);
        if (at < text.Length && IsLetter(text[at]))
            throw new FormulaException($"'{digits}{text[at]}' is neither a number nor a name; a product needs a '*'", text, at);
        if (!double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || double.IsInfinity(value))
            throw new FormulaException($"'{digits}' is not a number", text, start);
        return new(TokenKind.Number, digits, value, start);
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsLetter(char c) => char.IsLetter(c) || c == '_';
}
