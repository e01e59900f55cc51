using ScalingSdk.Fitting.AnyLaw;
using ScalingSdk.Fitting.Compiled;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Optimum;
using ScalingSdk.Formulas;

namespace ScalingSdk.Fitting.Tests.AnyLaw;

/// <summary>The published forms that are fitted by name.</summary>
public sealed class NamedFormulaTests
{
    private static readonly double[] Sizes = [1e7, 3e8, 7e9], Unique = [1e9, 2e10], Epochs = [1, 3, 40];

    public static TheoryData<string> Forms => [.. LossForm.All.Select(static form => form.Id)];

    // At constants of the published size, on runs of one epoch and of forty.
    [Theory]
    [MemberData(nameof(Forms))]
    public void Find_AForm_PredictsWhatTheFormPredicts(string id)
    {
        Dictionary<string, double> values = new(StringComparer.Ordinal)
        {
            ["E"] = 1.7,
            ["A"] = 400,
            ["B"] = 1500,
            ["alpha"] = 0.34,
            ["beta"] = 0.37,
            ["eta"] = 0.14,
            ["a"] = 200,
            ["b"] = 350,
            ["R_D"] = 15,
            ["R_N"] = 5,
            ["P"] = 0.02,
            ["delta"] = 1.3,
            ["kappa"] = 0.8,
            ["N_c"] = 8e13,
            ["D_c"] = 5e13,
            ["C_c"] = 3e8,
            ["S_c"] = 2e3,
            ["alpha_N"] = 0.076,
            ["alpha_D"] = 0.095,
            ["alpha_C"] = 0.05,
            ["alpha_S"] = 0.76,
            ["k"] = 2,
            ["p"] = -0.7,
            ["q"] = 0.3,
            ["B_star"] = 2e8,
            ["alpha_B"] = 0.21,
            ["E_start"] = 1.85,
            ["E_max"] = 314,
        };
        if (id is "routed")
            (values["a"], values["b"], values["c"], values["d"]) = (-0.082, -0.108, 0.009, 1.104);
        var form = LossForm.All.Single(form => string.Equals(form.Id, id, StringComparison.Ordinal));
        var runs = (from n in Sizes
                    from unique in Unique
                    from epochs in Epochs
                    select new TrainingRun { Parameters = n, Tokens = unique * epochs, Loss = 3, UniqueTokens = unique, Experts = 8 * epochs, Steps = epochs * 1e4 }).ToList();
        var logs = new RunLogs(runs);
        var theta = form.ThetaOf([.. form.Constants.Select(name => values[name])], logs);
        var jets = new JetObjective(form, logs, Penalty.Squares);

        var formula = Formula.Parse(NamedFormula.Find(id)!.Text);

        Assert.Equal(form.Constants.Order(StringComparer.Ordinal), formula.Symbols.Where(values.ContainsKey).Where(name => !(id is "routed" && name is "E")).Order(StringComparer.Ordinal));
        var model = LawModel.Bind(formula, form.Constants, runs.Count, name => [.. runs.Select(run => name switch
        {
            // The forms of one variable keep it where N stands.
            "N" or "L" => run.Parameters, "D" => run.Tokens, "S" => run.Steps!.Value, "U" => run.UniqueTokens!.Value, "E" => run.Experts!.Value, _ => run.Compute,
        })]);
        var predictions = new double[model.Rows];
        model.Evaluate([.. form.Constants.Select(name => values[name])], predictions, null);
        for (var run = 0; run < runs.Count; run++)
            Assert.Equal(1, predictions[run] / Math.Exp(jets.At(theta, run).Value), 10);
    }

    [Theory]
    [InlineData("chinchilla-2022", "chinchilla")]
    [InlineData("muennighoff-2023", "data-constrained")]
    public void Find_TheIdOfAPublishedLaw_IsItsForm(string law, string form) => Assert.Equal(form, NamedFormula.Find(law)!.Id);

    [Theory]
    [InlineData("chinchila", "there is no form 'chinchila'; did you mean 'chinchilla'?")]
    [InlineData("xyz", "there is no form 'xyz'; there are 'chinchilla'")]
    public void Find_ANameOfNoForm_SaysWhichThereAre(string name, string message) =>
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => NamedFormula.Find(name)).Message, StringComparison.Ordinal);

    // (A/N^a + B/D^b)^k + E, with an exponent in the middle of the published ones.
    [Fact]
    public void Skaling_OfItsOwnRuns_IsFound() => Finds(
        "skaling-2026",
        new() { ["E"] = 1.8, ["A"] = 3e6, ["B"] = 2e8, ["a"] = 0.8, ["b"] = 0.85, ["k"] = 0.4 },
        static (c, run) => c["E"] + Math.Pow((c["A"] / Math.Pow(run["N"], c["a"])) + (c["B"] / Math.Pow(run["D"], c["b"])), c["k"]),
        "L");

    // E + (L0 - E) h/(1 + h), h = a/N^alpha + b/T^beta + c N^gamma/U^delta: with constants found, no row is farther than a thousandth.
    [Fact]
    public void Practical_OfItsOwnRuns_IsFound()
    {
        static double Loss(IReadOnlyDictionary<string, double> c, IReadOnlyDictionary<string, double> run)
        {
            var h = (c["a"] / Math.Pow(run["N"], c["alpha"])) + (c["b"] / Math.Pow(run["D"], c["beta"])) + (c["c"] * Math.Pow(run["N"], c["gamma"]) / Math.Pow(run["U"], c["delta"]));
            return c["E"] + ((c["L0"] - c["E"]) * h / (1 + h));
        }

        Dictionary<string, double> truth = new()
        {
            ["E"] = 1.7,
            ["L0"] = 10.8,
            ["a"] = 60,
            ["b"] = 250,
            ["alpha"] = 0.35,
            ["beta"] = 0.37,
            ["c"] = 0.5,
            ["gamma"] = 0.4,
            ["delta"] = 0.6,
        };
        var table = Table(truth, Loss, "L");

        var fit = Fit("practical-2026", table);

        Assert.InRange(fit.R2, 0.99999, 1);
        Assert.Equal(9, fit.Constants.Count);
    }

    [Fact]
    public void Mixture_OfItsOwnRuns_IsFound()
    {
        Dictionary<string, double> truth = new() { ["c"] = 2.1, ["t_web"] = 0.3, ["t_code"] = -1.4, ["t_books"] = -0.2 };
        Finds("ye-2024:web, code,books", truth, static (c, run) => c["c"] + Math.Exp((c["t_web"] * run["web"]) + (c["t_code"] * run["code"]) + (c["t_books"] * run["books"])), "L");
    }

    [Fact]
    public void LossToLoss_OfItsOwnRuns_IsFound() => Finds(
        "loss-to-loss-2024",
        new() { ["K"] = 1.2, ["E0"] = 1.5, ["kappa"] = 0.9, ["E1"] = 1.1 },
        static (c, run) => (c["K"] * Math.Pow(run["L0"] - c["E0"], c["kappa"])) + c["E1"],
        "L1");

    [Theory]
    [InlineData("ye-2024")]
    [InlineData("ye-2024:web")]
    [InlineData("skalin-2026")]
    public void Find_ANameWithSomethingMissing_SaysWhat(string text) =>
        Assert.Matches("name the columns|did you mean", Assert.Throws<FormatException>(() => NamedFormula.Find(text)).Message);

    [Theory]
    [InlineData("L = E + A/N^alpha")]
    [InlineData("E + A/N^alpha")]
    public void Find_AFormula_IsNoName(string text) => Assert.Null(NamedFormula.Find(text));

    [Fact]
    public void All_Formulas_AreFormulas() => Assert.All(NamedFormula.All, static named => Assert.NotEmpty(Formula.Parse(named.Text).Symbols));

    private static void Finds(
        string name, Dictionary<string, double> truth, Func<IReadOnlyDictionary<string, double>, IReadOnlyDictionary<string, double>, double> loss, string target)
    {
        var fit = Fit(name, Table(truth, loss, target));

        Assert.Equal(truth.Keys.Order(StringComparer.Ordinal), fit.Constants.Select(static constant => constant.Name).Order(StringComparer.Ordinal));
        Assert.All(fit.Constants, constant => Assert.Equal(1, constant.Value / truth[constant.Name], 1e-3));
    }

    private static FittedFormula Fit(string name, RunTable table)
    {
        var formula = Formula.Parse(NamedFormula.Find(name)!.Text);
        return FormulaFit.Fit(formula, table, SymbolColumns.Of(formula, table), new() { Resamples = 0 });
    }

    // 96 runs over sizes, tokens, passes and mixtures, without noise.
    private static RunTable Table(
        IReadOnlyDictionary<string, double> truth, Func<IReadOnlyDictionary<string, double>, IReadOnlyDictionary<string, double>, double> loss, string target)
    {
        var random = new SplitMix64(5);
        var rows = Enumerable.Range(0, 96).Select(i =>
        {
            var (n, u) = (1e7 * Math.Pow(3, i % 6), 1e8 * Math.Pow(5, i / 6 % 4));
            var (web, code) = (0.1 + (0.5 * random.NextDouble()), 0.3 * random.NextDouble());
            Dictionary<string, double> run = new()
            {
                ["N"] = n,
                ["U"] = u,
                ["D"] = u * Math.Pow(4, i / 24),
                ["web"] = web,
                ["code"] = code,
                ["books"] = 1 - web - code,
                ["L0"] = 1.8 + (2 * random.NextDouble()),
            };
            run[target] = loss(truth, run);
            return run;
        }).ToList();

        // A constant may have the name of a column of another form.
        return new(rows[0].Keys.Where(key => string.Equals(key, target, StringComparison.Ordinal) || !truth.ContainsKey(key)).ToDictionary(static key => key, key => rows.ConvertAll(row => row[key]).ToArray(), StringComparer.Ordinal));
    }
}
