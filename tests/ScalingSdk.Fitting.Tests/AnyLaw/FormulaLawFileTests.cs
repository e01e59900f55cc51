using ScalingSdk.Fitting.AnyLaw;
using ScalingSdk.Formulas;
using ScalingSdk.Specs;

namespace ScalingSdk.Fitting.Tests.AnyLaw;

/// <summary>A fitted formula as a file: what is read back is the law that was fitted, or says why it does not plan.</summary>
public sealed class FormulaLawFileTests
{
    private static RunTable Table => RunTable.Read(
        "N,D,loss\n" + string.Concat(Enumerable.Range(0, 36).Select(static i => Row(i, 1e7 * Math.Pow(4, i % 6), 5e8 * Math.Pow(3, i / 6)))), "runs.csv");

    [Fact]
    public void Write_AFormula_IsReadAsTheLawThatWasFitted()
    {
        var fit = Fit("L = E + A*exp(-alpha*log(N)) + B/D^beta");

        var reading = LawFile.Read(FormulaLawFile.Write(fit, "mine", "runs.csv"));

        Assert.Empty(reading.Problems);
        var law = reading.Law!;
        var expected = fit["E"] + (fit["A"] * Math.Pow(3e7, -fit["alpha"])) + (fit["B"] * Math.Pow(5e9, -fit["beta"]));
        Assert.Equal(expected, law.Surface!.Loss(new(3e7), new(5e9)).Value.NatsPerToken, 1e-9);
        Assert.Equal(1e7, law.Info.Range.Parameters.Least);
    }

    [Fact]
    public void Write_ConstantsThatTheRunsLeaveFree_AreNamedAndDoNotPlan()
    {
        var reading = LawFile.Read(FormulaLawFile.Write(Fit("L = E + A*G/N^alpha + B/D^beta"), "mine", "runs.csv"));

        Assert.Null(reading.Law);
        Assert.Contains("the runs of this law do not determine 'A', 'G': it does not plan", Assert.Single(reading.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_AVariableThatTheTableLacks_IsNotTakenForAConstant()
    {
        var table = RunTable.Read("N,C,loss\n1e7,1e18,3.1\n2e7,2e18,3.0\n", "runs.csv");

        var problem = Assert.Throws<FormatException>(() => SymbolColumns.Of(Formula.Parse("L = E + A/N^alpha + B/D^beta"), table));

        Assert.Contains("'D' would be a constant", problem.Message, StringComparison.Ordinal);
        Assert.Contains("D", SymbolColumns.Of(Formula.Parse("L = E + D/N^alpha"), table, constants: ["E", "D", "alpha"]).Constants);
    }

    private static FittedFormula Fit(string formula) => FormulaFit.Fit(Formula.Parse(formula), Table, SymbolColumns.Of(Formula.Parse(formula), Table));

    // Off the law by up to 0.2 %.
    private static string Row(int i, double n, double d) => FormattableString.Invariant($"{n},{d},{(1.7 + (400 / Math.Pow(n, 0.34)) + (2000 / Math.Pow(d, 0.37))) * (1 + (0.002 * Math.Sin(7 * i)))}\n");
}
