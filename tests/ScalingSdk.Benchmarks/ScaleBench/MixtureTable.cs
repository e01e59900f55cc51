using System.Globalization;
using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Fitting.Projection;
using ScalingSdk.Formulas;

namespace ScalingSdk.Benchmarks.ScaleBench;

/// <summary>
/// Fits the mixtures of ScaleBench, five losses by five shares, as one formula of five equations: the form of Ye et al. 2024. Prints the
/// R2 of the runs that were fitted, and of each tenth left out in turn.
/// </summary>
internal static class MixtureTable
{
    private const int Domains = 5;
    private const int Parts = 10;

    // The shares add up to one: a factor before the exponential would be in every t.
    private static readonly Formula Law = Formula.Parse(string.Join(", ", Enumerable.Range(1, Domains).Select(static i =>
        FormattableString.Invariant($"L{i} = c{i} + exp({string.Join(" + ", Enumerable.Range(1, Domains).Select(j => FormattableString.Invariant($"t{i}{j}*r{j}")))}), c{i} > 0"))));

    internal static void Run(string folder)
    {
        var table = BenchTable.Read(Path.Combine(folder, "domain_mixture.train.csv"));
        List<(double Observed, double Predicted)> fitted = [], held = [];
        foreach (var group in table.Groups.Distinct(StringComparer.Ordinal))
        {
            var runs = table.Of(group);
            var all = Enumerable.Range(0, runs.Count).ToArray();
            fitted.AddRange(Predict(runs, runs));
            for (var part = 0; part < Parts; part++)
                held.AddRange(Predict(runs.Rows([.. all.Where(i => i % Parts != part)]), runs.Rows([.. all.Where(i => i % Parts == part)])));
            Console.WriteLine($"{group}: {runs.Count} runs");
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"R2 of all groups: {Explained(fitted):0.0000} of the runs that were fitted, {Explained(held):0.0000} of a tenth left out in turn; published with all data 0.81 on its test split"));
    }

    private static IEnumerable<(double Observed, double Predicted)> Predict(BenchTable train, BenchTable test)
    {
        List<string> constants = [.. Law.Symbols.Where(static name => name[0] != 'r')];
        Func<string, double[]> In(BenchTable runs) => name => runs[$"proportion_domain_{name[1..]}"];
        double[][] Losses(BenchTable runs) => [.. Enumerable.Range(1, Domains).Select(i => runs[FormattableString.Invariant($"loss_domain_{i}")])];
        var found = FormulaSearch.Run(Law, constants, Law.Bounds, train.Count, In(train), Losses(train), null, Penalty.Squares, ResidualScale.Linear, seed: 0);
        var model = LawModel.Bind(Law, constants, test.Count, In(test));
        var predictions = new double[model.Rows];
        model.Evaluate(found.Theta, predictions, null);
        var losses = Losses(test);
        return Enumerable.Range(0, Domains).SelectMany(equation => Enumerable.Range(0, test.Count).Select(run => (losses[equation][run], predictions[model.Row(equation, run)])));
    }

    private static double Explained(List<(double Observed, double Predicted)> all)
    {
        var mean = all.Average(static pair => pair.Observed);
        return 1 - (all.Sum(static pair => Square(pair.Observed - pair.Predicted)) / all.Sum(pair => Square(pair.Observed - mean)));
    }

    private static double Square(double value) => value * value;
}
