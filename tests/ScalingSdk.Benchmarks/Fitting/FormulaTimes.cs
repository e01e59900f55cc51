using System.Diagnostics;
using System.Globalization;
using ScalingSdk.Fitting;
using ScalingSdk.Fitting.AnyLaw;
using ScalingSdk.Fitting.Chinchilla;
using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Fitting.Projection;
using ScalingSdk.Fitting.Uncertainty;
using ScalingSdk.Formulas;
using ScalingSdk.Laws;

namespace ScalingSdk.Benchmarks.Fitting;

/// <summary>What a formula costs, in processor time: beside the hand-written kernel, in resamples, and by runs and constants.</summary>
internal static class FormulaTimes
{
    internal static void Run()
    {
        var kernel = Kernel();
        Console.WriteLine();
        Resamples(kernel);
        Console.WriteLine();
        Growth();
    }

    // Both give value, gradient and the matrix of a step; the kernel's is the Hessian, the formula's J'J.
    private static double Kernel()
    {
        var runs = CoverageDesign.Large.Runs(Besiroglu2024.Law.Form, CoverageNoise.Gaussian, new(1));
        var objective = new ChinchillaObjective(new RunLogs(runs), Penalty.Huber, tied: false);
        double[] theta = [0.6, -1, -1, 0.35, 0.37], gradient = new double[5], hessian = new double[25];
        var model = Bind("L = E + A/N^alpha + B/D^beta", runs.Count, name => [.. runs.Select(run => name is "N" ? run.Parameters : run.Tokens)], out _);
        var state = new LawState(model, new(model, [[.. runs.Select(static run => run.Loss)]], null, Penalty.Huber, ResidualScale.Log));
        double[] constants = [1.8, 480, 0.35, 2000, 0.37];

        // In turn, so that a busy machine slows both.
        var times = Enumerable.Range(0, 15).Select(_ => (
            Kernel: Microseconds(20_000, () => objective.Evaluate(theta, gradient, hessian)),
            Formula: Microseconds(20_000, () => Evaluate(state, constants)))).ToList();
        var ratio = Median(times.Select(static time => time.Formula / time.Kernel));
        Console.WriteLine(Invariant($"| one evaluation of Chinchilla's form, {runs.Count} runs | kernel {Median(times.Select(static t => t.Kernel)):0.00} us, formula {Median(times.Select(static t => t.Formula)):0.00} us | {ratio:0.00} times |"));
        return Median(times.Select(static time => time.Kernel)) / runs.Count;
    }

    private static void Resamples(double kernel)
    {
        const int Count = 161;
        var random = SplitMix64.Stream(19, 0);
        var runs = Enumerable.Range(0, Count).Select(i =>
        {
            double n = 1e7 * Math.Pow(300, i % 7 / 6.0), unique = 1e8 * Math.Pow(100, i / 7 % 5 / 4.0), d = unique * Math.Pow(40, i / 35 / 4.0);
            var predicted = 1.87 + (521 / Math.Pow(n, 0.353)) + (1488 / Math.Pow(unique * (1 + (15.4 * (1 - Math.Exp(-((d / unique) - 1) / 15.4)))), 0.353));
            return new TrainingRun { Parameters = n, Tokens = d, Loss = predicted * Math.Exp(0.003 * random.NextNormal()), UniqueTokens = unique };
        }).ToList();
        var fit = LawFit.Fit(LossForm.DataConstrained, runs);
        Report("data-constrained as a form", Count, kernel, () => Bootstrap.Run(fit, new() { Resampling = Resampling.Runs, Resamples = 4_000 }));
        var table = new RunTable(new Dictionary<string, double[]>(StringComparer.Ordinal)
        {
            ["N"] = [.. runs.Select(static run => run.Parameters)],
            ["D"] = [.. runs.Select(static run => run.Tokens)],
            ["U"] = [.. runs.Select(static run => run.UniqueTokens!.Value)],
            ["L"] = [.. runs.Select(static run => run.Loss)],
        });
        var formula = Formula.Parse(NamedFormula.Find("data-constrained")!.Text);
        var symbols = SymbolColumns.Of(formula, table);
        var alone = Seconds(() => FormulaFit.Fit(formula, table, symbols));
        Report($"data-constrained as a formula (after a fit of {Invariant($"{alone:0.00}")} s)", Count, kernel, () => FormulaFit.Fit(formula, table, symbols, new() { Resamples = 4_000 }), alone);
    }

    private static void Report(string what, int runs, double kernel, Action action, double less = 0)
    {
        var seconds = Seconds(action) - less;
        Console.WriteLine(Invariant($"| {what}: 4,000 resamples of {runs} runs | {seconds:0.00} s of processor time, {seconds / 2:0.00} s on two cores | {seconds * 1e6 / (4_000 * runs * kernel):0} evaluations of the kernel a resample |"));
    }

    private static void Growth()
    {
        foreach (var rows in new[] { 1_000, 10_000, 100_000, 1_000_000 })
            Row(rows, 5);
        foreach (var constants in new[] { 5, 10, 20, 40 })
            Row(10_000, constants);
    }

    // E + sum of A_i/x_i^a_i: two constants a term.
    private static void Row(int rows, int constants)
    {
        var terms = (constants - 1) / 2;
        var text = "L = E + " + string.Join(" + ", Enumerable.Range(0, terms).Select(static i => FormattableString.Invariant($"A{i}/x{i}^a{i}"))) + (constants % 2 == 0 ? " + F*x0" : "");
        var model = Bind(text, rows, name => [.. Enumerable.Range(0, rows).Select(i => 1 + (((i * 7919L) + (name[^1] * 104_729L)) % 1_000 / 100.0))], out var names);
        var state = new LawState(model, new(model, [[.. Enumerable.Repeat(2.0, rows)]], null, Penalty.Squares, ResidualScale.Log));
        double[] theta = [.. names.Select(static name => name[0] is 'a' ? 0.3 : 1.0)];
        var times = Math.Max(1, 40_000_000 / rows / constants / constants);
        var predictions = Median(Enumerable.Range(0, 3).Select(_ => Microseconds(times, () => state.Evaluate(theta, derivatives: true))));
        var all = Median(Enumerable.Range(0, 3).Select(_ => Microseconds(times, () => Evaluate(state, theta))));
        Console.WriteLine(Invariant($"| {rows:N0} runs, {names.Count} constants | values and derivatives {predictions / 1000:0.000} ms, {predictions * 1000 / rows / names.Count:0.00} ns a run and constant | with J'J {all / 1000:0.000} ms |"));
    }

    private static LawModel Bind(string text, int rows, Func<string, double[]> column, out List<string> constants)
    {
        var formula = Formula.Parse(text);
        constants = [.. formula.Symbols.Where(static name => name is not ("N" or "D") && name[0] != 'x')];
        return LawModel.Bind(formula, constants, rows, column);
    }

    private static double Evaluate(LawState state, double[] theta)
    {
        var value = state.Evaluate(theta, derivatives: true);
        state.Normal();
        return value;
    }

    private static double Microseconds(int times, Func<double> action)
    {
        action();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < times; i++)
            action();
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMicroseconds / times;
    }

    private static double Seconds(Action action)
    {
        action();
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        action();
        return (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
