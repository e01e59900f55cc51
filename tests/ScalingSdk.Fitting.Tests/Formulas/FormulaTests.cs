using CsCheck;
using ScalingSdk.Formulas;

namespace ScalingSdk.Fitting.Tests.Formulas;

public sealed class FormulaTests
{
    [Theory]
    [InlineData("L = E + A/N^alpha + B/D^beta", "E,A,N,alpha,B,D,beta")]
    [InlineData("E + A/N^alpha", "E,A,N,alpha")]
    [InlineData("L = c0 + A*(N*E^g)^(-a), 0 < a < 2, A >= 0", "c0,A,N,E,g,a")]
    [InlineData("L1 = a*x, L2 = a*z + b", "a,x,z,b")]
    public void Parse_AFormula_FindsItsSymbolsInOrder(string text, string symbols) =>
        Assert.Equal(symbols, string.Join(",", Formula.Parse(text).Symbols));

    [Theory]
    [InlineData("L = E + A/", 11, "expected a number, a name or '(' instead of the end of the formula")]
    [InlineData("L = (a + b", 11, "expected ')' for the '(' at character 5")]
    [InlineData("L = a + b)", 10, "expected an operator or ',' instead of ')'")]
    [InlineData("L = 2a", 6, "a product needs a '*'")]
    [InlineData("L = sin(x)", 5, "there is no function 'sin'")]
    [InlineData("L = a(x)", 5, "there is no function 'a'")]
    [InlineData("L = exp", 5, "write 'exp(...)'")]
    [InlineData("L = min(a)", 10, "'min' takes 2 operands")]
    [InlineData("L = exp(a, b)", 10, "'exp' takes one operand")]
    [InlineData("L = a $ b", 7, "'$' has no meaning in a formula")]
    [InlineData("L = 1.2.3", 5, "'1.2.3' is not a number")]
    [InlineData("L = a, b > 0", 8, "'b' has a bound but is not in the formula")]
    [InlineData("L = a, 2 < a < 1", 12, "leave it no value")]
    [InlineData("L = a, a > b", 12, "expected a number instead of 'b'")]
    [InlineData("L = L + 1", 5, "'L' is predicted and cannot predict")]
    [InlineData("L = a, L = b", 8, "'L' has two equations")]
    [InlineData("L = a,", 7, "expected an equation or a bound after ','")]
    [InlineData("", 1, "the formula is empty; write one such as 'L = E + A/N^alpha'")]
    [InlineData("L == a", 4, "write one '='")]
    [InlineData("L = a = b", 7, "an equation has one '='")]
    [InlineData("log(L) = a + b*x", 8, "left of '=' stands a single name, such as 'L = ...'")]
    [InlineData("L(N, D) = a/N", 2, "left of '=' stands the name alone: 'L = ...'")]
    [InlineData("L = a N^-b", 7, "instead of 'N'; a product needs a '*'")]
    [InlineData("L = a*(b + c) (d)", 15, "a product needs a '*'")]
    [InlineData("L = pow(N, a)", 5, "there is no function 'pow'; write 'x^y'")]
    [InlineData("L = log2(N)", 5, "there is no function 'log2'; write 'log(x)/log(2)'")]
    [InlineData("L = sigmoid(N)", 5, "write '1/(1 + exp(-x))'")]
    [InlineData("L = a + b*N, b = 3", 9, "'b' has one value: write the number in its place")]
    [InlineData("L = a*N\u00B2", 8, "'\u00B2' has no meaning in a formula; write '^2'")]
    [InlineData("L = a/N; b > 0", 8, "a ',' separates equations and bounds")]
    [InlineData("L = \\frac{a}{N}", 5, "it is plain text")]
    [InlineData("L = a[1]/N", 6, "terms are grouped by '(' and ')'")]
    [InlineData("L = a/1e400", 7, "'1e400' is not a number")]
    [InlineData("= a/N", 1, "expected a number, a name or '(' instead of '='")]
    [InlineData("exp = a", 1, "is a function and cannot be predicted")]
    public void Parse_AWrongFormula_PointsAtTheCharacter(string text, int character, string message)
    {
        var error = Assert.Throws<FormulaException>(() => Formula.Parse(text));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(character, error.Position + 1);
        Assert.Contains("^", error.Excerpt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(101)]
    public void Parse_DeepNesting_IsAnErrorNotAnOverflow(int depth)
    {
        Assert.Throws<FormulaException>(() => Formula.Parse(new string('(', depth) + "x" + new string(')', depth)));
        Assert.Throws<FormulaException>(() => Formula.Parse(new string('-', depth) + "x"));
    }

    [Fact]
    public void Parse_Bounds_KeepBothSides()
    {
        var bounds = Formula.Parse("L = A*x^-a + b, A > 0, 0 < a < 2, -1.5 <= b, b <= 1e3").Bounds;
        Assert.Equal(new(0, double.PositiveInfinity), bounds["A"]);
        Assert.Equal(new(0, 2), bounds["a"]);
        Assert.Equal(new(-1.5, 1e3), bounds["b"]);
    }

    [Fact]
    public void Parse_RandomText_GivesAFormulaOrAFormulaException()
    {
        string[] parts = ["a", "N", "(", ")", "+", "-", "*", "/", "^", ",", "=", "<", "2", "1e5", ".", "exp(", "min(", " ", "\u00e9", "\u0001"];
        Gen.Int[0, parts.Length - 1].Array[0, 12].Sample(chosen =>
        {
            var text = string.Concat(chosen.Select(i => parts[i]));
            try
            {
                Formula.Parse(text);
            }
            catch (FormulaException error)
            {
                Assert.InRange(error.Position, 0, text.Length);
            }
        });
    }
}
