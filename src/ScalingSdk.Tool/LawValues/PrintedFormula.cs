using System.Globalization;

namespace ScalingSdk.Tool.LawValues;

/// <summary>Evaluates a printed formula: arithmetic, a space for a product, and exp, ln, log2, log10, sqrt and min.</summary>
internal sealed class PrintedFormula
{
    private readonly string _text;
    private readonly IReadOnlyDictionary<string, double> _values;
    private int _at;

    private PrintedFormula(string text, IReadOnlyDictionary<string, double> values)
    {
        _text = text;
        _values = values;
    }

    /// <summary>The value of a formula with these inputs.</summary>
    /// <exception cref="FormatException">The text is not a formula, or an input is missing.</exception>
    public static double Evaluate(string text, IReadOnlyDictionary<string, double> values)
    {
        var reader = new PrintedFormula(text, values);
        var value = reader.Sum();
        return reader._at == text.Length ? value : throw reader.Fails("an operator");
    }

    private double Sum()
    {
        var sum = Product();
        while (true)
        {
            if (Take('+'))
                sum += Product();
            else if (Take('-'))
                sum -= Product();
            else
                return sum;
        }
    }

    private double Product()
    {
        var product = Signed();
        while (true)
        {
            if (Take('*'))
                product *= Signed();
            else if (Take('/'))
                product /= Signed();
            else if (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] == '('))
                product *= Power();
            else
                return product;
        }
    }

    private double Signed() => Take('-') ? -Signed() : Power();

    private double Power()
    {
        var value = Atom();
        return Take('^') ? Math.Pow(value, Signed()) : value;
    }

    private double Atom()
    {
        if (Take('('))
            return Closed(Sum());
        if (_at >= _text.Length)
            throw Fails("a value");
        return char.IsDigit(_text[_at]) ? Number() : Named();
    }

    private double Closed(double value) => Take(')') ? value : throw Fails("')'");

    private double Number()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsDigit(_text[_at]) || _text[_at] == '.' || IsExponent()))
            _at += _text[_at] == 'e' ? 2 : 1;
        var number = double.Parse(_text.AsSpan(start, _at - start), CultureInfo.InvariantCulture);
        Space();
        return number;
    }

    // "2e3", not "2 e".
    private bool IsExponent() => _text[_at] == 'e' && _at + 1 < _text.Length && (char.IsDigit(_text[_at + 1]) || _text[_at + 1] == '-');

    private double Named()
    {
        var start = _at;
        while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || _text[_at] is '_' or '\''))
            _at++;
        var name = _text[start.._at];
        Space();
        return name switch
        {
            "" => throw Fails("a value"),
            "exp" => Math.Exp(Argument()),
            "ln" => Math.Log(Argument()),
            "log2" => Math.Log2(Argument()),
            "log10" => Math.Log10(Argument()),
            "sqrt" => Math.Sqrt(Argument()),
            "min" => Least(),
            _ => _values.TryGetValue(name, out var value) ? value : throw Fails($"a value of '{name}'"),
        };
    }

    private double Argument() => Take('(') ? Closed(Sum()) : throw Fails("'('");

    private double Least()
    {
        if (!Take('('))
            throw Fails("'('");
        var least = Sum();
        while (Take(','))
            least = Math.Min(least, Sum());
        return Closed(least);
    }

    private bool Take(char sign)
    {
        Space();
        if (_at >= _text.Length || _text[_at] != sign)
            return false;
        _at++;
        Space();
        return true;
    }

    private void Space()
    {
        while (_at < _text.Length && _text[_at] == ' ')
            _at++;
    }

    private FormatException Fails(string expected) => new(FormattableString.Invariant($"{expected} is missing at {_at} of '{_text}'"));
}
