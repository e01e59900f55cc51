using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Fitting.Projection;
using ScalingSdk.Formulas;

namespace ScalingSdk.Fitting.Tests.Projection;

public sealed class FormulaSearchTests
{
    private const int Count = 60;
    private static readonly double[] N = [.. Enumerable.Range(0, Count).Select(static i => 1e7 * Math.Pow(1000, (i % 10) / 9.0))];
    private static readonly double[] D = [.. Enumerable.Range(0, Count).Select(static i => 1e9 * Math.Pow(300, (i / 10) / 5.0))];

    [Theory]
    [InlineData("E + A/N^alpha + B/D^beta", "E=1.7,A=400,alpha=0.34,B=2000,beta=0.37")]
    [InlineData("E + exp(a - alpha*log(N)) + exp(b - beta*log(D))", "E=1.7,a=6,alpha=0.34,b=7.6,beta=0.37")]
    [InlineData("E + (A/N^alpha)*(1 + C*D^beta)", "E=1.5,A=400,alpha=0.3,C=300,beta=-0.4")]
    [InlineData("E + A*max(N^(-alpha*q) + (k*D)^(-alpha*q), 1e-300)^(1/q)", "E=1.5,A=400,alpha=0.3,q=2.5,k=0.01")]
    [InlineData("softplus(a)*N^(-alpha) + tanh(E)*(log(D) - (m + k*log(N)))^2 + c", "a=300,alpha=0.3,E=0.01,m=10,k=0.6,c=2")]
    public void Run_RunsWithoutNoise_FindsTheLaw(string text, string truth)
    {
        var (formula, constants, values) = Read(text, truth);
        var losses = Losses(formula, constants, values);
        var found = Search(formula, constants, losses, Penalty.Squares, ResidualScale.Linear, seed: 1);
        Assert.True(found.Solution.Value < 1e-16 * Count, FormattableString.Invariant($"'{text}' ends at {found.Solution.Value}, reached {found.Reached} of {found.Starts}"));
        Assert.InRange(found.Reached, 1, found.Starts);
    }

    [Theory]
    [InlineData(ResidualScale.Log)]
    [InlineData(ResidualScale.Linear)]
    public void Run_AnotherSeed_FindsTheSameOptimum(ResidualScale scale)
    {
        var (formula, constants, values) = Read("E + A/N^alpha + B/D^beta", "E=1.7,A=400,alpha=0.34,B=2000,beta=0.37");
        var losses = Noisy(Losses(formula, constants, values));
        var ends = Enumerable.Range(0, 3).Select(seed => Search(formula, constants, losses, Penalty.Squares, scale, seed).Solution.Value).ToList();
        Assert.All(ends, end => Assert.Equal(1, end / ends[0], 8));
    }

    [Fact]
    public void Run_AHuberPenaltyOnLogarithms_AgreesWithTheChinchillaSolver()
    {
        var (formula, constants, values) = Read("E + A/N^alpha + B/D^beta", "E=1.7,A=400,alpha=0.34,B=2000,beta=0.37");
        var losses = Noisy(Losses(formula, constants, values));
        var runs = losses.Select((loss, i) => new TrainingRun { Parameters = N[i], Tokens = D[i], Loss = loss }).ToList();
        var known = LawFit.Chinchilla(runs).Diagnostics!.Objective;
        var found = Search(formula, constants, losses, Penalty.Huber, ResidualScale.Log, seed: 0);
        Assert.Equal(1, found.Solution.Value / known, 6);
    }

    [Fact]
    public void Run_AnOptimumOutsideOfTheBounds_StopsAtTheBound()
    {
        var (formula, constants, values) = Read("E + A/N^alpha + B/D^beta, 2 < E, A > 0, B > 0", "E=1.7,A=400,alpha=0.34,B=2000,beta=0.37");
        var found = Search(formula, constants, Losses(formula, constants, values), Penalty.Squares, ResidualScale.Linear, seed: 0);
        Assert.Equal(2, found.Theta[constants.IndexOf("E")], 12);
        Assert.True(found.Solution.Converged, "an optimum at a bound is an optimum");
    }

    private static LawOptimum Search(Formula formula, List<string> constants, double[] losses, Penalty penalty, ResidualScale scale, int seed) =>
        FormulaSearch.Run(formula, constants, formula.Bounds, Count, Column, [losses], null, penalty, scale, seed);

    private static double[] Column(string name) => name is "N" ? N : D;

    private static (Formula Formula, List<string> Constants, double[] Values) Read(string text, string truth)
    {
        var pairs = truth.Split(',').Select(static pair => pair.Split('=')).ToList();
        return (Formula.Parse("L = " + text), pairs.ConvertAll(static pair => pair[0]), [.. pairs.Select(static pair => double.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture))]);
    }

    private static double[] Losses(Formula formula, List<string> constants, double[] values)
    {
        var model = ScalingSdk.Fitting.Compiled.LawModel.Bind(formula, constants, Count, Column);
        var predictions = new double[model.Rows];
        model.Evaluate(values, predictions, null);
        return [.. predictions.Take(Count)];
    }

    private static double[] Noisy(double[] losses)
    {
        var random = SplitMix64.Stream(7, 0);
        return [.. losses.Select(loss => loss * Math.Exp(0.01 * random.NextNormal()))];
    }
}
