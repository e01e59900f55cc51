using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>McCandlish et al. 2018, <i>An Empirical Model of Large-Batch Training</i> (arXiv 1812.06162).</summary>
/// <remarks>
/// The trade-off (S/S_min - 1)(E/E_min - 1) = 1 between steps and examples, as time against cost. The noise scale that sets the
/// critical batch needs measured gradients: take the critical batch from another law.
/// </remarks>
public sealed class McCandlish2018 : IScalingLaw
{
    private const string NoBatch = "a batch is a positive finite number of tokens, and its factor a finite one";

    private static readonly Equation StepsOverLeast = new("", new("S/S_min", ""), $"1 + B_crit/B", Symbol.B, Symbol.CriticalB);
    private static readonly Equation ExamplesOverLeast = new("", new("E/E_min", ""), $"1 + B/B_crit", Symbol.B, Symbol.CriticalB);
    private static readonly Equation StepsAtBatch = new(
        "",
        Symbol.S,
        $"S_0 (1 + B_crit/B) / (1 + B_crit/B_0)",
        new("S_0", "steps"),
        new("B_0", "tokens"),
        Symbol.B,
        Symbol.CriticalB);

    private static readonly Derivation LargestForExamples = ExamplesOverLeast.SolvedFor(Symbol.B);
    private static readonly Derivation SmallestForSteps = StepsOverLeast.SolvedFor(Symbol.B);

    private McCandlish2018()
    {
    }

    /// <summary>The law.</summary>
    public static McCandlish2018 Law { get; } = new();

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "mccandlish-2018",
        Paper = "McCandlish et al. 2018, An Empirical Model of Large-Batch Training",
        ArXiv = "1812.06162",
        ConstantSet = "mccandlish-2018 trade-off",
        Parameters = ParameterConvention.None,
        Range = LawRange.Any,
        Answers = LawQuestions.Advice,
        Advises = "time against cost of a batch",
        Equations = [StepsOverLeast, ExamplesOverLeast, StepsAtBatch],
        Facts = ["(S/S_min - 1)(E/E_min - 1) = 1, B_crit = E_min / S_min"],
        Caveats =
        [
            "the law has no constants: the critical batch is given, by measurement or by another law",
            "time follows the steps only while a larger batch runs on proportionally more devices",
        ],
    };

    /// <summary>Steps and examples at a batch, over the least of each.</summary>
    public Answer<BatchTradeOff> At(BatchTokens batch, BatchTokens critical)
    {
        var (steps, examples) = (1 + (critical.Count / batch.Count), 1 + (batch.Count / critical.Count));
        return Positive.Are(batch.Count, critical.Count, steps, examples)
            ? Answer<BatchTradeOff>.Of(new(steps, examples), Extrapolation.None, new(Info, StepsOverLeast, batch.Count, critical.Count))
            : Answer<BatchTradeOff>.None(NoBatch);
    }

    /// <summary>Where the examples of the same answer come from: the other half of the trade-off.</summary>
    internal Source ExamplesSource(Source steps) => steps.Inputs is [var batch, var critical] ? new(Info, ExamplesOverLeast, batch.Value, critical.Value) : default;

    /// <summary>The largest batch that costs this many times the least examples: 1.2 is 20 % overhead.</summary>
    public Answer<BatchTokens> LargestBatch(double examplesOverLeast, BatchTokens critical) => examplesOverLeast > 1
        ? Batch((examplesOverLeast - 1) * critical.Count, new(Info, LargestForExamples, examplesOverLeast, critical.Count))
        : Answer<BatchTokens>.None("no batch takes as few as the least examples: give a factor above 1");

    /// <summary>The smallest batch that takes this many times the fewest steps.</summary>
    public Answer<BatchTokens> SmallestBatch(double stepsOverLeast, BatchTokens critical) => stepsOverLeast > 1
        ? Batch(critical.Count / (stepsOverLeast - 1), new(Info, SmallestForSteps, stepsOverLeast, critical.Count))
        : Answer<BatchTokens>.None("no batch takes as few as the fewest steps: give a factor above 1");

    /// <summary>What the same loss takes at another batch, for a run that is known at one.</summary>
    public Answer<BatchedRun> Rebatch(BatchedRun known, BatchTokens batch, BatchTokens critical)
    {
        if (!Positive.Are(known.Steps, known.Batch.Count, batch.Count, critical.Count))
            return Answer<BatchedRun>.None("steps and batches are positive finite numbers");
        var fewest = known.Steps / (1 + (critical.Count / known.Batch.Count));
        var run = new BatchedRun(fewest * (1 + (critical.Count / batch.Count)), batch);
        return Answer<BatchedRun>.OfPositive(
            run.Tokens.Count,
            run,
            Extrapolation.None,
            new(Info, StepsAtBatch.Direct, known.Steps, known.Batch.Count, batch.Count, critical.Count));
    }

    private static Answer<BatchTokens> Batch(double count, Source source) => Positive.Is(count)
        ? Answer<BatchTokens>.Of(new(count), Extrapolation.None, source)
        : Answer<BatchTokens>.None(NoBatch);
}

/// <summary>Steps over S_min, which is time on as many devices as the batch fills, and examples over E_min, which is cost.</summary>
public readonly record struct BatchTradeOff(double Steps, double Examples);

/// <summary>A run of this many steps of one batch.</summary>
public readonly record struct BatchedRun(double Steps, BatchTokens Batch)
{
    /// <summary>The tokens processed.</summary>
    public Tokens Tokens => new(Steps * Batch.Count);
}
