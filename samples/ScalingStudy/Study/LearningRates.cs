using System.Globalization;
using ScalingStudy.Model;

namespace ScalingStudy.Study;

/// <summary>
/// The peak rate by width and tokens: a three-point search per size at a small and at a large budget, and ln(rate) = a + b ln(width)
/// + c ln(tokens) through its optima. A rate that was calibrated on short runs alone is wrong for long ones.
/// </summary>
internal sealed class LearningRates
{
    private const double Factor = 2;
    private const int MostExtensions = 2;
    private const int FewestOptima = 4;
    private readonly double[] _coefficients;

    private LearningRates(double[] coefficients) => _coefficients = coefficients;

    public double At(RunPlan plan) =>
        Math.Exp(_coefficients[0] + (_coefficients[1] * Math.Log(plan.Shape.Width)) + (_coefficients[2] * Math.Log(plan.Tokens)));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"rate = {Math.Exp(_coefficients[0]):0.###} width^{_coefficients[1]:0.00} tokens^{_coefficients[2]:0.00}");

    /// <summary>Searches. Optima at the edge of their points are refused, after the search was extended twice to that side.</summary>
    public static LearningRates Search(Sweep sweep, IReadOnlyList<Shape> shapes, IReadOnlyList<double> budgets, TextWriter output)
    {
        var searches = budgets.SelectMany(budget => shapes.Select(shape => new Points(new("search", shape, budget, Prior(shape), Seed: 1)))).ToList();
        for (var round = 0; round <= MostExtensions; round++)
        {
            var wanted = searches.SelectMany(static search => search.Missing()).ToList();
            foreach (var (run, record) in sweep.Run(wanted))
                searches.Single(search => search.Holds(run)).Losses[run.Rate] = record.Result!.Loss;
        }

        foreach (var search in searches)
        {
            var outcome = search.Optimum is { } best
                ? FormattableString.Invariant($"rate {best:0.0000}")
                : "refused, the best rate is an edge of the search";
            output.Say($"  {search.Plan.Budget:0.#e+0} FLOP, width {search.Plan.Shape.Width,2}: {outcome}");
        }

        var found = searches.Where(static search => search.Optimum is not null).ToList();
        if (found.Count < FewestOptima || found.Select(static s => s.Plan.Budget).Distinct().Count() < 2)
            throw new StudyException($"the search found '{found.Count}' optima within its points; '{FewestOptima}' at two budgets are needed to fit the rate in width and tokens");
        return new(LeastSquares.Solve(
            [.. found.Select(static s => new[] { 1, Math.Log(s.Plan.Shape.Width), Math.Log(s.Plan.Tokens) })],
            [.. found.Select(static s => Math.Log(s.Optimum!.Value))]));
    }

    // Where to look first: measured on this family at 1,000 steps.
    private static double Prior(Shape shape) => 0.024 * Math.Pow(16.0 / shape.Width, 0.7);

    /// <summary>The rates that were tried for one size and budget.</summary>
    internal sealed class Points(RunPlan plan)
    {
        public RunPlan Plan => plan;

        public SortedDictionary<double, double> Losses { get; } = [];

        public bool Holds(RunPlan run) => run.Shape == plan.Shape && run.Budget == plan.Budget;

        /// <summary>The first three rates, then one beyond the edge that is best.</summary>
        public IEnumerable<RunPlan> Missing()
        {
            if (Losses.Count == 0)
                return [.. new[] { plan.Rate / Factor, plan.Rate, plan.Rate * Factor }.Select(rate => plan with { Rate = rate })];
            var best = BestIndex();
            return best == 0 ? [plan with { Rate = Losses.Keys.First() / Factor }]
                : best == Losses.Count - 1 ? [plan with { Rate = Losses.Keys.Last() * Factor }]
                : [];
        }

        /// <summary>The lowest point of the parabola through the best rate and its neighbours; null where the best is an edge.</summary>
        public double? Optimum
        {
            get
            {
                var best = BestIndex();
                if (best <= 0 || best == Losses.Count - 1)
                    return null;
                var rates = Losses.Keys.ToArray();
                double left = Loss(rates[best - 1]), middle = Loss(rates[best]), right = Loss(rates[best + 1]);
                var shift = double.IsFinite(left) && double.IsFinite(right) ? 0.5 * (left - right) / (left - (2 * middle) + right) : 0;
                return rates[best] * Math.Pow(Factor, shift);
            }
        }

        private int BestIndex() => Losses.Count == 0 ? -1 : Losses.Values.Select(Finite).Index().MinBy(static pair => pair.Item).Index;

        private double Loss(double rate) => Finite(Losses[rate]);

        private static double Finite(double loss) => double.IsFinite(loss) ? loss : double.PositiveInfinity;
    }
}
