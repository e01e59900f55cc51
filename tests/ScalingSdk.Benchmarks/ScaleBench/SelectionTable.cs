using System.Diagnostics;
using System.Globalization;
using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Fitting.Experiments;
using ScalingSdk.Formulas;

namespace ScalingSdk.Benchmarks.ScaleBench;

/// <summary>
/// Buys the runs of a ScaleBench task one at a time by <see cref="ExperimentChoice"/> and prints the test R2 at each budget beside the
/// published best. Losses of runs that are not bought are never read.
/// </summary>
internal static class SelectionTable
{
    private static readonly Dictionary<string, string> Published = new(StringComparer.Ordinal)
    {
        ["parallel"] = "-1.00 / 0.77 / 0.99",
        ["moe"] = "0.59 / 0.65 / 0.83",
        ["data_constrained"] = "0.73 / 0.85 / 0.86",
        ["lr_bsz"] = "-0.66 / 0.00 / 0.22",
    };

    internal static void Run(string folder, string[] options)
    {
        var repeats = OptimaTable.Number(options, "--repeats", 10);
        var task = OptimaTable.Text(options, "--task");
        var only = OptimaTable.Text(options, "--law");
        foreach (var laws in BenchLaw.Read(folder).Where(law => only is null || string.Equals(law.Name, only, StringComparison.Ordinal)).GroupBy(static law => law.File))
        {
            var test = Path.Combine(folder, laws.Key + ".test.csv");
            if ((task is not null && !laws.Key.StartsWith(task, StringComparison.Ordinal)) || !File.Exists(test))
                continue;
            var (train, held) = (BenchTable.Read(Path.Combine(folder, laws.Key + ".train.csv")), BenchTable.Read(test));
            var watch = Stopwatch.StartNew();
            var scores = laws.SelectMany(law => Enumerable.Range(0, repeats).Select(seed => (Law: law, Seed: seed))).AsParallel()
                .Select(episode => (episode.Law.Name, Scores: Episode(episode.Law, train, held, episode.Seed))).ToList();
            foreach (var law in scores.GroupBy(static score => score.Name))
                Console.WriteLine($"  {laws.Key} {law.Key,-6} {Means([.. law.Select(static score => score.Scores)])}");
            Console.WriteLine($"{laws.Key}: {Means([.. scores.Select(static score => score.Scores)])}; published best {Published.GetValueOrDefault(laws.Key)}; {watch.Elapsed.TotalSeconds.ToString("0", CultureInfo.InvariantCulture)} s");
        }
    }

    private static string Means(IReadOnlyList<double[]> scores) =>
        string.Join(" / ", Enumerable.Range(0, scores[0].Length).Select(c => scores.Average(score => score[c]).ToString("0.00", CultureInfo.InvariantCulture)));

    private static double[] Episode(BenchLaw law, BenchTable train, BenchTable test, int seed)
    {
        var parts = train.Groups.Distinct(StringComparer.Ordinal).Select(group => Buy(law, train.Of(group), test.Of(group), seed)).ToList();
        var observed = train.Groups.Distinct(StringComparer.Ordinal).SelectMany(group => test.Of(group)[law.Target]).ToArray();
        return [.. law.Checkpoints.Select((_, c) => Explained(observed, [.. parts.SelectMany(part => part[c])]))];
    }

    // The predictions for the test rows at each budget.
    private static List<double[]> Buy(BenchLaw law, BenchTable pool, BenchTable target, int seed)
    {
        var formula = Formula.Parse(law.Text);
        var costs = Costs(law.Cost, pool);
        var total = costs.Sum();
        var choice = new ExperimentChoice(formula, law.Constants, law.Bounds, law.In(pool), costs, law.In(target), target.Count);
        var made = new List<int>();
        var spent = 0.0;
        foreach (var row in Enumerable.Range(0, pool.Count).OrderBy(i => costs[i]).Take((int)(2.5 * law.Constants.Count)))
        {
            if (made.Count > 0 && spent + costs[row] > Math.Min(0.02, law.Checkpoints[0]) * total)
                break;
            made.Add(row);
            spent += costs[row];
        }

        var results = new List<double[]>();
        foreach (var checkpoint in law.Checkpoints)
        {
            double[] predictions = [];
            while (true)
            {
                var belief = choice.Fit(made, [.. made.Select(i => pool[law.Target][i])], seed);
                predictions = [.. belief.AtTarget];
                if (choice.Next(belief, made, (checkpoint * total) - spent) is not { } row)
                    break;
                made.Add(row);
                spent += costs[row];
            }

            results.Add(spent <= checkpoint * total ? predictions : [.. Enumerable.Repeat(double.NaN, target.Count)]);
        }

        return results;
    }

    private static double Explained(double[] observed, double[] predicted)
    {
        if (!Array.TrueForAll(predicted, double.IsFinite))
            return -1;
        var mean = observed.Average();
        var residual = observed.Zip(predicted, static (o, p) => (o - p) * (o - p)).Sum();
        return Math.Max(-1, 1 - (residual / observed.Sum(o => (o - mean) * (o - mean))));
    }

    private static double[] Costs(string formula, BenchTable table)
    {
        var cost = Formula.Parse("cost = " + formula);
        var model = LawModel.Bind(cost, [], table.Count, name => table[name]);
        var values = new double[model.Rows];
        model.Evaluate([], values, null);
        return values[..table.Count];
    }
}
