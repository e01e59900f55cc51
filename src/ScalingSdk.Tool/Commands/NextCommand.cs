using System.CommandLine;
using System.Globalization;
using ScalingSdk.Fitting.AnyLaw;
using ScalingSdk.Fitting.Experiments;
using ScalingSdk.Text;
using ScalingSdk.Tool.Fits;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling next</c>: the runs of a pool to make next, for a law and a target.</summary>
internal sealed class NextCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Option<string> _law = new("--law") { Description = "The law as a formula: --law \"L = E + A/N^alpha + B/D^beta\"", HelpName = "formula", Required = true };
    private readonly Option<string> _runs = new("--runs") { Description = "Finished runs, with their losses", HelpName = "file", Required = true };
    private readonly Option<string> _pool = new("--pool") { Description = "Candidate runs, one a row", HelpName = "file", Required = true };
    private readonly Option<string> _target = new("--target") { Description = "The points to predict, one a row", HelpName = "file", Required = true };
    private readonly Option<string> _cost = new("--cost") { Description = "The cost of a row: a column of the pool or a formula of its columns, such as 6*N*D", HelpName = "formula", DefaultValueFactory = static _ => "cost" };
    private readonly Option<string> _budget = new("--budget") { Description = "The budget: a number, or a share of the pool's cost such as 10%", HelpName = "amount", DefaultValueFactory = static _ => "100%" };
    private readonly Option<int> _count = new("--count") { Description = "The maximum number of runs", DefaultValueFactory = static _ => 10 };
    private readonly Option<double> _accuracy = new("--accuracy") { Description = "Stop when the predictions at the target have this standard deviation", HelpName = "loss" };
    private readonly Option<string[]> _columns = new("--column") { Description = "The column of a symbol that is not found by name: --column E=num_experts", HelpName = "symbol=name" };

    public NextCommand(Terminal terminal)
        : base("next", "Chooses the experiments of a pool that make a law's predictions at a target most certain")
    {
        _terminal = terminal;
        foreach (var option in new Option[] { _law, _runs, _pool, _target, _cost, _budget, _count, _accuracy, _columns })
            Options.Add(option);
        SetAction((options, cancellation) => Task.FromResult(Run(options, cancellation)));
    }

    private int Run(ParseResult options, CancellationToken cancellation)
    {
        var formula = FormulaRun.Parse(options.GetValue(_law)!);
        var (done, pool, target) = (FormulaRun.Table(options.GetValue(_runs)!, _terminal), FormulaRun.Table(options.GetValue(_pool)!, _terminal), FormulaRun.Table(options.GetValue(_target)!, _terminal));
        var count = options.GetValue(_count);
        if (count is < 1 or > 1000)
            throw new UsageException("'--count' takes 1 to 1000");
        try
        {
            var costs = NextExperiments.Costs(options.GetValue(_cost)!, pool);
            var budget = Budget(options.GetValue(_budget)!, costs);
            var plan = Progress.Watch(
                "choosing",
                () => NextExperiments.Choose(formula, done, pool, target, costs, budget, count, options.GetValue(_accuracy), FormulaRun.FormulaColumns(options.GetValue(_columns) ?? [])),
                _terminal, cancellation);
            Write(plan, pool, new Page(_terminal));
            return ExitCode.Clean;
        }
        catch (FormatException problem)
        {
            throw new InputException(problem.Message);
        }
    }

    private static double Budget(string text, double[] costs)
    {
        var share = text.EndsWith('%');
        if (!double.TryParse(text.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !(value > 0))
            throw new UsageException($"--budget: '{text}' is not a positive number or a share such as '10%'");
        return share ? value / 100 * costs.Sum() : value;
    }

    private static void Write(NextPlan plan, RunTable pool, Page page)
    {
        page.Heading($"{NumberText.Grouped(plan.Chosen.Count)} of {NumberText.Grouped(pool.Count)} runs of {pool.Source}, in this order");
        page.Table(
            ["row", "cost", "error at the target", "settings"],
            plan.Chosen.Select(next => (IReadOnlyList<string>)
            [
                NumberText.Grouped(next.Row + 1), NumberText.Compact(next.Cost), NumberText.Compact(next.TargetError),
                string.Join(", ", pool.Columns.Take(6).Select(column => $"{column} = {NumberText.Compact(pool[column][next.Row])}")),
            ]),
            right: [0, 1, 2]);
        page.Blank();
        page.Fact("Error", $"{NumberText.Compact(plan.ErrorBefore)} at the target before, {NumberText.Compact(plan.Chosen.Count > 0 ? plan.Chosen[^1].TargetError : plan.ErrorBefore)} expected after (standard deviation of the predictions)");
        page.Fact("Cost", $"{NumberText.Compact(plan.Chosen.Sum(static next => next.Cost))} of {NumberText.Compact(plan.Budget)}");
        if (plan.Chosen.Count == 0)
            page.Fact("! Finding", plan.Accurate ? "the target is already known to the stated accuracy" : "no run of the pool is affordable");
    }
}
