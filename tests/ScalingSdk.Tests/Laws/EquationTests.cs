using ScalingSdk.Laws;
using ScalingSdk.Tool.LawValues;

namespace ScalingSdk.Tests.Laws;

public sealed class EquationTests
{
    public static TheoryData<string> Laws => [.. LawRegistry.All.Select(static law => law.Info.Id)];

    [Theory, MemberData(nameof(Laws))]
    public void Equation_OneConstantChanged_ValueAndTextMoveTogether(string id)
    {
        foreach (var equation in LawRegistry.Find(id)!.Info.Equations)
        {
            foreach (var constant in equation.Constants)
            {
                var moved = equation.With(constant.Name, constant.Value == 0 ? 0.01 : constant.Value * 1.01);

                Assert.True(moved.Text != equation.Text && moved.Template == equation.Template, $"'{constant.Name}' of {equation} does not move its text");
                Assert.True(Value(moved) != Value(equation), $"'{constant.Name}' of {equation} does not move its value");
            }
        }
    }

    [Theory, MemberData(nameof(Laws))]
    public void Equation_SymbolsAndValues_GiveOneNumber(string id) => Assert.All(LawRegistry.Find(id)!.Info.Equations, static equation =>
        Assert.Equal(1, PrintedFormula.Evaluate(equation.Template, Inputs(equation, [.. equation.Constants])) / Value(equation), 9));

    [Fact]
    public void ToString_OfAShortAndALongEquation_ShowsValuesOrSymbols()
    {
        Assert.Equal("(4.4) D(N) = 5e3 N^0.74", Kaplan2020.Law.Info.Equations.First(static e => e.Number is "4.4").ToString());
        Assert.Equal(
            "(2) L(N, D) = E + A/N^alpha + B/D^beta, E 1.8172, A 482.01, alpha 0.3478, B 2085.43, beta 0.3658",
            Besiroglu2024.Law.Info.Equations[0].ToString());
    }

    [Theory]
    [InlineData("2 x^2 / 4 - 1", 7)]
    [InlineData("-x^-1", -0.25)]
    [InlineData("2e1 (x + 1) sqrt(x)", 200)]
    [InlineData("min(x, 3) exp(ln(2)) log10(1e2) log2(8)", 36)]
    [InlineData("2^3^0", 2)]
    public void Evaluate_Grammar_IsThatOfArithmetic(string text, double value) =>
        Assert.Equal(value, PrintedFormula.Evaluate(text, new Dictionary<string, double> { ["x"] = 4 }), 12);

    [Theory]
    [InlineData("2 +")]
    [InlineData("y")]
    [InlineData("(2")]
    [InlineData("2)")]
    public void Evaluate_NoFormula_Throws(string text) =>
        Assert.Throws<FormatException>(() => PrintedFormula.Evaluate(text, new Dictionary<string, double>()));

    private static double Value(Equation equation) => PrintedFormula.Evaluate(equation.Expression, Inputs(equation, []));

    // Any positive numbers do: large counts, a loss, a ratio below 1.
    private static Dictionary<string, double> Inputs(Equation equation, Constant[] constants)
    {
        var inputs = constants.ToDictionary(static constant => constant.Name, static constant => constant.Value, StringComparer.Ordinal);
        for (var i = 0; i < equation.Inputs.Count; i++)
        {
            var input = equation.Inputs[i];

            // Less for each input after the first: an equation of two equal ones may not feel its constants.
            inputs[input.Name] = Math.Pow(0.9, i) * input.Unit switch
            {
                "parameters" => 7e8,
                "tokens" or "steps" => 1e10,
                "FLOP" => 1e21,
                "unused share" or "share of zeros" => 0.5,
                _ => 3,
            };
        }

        return inputs;
    }
}
