using System.Diagnostics;
using System.Globalization;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Fitting.Projection;
using ScalingSdk.Formulas;

namespace ScalingSdk.Benchmarks.ScaleBench;

/// <summary>Fits every law of a ScaleBench folder and prints how far each ends above the known optimum.</summary>
internal static class OptimaTable
{
    internal static void Run(string folder, string[] options)
    {
        var seeds = Number(options, "--seeds", 3);
        var task = Text(options, "--task");
        var law = Text(options, "--law");
        var values = Array.IndexOf(options, "--values") >= 0;
        var kinds = Text(options, "--kind") is { } kind ? [kind] : new[] { "bounded", "unbounded" };
        foreach (var one in BenchLaw.Read(folder))
        {
            if ((task is not null && !one.File.StartsWith(task, StringComparison.Ordinal)) || (law is not null && !string.Equals(one.Name, law, StringComparison.Ordinal)))
                continue;
            var train = BenchTable.Read(Path.Combine(folder, one.File + ".train.csv"));
            foreach (var group in train.Groups.Distinct(StringComparer.Ordinal))
            {
                foreach (var bounds in kinds)
                    Row(one, train.Of(group), group, bounds, seeds, values);
            }
        }
    }

    private static void Row(BenchLaw law, BenchTable train, string group, string kind, int seeds, bool values)
    {
        var bounded = string.Equals(kind, "bounded", StringComparison.Ordinal);
        var formula = Formula.Parse(bounded ? law.Text : law.WithoutGuards);
        var known = law.Optima.TryGetValue($"{group}/{kind}", out var mse) ? mse : double.NaN;
        var ends = new List<string>();
        var watch = Stopwatch.StartNew();
        for (var seed = 0; seed < seeds; seed++)
        {
            var found = FormulaSearch.Run(formula, law.Constants, bounded ? law.Bounds : new Dictionary<string, FormulaBound>(StringComparer.Ordinal), train.Count, law.In(train), [train[law.Target]], null, Penalty.Squares, ResidualScale.Linear, seed);
            var value = 2 * found.Solution.Value / train.Count;
            var above = (value / known) - 1;
            ends.Add(string.Create(CultureInfo.InvariantCulture, $"{(values ? value.ToString("R", CultureInfo.InvariantCulture) : (double.IsNaN(known) ? value : above).ToString("0.0e+00", CultureInfo.InvariantCulture)),10} {found.Reached}/{found.Starts}{(found.Solution.Converged ? "" : "!")}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{law,-24} {group,-16} {kind,-10} {known,12:0.00000e+00} {watch.ElapsedMilliseconds / (double)seeds,8:0} ms  {string.Join("  ", ends)}"));
    }

    internal static string? Text(string[] options, string name)
    {
        var at = Array.IndexOf(options, name);
        return at >= 0 && at + 1 < options.Length ? options[at + 1] : null;
    }

    internal static int Number(string[] options, string name, int otherwise) =>
        Text(options, name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
