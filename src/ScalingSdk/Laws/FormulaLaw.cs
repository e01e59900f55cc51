using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>A law that is a formula with its constants, read from a <c>*.law.json</c>: a law like the others.</summary>
/// <remarks>
/// C is 6 N D, N what a token passes through. What else the formula takes (experts, batch, rate, vocabulary) has the value of the run where
/// that states one, otherwise the value of the least loss inside the range of the runs.
/// </remarks>
public sealed class FormulaLaw : IAllocationLaw, ILossLaw, ILossSurface, IBatchLaw, ILearningRateLaw
{
    private const double LeastSize = FormulaReach.LeastSize;
    private const double MostSize = FormulaReach.MostSize;
    private const double MostTokens = FormulaReach.MostTokens;

    private readonly FormulaConstants _formula;
    private readonly Equation _equation;
    private readonly FormulaDraws? _draws;

    private FormulaLaw(LawInfo info, FormulaConstants formula, IReadOnlyList<FormulaVariable> variables)
    {
        (_formula, Variables) = (formula, variables);
        _equation = formula.Equation(variables);
        _draws = formula.Sample.Count > 0 && (info.Answers & LawQuestions.Allocation) == LawQuestions.Allocation ? new FormulaDraws(formula, variables) : null;
        Info = info with { Equations = [_equation], Answers = _draws is null ? info.Answers : info.Answers | LawQuestions.Intervals };
    }

    /// <inheritdoc/>
    public LawInfo Info { get; }

    /// <summary>The formula's variables.</summary>
    public IReadOnlyList<FormulaVariable> Variables { get; }

    /// <inheritdoc/>
    public ILossLaw? LossLaw => Predicts("L") ? this : null;

    /// <inheritdoc/>
    public ILossSurface? Surface => Predicts("L") ? this : null;

    /// <inheritdoc/>
    public ParametricLaw? Parametric => null;

    /// <summary>How the law is asked about a run, a clause each: what is fixed, and what has its best value.</summary>
    internal IEnumerable<string> Settings(ActiveParameters n, Tokens d)
    {
        var settings = Base().At(n.Count, d.Count).Settings;
        return Variables.Select((variable, i) => (Variable: variable, Value: settings[i]))
            .Where(static setting => setting.Variable.Meaning is not (FormulaMeaning.Parameters or FormulaMeaning.Tokens or FormulaMeaning.Compute))
            .Select(setting => $"'{Info.Id}' is asked at {FormulaWords.Of(setting.Variable, setting.Value)}");
    }

    /// <summary>The runs that reach a loss by this law; null where it predicts none.</summary>
    internal FormulaReach? Reach => Predicts("L") && WhyNoSplit() is null ? new(Base()) : null;

    /// <summary>Why the law does not answer this question, with the symbol that is missing; null where it does.</summary>
    internal string? WhyNot(LawQuestions question) => (Info.Answers & question) == question ? null : FormulaWords.WhyNot(question, Info.Id, _formula.Target, Variables);

    /// <summary>The law with the values that a run states; what the formula does not take is left out.</summary>
    internal FormulaLaw At(IReadOnlyDictionary<FormulaMeaning, double> stated) => Variables.Any(variable => Takes(variable, stated))
        ? new(Info, _formula, [.. Variables.Select(variable => Takes(variable, stated) ? variable with { Fixed = stated[variable.Meaning] } : variable)])
        : this;

    internal static FormulaLaw Of(string id, FormulaConstants formula, IReadOnlyList<FormulaVariable> variables)
    {
        const string OwnRuns = "holds for the tokenizer, corpus and recipe of the runs that it was fitted to";
        Bounds Range(FormulaMeaning meaning) => variables.FirstOrDefault(variable => variable.Meaning == meaning)?.Range ?? Bounds.Any;
        return new(
            new()
            {
                Id = id,
                Paper = "fitted to the project's own runs",
                ConstantSet = $"{id}: {formula.Equation(variables).Text}",
                Parameters = ParameterConvention.Active,
                Compute = ComputeConvention.SixND,
                Range = new(Range(FormulaMeaning.Parameters), Range(FormulaMeaning.Tokens), Range(FormulaMeaning.Compute)),
                Answers = FormulaWords.Questions(formula.Target, variables),
                Equations = [],
                Caveats = [OwnRuns],
                WhyApart = [new(LawQuestions.Allocation, OwnRuns)],
            },
            formula,
            variables);
    }

    /// <inheritdoc/>
    public Answer<PredictedLoss> Loss(ActiveParameters n, Tokens d)
    {
        if (!Predicts("L"))
            return Answer<PredictedLoss>.None($"'{Info.Id}' predicts '{_formula.Target}', no loss");
        if (!Positive.Are(n.Count, d.Count))
            return Answer<PredictedLoss>.Of(default, Outside(n.Count, d.Count), default);
        var (value, settings) = Base().At(n.Count, d.Count);
        return Answer<PredictedLoss>.OfPositive(value, new(value, Info.ConstantSet), Outside(n.Count, d.Count), From(_equation.Direct, settings));
    }

    /// <inheritdoc/>
    public Answer<PredictedLoss> Loss(ModelSize model, Tokens tokens) => Loss(model.Active, tokens);

    /// <inheritdoc/>
    public Answer<OptimalRun> Allocate(TrainingFlops compute)
    {
        if (WhyNoSplit() is { } why)
            return Answer<OptimalRun>.None(why);
        if (!Positive.Is(compute.Flops))
            return Answer<OptimalRun>.Of(default, Info.Range.OfCompute(compute.Flops), default);
        var n = Base().BestSize(compute.Flops, LeastSize, Math.Min(MostSize, compute.Flops / (6 * LeastSize)));
        return double.IsNaN(n)
            ? Answer<OptimalRun>.None($"'{Info.Id}' has no best size for this compute: its loss falls to the end of all sizes")
            : Answer<OptimalRun>.Of(
                new(n, ParameterConvention.Active, new(compute.Flops / (6 * n))), Outside(n, compute.Flops / (6 * n)),
                new(Info, _equation.LeastBy(Symbol.N, "on C = 6 N D", Symbol.C), compute.Flops));
    }

    /// <inheritdoc/>
    public Answer<Tokens> OptimalTokens(ModelSize model)
    {
        if (WhyNoSplit() is { } why)
            return Answer<Tokens>.None(why);
        var n = model.Active.Count;
        if (!Positive.Is(n))
            return Answer<Tokens>.Of(default, Info.Range.OfParameters(n), default);
        var tokens = Base().TokensOf(n, LeastSize, MostTokens);
        return double.IsNaN(tokens)
            ? Answer<Tokens>.None($"'{Info.Id}' has no compute for which a model of this size is the best")
            : Answer<Tokens>.Of(new(tokens), Info.Range.OfParameters(n), new(Info, _equation.LeastBy(Symbol.N, "on C = 6 N D", Symbol.N), n));
    }

    /// <inheritdoc/>
    public Answer<BatchTokens> Batch(ModelSize model, Tokens tokens) =>
        Best(FormulaMeaning.Batch, "B", model, tokens, static value => new BatchTokens(value));

    /// <inheritdoc/>
    public Answer<double> LearningRate(ModelSize model, Tokens tokens) =>
        Best(FormulaMeaning.LearningRate, "lr", model, tokens, static value => value);

    /// <inheritdoc/>
    public Answer<Interval> LossInterval(ActiveParameters n, Tokens d, double coverage = 0.9) =>
        Interval(draws => draws.Loss(n.Count, d.Count, coverage), Loss(n, d).Outside, Loss(n, d).Source);

    /// <inheritdoc/>
    public Answer<Interval> LossAboveBestInterval(ActiveParameters n, Tokens d, double coverage = 0.9) =>
        Interval(draws => draws.LossAboveBest(n.Count, d.Count, BestSize(6 * n.Count * d.Count), coverage), Loss(n, d).Outside, Loss(n, d).Source);

    /// <inheritdoc/>
    public Answer<Interval> ParametersInterval(TrainingFlops compute, double coverage = 0.9) => OfBudget(compute, coverage, static (n, flops, _) => n);

    /// <inheritdoc/>
    public Answer<Interval> TokensInterval(TrainingFlops compute, double coverage = 0.9) => OfBudget(compute, coverage, static (n, flops, _) => flops / (6 * n));

    /// <inheritdoc/>
    public Answer<Interval> TokensPerParameterInterval(TrainingFlops compute, double coverage = 0.9) =>
        OfBudget(compute, coverage, static (n, flops, _) => flops / (6 * n * n));

    /// <inheritdoc/>
    public Answer<Interval> BestLossInterval(TrainingFlops compute, double coverage = 0.9) => OfBudget(compute, coverage, static (_, _, loss) => loss);

    /// <inheritdoc/>
    public Answer<Interval> OptimalTokensInterval(ActiveParameters n, double coverage = 0.9)
    {
        var tokens = Base().TokensOf(n.Count, LeastSize, MostTokens);
        return Interval(draws => draws.TokensOf(n.Count, tokens, coverage), Info.Range.OfParameters(n.Count), new(Info, _equation.LeastBy(Symbol.N, "on C = 6 N D", Symbol.N), n.Count));
    }

    private Answer<Interval> OfBudget(TrainingFlops compute, double coverage, Func<double, double, double, double> of)
    {
        var best = Allocate(compute);
        return Interval(draws => draws.OfBudget(compute.Flops, best.Value.Parameters, coverage, of), best.Outside, best.Source);
    }

    private Answer<Interval> Interval(Func<FormulaDraws, Interval> of, Extrapolation outside, Source source) => _draws is null
        ? Answer<Interval>.None("the law has no joint sample of its constants, and standard errors taken one by one give no interval")
        : of(_draws) is { Low: var low, High: var high } interval && !double.IsNaN(low) && !double.IsNaN(high)
            ? Answer<Interval>.Of(interval, outside, source)
            : Answer<Interval>.None("too few draws of the law's constants have an answer");

    private Extrapolation Outside(double n, double d) => Info.Range.OfRun(n, d).And(Info.Range.OfCompute(6 * n * d));

    private double BestSize(double flops) => Base().BestSize(flops, LeastSize, Math.Min(MostSize, flops / (6 * LeastSize)));

    private FormulaSurface Base() => _formula.Surface(Variables, _formula.Values);

    private bool Predicts(string target) => string.Equals(_formula.Target, target, StringComparison.Ordinal);

    private string? WhyNoSplit() => FormulaWords.WhyNoSplit(Info.Id, _formula.Target, Variables);

    // What a formula of the loss has at its least, or what a formula of the setting itself gives.
    private Answer<T> Best<T>(FormulaMeaning meaning, string target, ModelSize model, Tokens tokens, Func<double, T> as_)
    {
        var (n, d) = (model.Active.Count, tokens.Count);
        var index = Variables.ToList().FindIndex(variable => variable.Meaning == meaning);
        if (!Predicts(target) && (index < 0 || !Predicts("L")))
            return Answer<T>.None($"'{Info.Id}' says nothing of '{FormulaVariable.Name(meaning)}': it has no variable of that meaning");
        if (!Positive.Are(n, d))
            return Answer<T>.Of(default!, Outside(n, d), default);
        var variables = Predicts(target) ? Variables : [.. Variables.Select((variable, i) => i == index ? variable with { Fixed = null } : variable)];
        var (value, settings) = _formula.Surface(variables, _formula.Values).At(n, d);
        var found = Predicts(target) ? value : settings[index];
        var how = Predicts(target) ? _equation.Direct : _equation.LeastBy(Variables[index].AsSymbol, "inside the range of the runs", [.. Variables.Where((_, i) => i != index).Select(static v => v.AsSymbol)]);
        return Answer<T>.OfPositive(found, as_(found), Outside(n, d), From(how, Predicts(target) ? settings : [.. settings.Where((_, i) => i != index)]));
    }

    private Source From(Derivation how, double[] at) => new(Info, how, At(at, 0), At(at, 1), At(at, 2), At(at, 3), At(at, 4));

    private static double At(double[] values, int index) => index < values.Length ? values[index] : double.NaN;

    private static bool Takes(FormulaVariable variable, IReadOnlyDictionary<FormulaMeaning, double> stated) => variable.Fixed is null && stated.ContainsKey(variable.Meaning);
}
