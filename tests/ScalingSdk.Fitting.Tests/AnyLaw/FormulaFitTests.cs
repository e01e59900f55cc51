using System.Globalization;
using System.Text;
using ScalingSdk.Fitting.AnyLaw;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Formulas;

namespace ScalingSdk.Fitting.Tests.AnyLaw;

public sealed class FormulaFitTests
{
    [Fact]
    public void Fit_RunsOfALaw_FindsItWithinItsErrors()
    {
        var fit = Fit("L = E + A/N^alpha + B/D^beta", Table(noise: 0.003));
        Assert.True(fit.Converged, "the optimum has a gradient of zero");
        foreach (var (name, truth) in new[] { ("E", 1.7), ("alpha", 0.34), ("beta", 0.37) })
        {
            var constant = fit.Constants.Single(constant => string.Equals(constant.Name, name, StringComparison.Ordinal));
            Assert.InRange((constant.Value - truth) / constant.StandardError, -4, 4);
        }

        Assert.Equal(0.003, fit.Noise, 3);
        Assert.InRange(fit.R2, 0.99, 1);
    }

    [Fact]
    public void Fit_OfManyRuns_IsTheOptimumOfAllOfThem_WithTheSpreadOfAll()
    {
        var random = new SplitMix64(7);
        var rows = Enumerable.Range(0, 12_000).Select(_ => (N: 5e7 * Math.Pow(250, random.NextDouble()), D: 1e9 * Math.Pow(250, random.NextDouble()), Error: 0.01 * random.NextNormal())).ToArray();
        var table = new RunTable(new Dictionary<string, double[]>(StringComparer.Ordinal)
        {
            ["N"] = [.. rows.Select(static row => row.N)],
            ["D"] = [.. rows.Select(static row => row.D)],
            ["L"] = [.. rows.Select(static row => (1.7 + (406 / Math.Pow(row.N, 0.34)) + (410 / Math.Pow(row.D, 0.28))) * Math.Exp(row.Error))],
        });
        var formula = Formula.Parse("L = E + A/N^alpha + B/D^beta");
        var fit = FormulaFit.Fit(formula, table, SymbolColumns.Of(formula, table), new() { Resamples = 400 });

        // Least squares with equal noise: the errors are known in closed form.
        Assert.True(fit is { Converged: true, Runs: 12_000, FreeDirections: [] }, "the optimum of all rows");
        Assert.InRange(fit.GradientCosine, 0, 1e-6);
        Assert.Contains("2,000 of the 12,000 runs", fit.DrawnFrom, StringComparison.Ordinal);
        Assert.All(fit.Constants, static constant => Assert.InRange((constant.Interval!.Value.High - constant.Interval.Value.Low) / (2 * 1.645 * constant.StandardError), 0.8, 1.25));
    }

    [Fact]
    public void Fit_ACollinearConstant_NamesTheFreeDirection()
    {
        var fit = Fit("ln_L = a + b*log(N) + c*log(D) + d*(log(N) - log(D))", Table(noise: 0.003));
        var direction = Assert.Single(fit.FreeDirections);
        Assert.Equal("'b', 'c', 'd' are free together: the runs determine only a combination of them", direction);
        Assert.True(fit.Constants.Single(static constant => constant.Name is "a").Identified, "the constant term is identified");
    }

    [Fact]
    public void Fit_AnOptimumAtABound_SaysSo()
    {
        var fit = Fit("L = E + A/N^alpha + B/D^beta, E > 1.9, A > 0, B > 0", Table(noise: 0.003));
        Assert.Equal("at its bound", fit.Constants.Single(static constant => constant.Name is "E").Remark);
    }

    [Fact]
    public void Fit_SeveralEquations_ShareTheirConstants()
    {
        var fit = Fit("L = E + A/N^alpha, M = 2*E + B/D^alpha", Table(noise: 0));
        Assert.Equal(["E", "A", "alpha", "B"], fit.Constants.Select(static constant => constant.Name));
    }

    [Fact]
    public void Fit_Resamples_GiveIntervalsAroundTheOptimum()
    {
        var table = Table(noise: 0.003);
        var formula = Formula.Parse("L = E + A/N^alpha + B/D^beta");
        var fit = FormulaFit.Fit(formula, table, SymbolColumns.Of(formula, table), new() { Resamples = 200 });
        Assert.All(fit.Constants, static constant => Assert.True(
            constant.Interval is { } interval && interval.Low < constant.Value && constant.Value < interval.High, $"'{constant.Name}' lies outside of its interval"));
    }

    [Fact]
    public void Create_TwoLaws_GivesTheTrueOneTheWeight()
    {
        var table = Table(noise: 0.003);
        var comparison = LawComparison.Create([Fit("L = E + A/N^alpha", table), Fit("L = E + A/N^alpha + B/D^beta", table)]);
        Assert.InRange(comparison.Weights[1], 0.999, 1);
    }

    [Fact]
    public void Average_OfTwoLaws_LiesWhereTheWeightsPutIt()
    {
        var table = Table(noise: 0.003);
        var comparison = LawComparison.Create([Fit("L = E + A/N^alpha", table), Fit("L = E + A/N^alpha + B/D^beta", table)]);
        var values = new Dictionary<string, double>(StringComparer.Ordinal) { ["N"] = 1e9, ["D"] = 2e10 };
        Assert.Equal(comparison.Fits.Zip(comparison.Weights, (fit, weight) => weight * fit.Predict(values)).Sum(), comparison.Average(values)!.Value, 12);
        values.Remove("D");
        Assert.Null(comparison.Average(values));
    }

    [Theory]
    [InlineData("L = E + A/N^alpha + B/D^beta", 0.99, 1)]
    [InlineData("L = E + A/N^alpha", double.NegativeInfinity, 0.9)]
    public void Fit_TheDearestTenth_IsPredictedByTheTrueLawAlone(string law, double least, double most)
    {
        var held = Fit(law, Table(noise: 0.0003)).HeldOut!;
        Assert.Equal(8, held.Runs);
        Assert.InRange(held.R2, least, most);
    }

    [Theory]
    [InlineData("L = a + b*log(x)", "x=ln_L", 15, "the logarithm of 'x' has no value where 'ln_L' is")]
    [InlineData("L = a + b*x^c", "x=ln_L", 11, "a power of 'x' has no value where 'ln_L' is")]
    public void Of_AFunctionWithoutAValue_PointsAtItsOperand(string law, string column, int character, string message)
    {
        var formula = Formula.Parse(law);
        var table = RunTable.Read("N,L,ln_L\n1e6,3.1,0.5\n2e6,3,-0.1\n");
        var error = Assert.Throws<FormulaException>(() => SymbolColumns.Of(formula, table, new Dictionary<string, string>(StringComparer.Ordinal) { ["x"] = column[2..] }));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(character, error.Position + 1);
    }

    [Theory]
    [InlineData("L = a + b*log(-x)", 15, "the logarithm of this term has no value where it is -0.5 (row 1 of 'runs')")]
    [InlineData("L = a + b/0", 11, "a division by this term has no value where it is 0 (row 1 of 'runs')")]
    [InlineData("L = a + b/(x - x)", 14, "a division by this term has no value where it is 0")]
    [InlineData("L = a + b/zero^2", 15, "a division by this term has no value where it is 0")]
    [InlineData("L = a + b/zero", 11, "a division by 'zero' has no value where 'zero' is 0")]
    [InlineData("L = a + b*2^N", 12, "this term has no value where it is larger than any number")]
    [InlineData("L = a + b*exp(N*x)", 11, "this term has no value where it is larger than any number")]
    public void Of_ATermWithoutAValueOnARow_PointsAtIt(string law, int character, string message)
    {
        var error = Assert.Throws<FormulaException>(() => SymbolColumns.Of(Formula.Parse(law), RunTable.Read("N,L,x,zero\n1e6,3.1,0.5,0\n2e6,3,0.1,0\n")));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
        Assert.Equal(character, error.Position + 1);
    }

    [Theory]
    [InlineData("L = N", "the formula has no constant to fit")]
    [InlineData("L = 3", "the formula has no constant to fit")]
    [InlineData("L = E + A", "the formula has no variable: none of 'E', 'A' is a column of 'runs'")]
    [InlineData("L = E + A/n^a", "the formula has no variable")]
    [InlineData("L = E + A/N^a, N > 0", "'N' has a bound, which is for constants, but is the column 'N' of 'runs'; leave the bound out")]
    [InlineData("L = E + A/N^a + B/params^b", "'params' would be a constant")]
    [InlineData("L = E + A/N^a + B/tokens^b", "'tokens' would be a constant; where it is the column 'n_tokens' of 'runs', write '--column tokens=n_tokens', otherwise '--constants tokens'")]
    [InlineData("L = E + A/N^a + name", "'name' is a column of text in 'runs'")]
    public void Of_SymbolsThatLeaveNothingToFit_SaysWhatToType(string law, string message)
    {
        var table = RunTable.Read("N,L,n_tokens,name,model_size\n1e6,3.1,1e9,a,1e6\n2e6,3,2e9,b,2e6\n");
        var error = Assert.Throws<FormatException>(() => SymbolColumns.Of(Formula.Parse(law), table));
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ASingleLetterBesideAColumn_IsAConstant() =>
        Assert.Contains("c", SymbolColumns.Of(Formula.Parse("L = c + A/N^a"), RunTable.Read("N,C,L\n1e6,1e15,3.1\n2e6,2e15,3\n")).Constants);

    [Fact]
    public void Fit_ConstantsThatNothingDetermines_AreNamedOnce()
    {
        var fit = Fit("L = E + F + G + A/N^alpha + B/D^beta", Table(noise: 0.003));
        Assert.Equal("'E', 'F', 'G' are free together: the runs determine only a combination of them", Assert.Single(fit.FreeDirections));
    }

    // B/(D^b + c) + E is the same function with -b: the positive constants are given, the others named.
    [Fact]
    public void Fit_ALawThatSaysTheSameWithOtherConstants_GivesThePositiveOnes()
    {
        double[] tokens = [.. Enumerable.Range(0, 25).Select(static i => 1e3 * Math.Pow(1e5, i / 24.0))];
        var table = new RunTable(new Dictionary<string, double[]>(StringComparer.Ordinal)
        {
            ["D"] = tokens,
            ["L"] = [.. tokens.Select(static d => 1.5 + (350 / (Math.Pow(d, 0.45) + 420)))],
        });
        var fit = Fit("L = B/(D^b + c) + E", table);
        Assert.Equal(0.45, fit.Constants.Single(static constant => constant.Name is "b").Value, 5);
        Assert.StartsWith("other constants give the same optimum", Assert.Single(fit.FreeDirections), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lr", "tokens", "'lr' stands for a learning rate, but the column 'tokens' holds tokens")]
    [InlineData("lr", "x", "'lr' stands for a learning rate, but the column 'x' of 'runs' goes up to 2B")]
    [InlineData("N", "tokens", "'N' stands for parameters, but the column 'tokens' holds tokens")]
    public void Of_AColumnOfAnotherKind_IsRefused(string symbol, string column, string message)
    {
        var table = RunTable.Read("x,tokens,L\n1e9,1e9,3.1\n2e9,2e9,3\n");
        var error = Assert.Throws<FormatException>(() => SymbolColumns.Of(
            Formula.Parse($"L = a + b*log({symbol})"), table, new Dictionary<string, string>(StringComparer.Ordinal) { [symbol] = column }));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_ABowlInTwoSettings_IsItsBottom()
    {
        var columns = Enumerable.Range(0, 100).Select(static i => (Lr: 1e-4 * Math.Pow(100, (i % 10) / 9.0), Batch: 1e5 * Math.Pow(100, (i / 10) / 9.0))).ToList();
        double[] losses = [.. columns.Select(static c => 2 + (0.1 * Square(Math.Log(c.Lr / 1.3e-3))) + (0.05 * Square(Math.Log(c.Batch / 7e5))))];
        var table = new RunTable(new Dictionary<string, double[]>(StringComparer.Ordinal)
        {
            ["lr"] = [.. columns.Select(static c => c.Lr)],
            ["bsz"] = [.. columns.Select(static c => c.Batch)],
            ["L"] = losses,
        });
        var fit = Fit("L = c + a*(log(lr) - u)^2 + b*(log(bsz) - v)^2", table);
        var best = BestSettings.Find(fit, ["lr", "bsz"], new Dictionary<string, double>(StringComparer.Ordinal));
        Assert.Equal(1, best.Settings["lr"] / 1.3e-3, 4);
        Assert.Equal(1, best.Settings["bsz"] / 7e5, 4);
        Assert.Empty(best.AtRange);
    }

    [Fact]
    public void Read_Csv_LeavesColumnsOfTextOut()
    {
        var table = RunTable.Read("name,N,loss\na,1e6,3.1\nb,2e6,\n");
        Assert.Equal(["N", "loss"], table.Columns);
        Assert.True(double.IsNaN(table["loss"][1]), "an empty cell is not a number");
    }

    private static double Square(double x) => x * x;

    private static FittedFormula Fit(string text, RunTable table)
    {
        var formula = Formula.Parse(text);
        return FormulaFit.Fit(formula, table, SymbolColumns.Of(formula, table));
    }

    private static RunTable Table(double noise)
    {
        var random = SplitMix64.Stream(3, 0);
        var text = new StringBuilder("N,D,L,M,ln_L\n");
        for (var i = 0; i < 80; i++)
        {
            double n = 1e7 * Math.Pow(1000, (i % 10) / 9.0), d = 1e9 * Math.Pow(300, (i / 10) / 7.0);
            var loss = (1.7 + (400 / Math.Pow(n, 0.34)) + (2000 / Math.Pow(d, 0.37))) * Math.Exp(noise * random.NextNormal());
            text.Append(CultureInfo.InvariantCulture, $"{n:r},{d:r},{loss:r},{3.4 + (900 / Math.Pow(d, 0.3)):r},{Math.Log(loss):r}\n");
        }

        return RunTable.Read(text.ToString());
    }
}
