using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Laws;

/// <summary>The recipes of Marin (repository marin-community/marin): AdamW by width and batch, and AdamH by batch and tokens.</summary>
public sealed class Marin2025 : IRecipeLaw
{
    private const double SequenceLength = 4096;
    private const double RateFactor = 0.33;
    private const double MostRate = 0.01;
    private const double Beta2Base = 0.98;
    private const double Beta2Batch = 128;
    private const double HyperballRate = 0.0063;
    private const double HyperballSequences = 64;
    private const double HyperballTokens = 2.5e9;
    private const double HyperballPower = 0.3;

    private static readonly Symbol Width = new("d", "width");
    private static readonly Symbol Sequences = new("b", "sequences of 4096");
    private static readonly Symbol HyperballEta = new("eta_H", "");
    private static readonly Equation Rate = new("", Symbol.Rate, $"{RateFactor:k} sqrt(B/{SequenceLength:s}) / d", Symbol.B, Width);
    private static readonly Equation Beta2OfBatch = new(
        "", new("beta2", ""), $"{Beta2Base:b}^(B/{SequenceLength:s}/{Beta2Batch:B_0})", Symbol.B);

    private static readonly Equation HyperballRateOf = new(
        "AdamH",
        HyperballEta,
        $"{HyperballRate:k} sqrt(b/{HyperballSequences:b_0}) ({HyperballTokens:D_0}/D)^{HyperballPower:p}",
        Sequences,
        Symbol.D);

    private const double AdamRate = 6.56e-4;
    private const double AdamEpsilon = 1.85e-8;

    private static readonly Equation AdamRateOf = new(
        "AdamH", new("eta_adam", ""), $"{AdamRate:k} sqrt(b {HyperballTokens:D_0}/({HyperballSequences:b_0} D))", Sequences, Symbol.D);

    private static readonly Equation AdamEpsilonOf = new(
        "AdamH", new("eps", ""), $"{AdamEpsilon:k} / sqrt(b {HyperballTokens:D_0}/({HyperballSequences:b_0} D))", Sequences, Symbol.D);

    // The search bounds of the recipe.
    private static readonly Bounds Widths = new(512, 4096);

    private const string Rejected = "'marin-2025' rejects a learning rate above 0.01: take a smaller batch or a larger width";

    private Marin2025()
    {
    }

    /// <summary>The law.</summary>
    public static Marin2025 Law { get; } = new();

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "marin-2025",
        Paper = "Marin community 2025, Marin (repository marin-community/marin, scaling_laws/recipe.py)",
        ConstantSet = "marin-2025 recipe",
        Parameters = ParameterConvention.None,
        Range = LawRange.Any,
        OtherRanges = [new(Width, Widths), new(Symbol.Rate, new(0, MostRate)) { WhyNoneOutside = Rejected }],
        Answers = LawQuestions.Recipe,
        Equations = [Rate, Beta2OfBatch, HyperballRateOf, AdamRateOf, AdamEpsilonOf],
        Facts =
        [
            "beta1 0.95, weight decay 0.1, 10 % warm-up, linear decay over the last 20 %; heads of 128, feed-forward of 4 widths",
            "layers are width / (55 + 4 log2(width)), rounded",
            "beside AdamH, Adam's beta2 is 0.9999^(b/64), at least 0.9",
        ],
        Caveats =
        [
            "a learning rate above 0.01 is rejected",
            "the AdamH rate is for updates on a hyperball, not for AdamW",
        ],
    };

    /// <summary>The peak learning rate of AdamW.</summary>
    public Answer<double> LearningRate(BatchTokens batch, double width)
    {
        var rate = RateFactor * Math.Sqrt(batch.Count / SequenceLength) / width;
        return rate > MostRate && rate <= double.MaxValue
            ? Answer<double>.None(Rejected)
            : Answer<double>.OfPositive(rate, rate, LawRange.Any.OfRun(width, batch.Count), new(Info, Rate, batch.Count, width));
    }

    /// <summary>AdamW's beta2 for a batch.</summary>
    public Answer<double> Beta2(BatchTokens batch) => Answer<double>.Of(
        Math.Pow(Beta2Base, batch.Count / SequenceLength / Beta2Batch), LawRange.Any.OfTokens(batch.Count), new(Info, Beta2OfBatch, batch.Count));

    /// <summary>The peak learning rate of AdamH, for a batch in sequences of 4096 tokens.</summary>
    public Answer<double> HyperballLearningRate(double sequences, Tokens d)
    {
        var rate = HyperballRate * Math.Sqrt(sequences / HyperballSequences) * Math.Pow(HyperballTokens / d.Count, HyperballPower);
        return Answer<double>.OfPositive(rate, rate, LawRange.Any.OfRun(sequences, d.Count), new(Info, HyperballRateOf, sequences, d.Count));
    }

    /// <summary>The learning rate of the parameters that stay on Adam beside AdamH, for a batch in sequences of 4096 tokens.</summary>
    public Answer<double> HyperballAdamRate(double sequences, Tokens d) => OfRatio(AdamRate * Math.Sqrt(Ratio(sequences, d)), AdamRateOf, sequences, d);

    /// <summary>Adam's epsilon beside AdamH.</summary>
    public Answer<double> HyperballAdamEpsilon(double sequences, Tokens d) => OfRatio(AdamEpsilon / Math.Sqrt(Ratio(sequences, d)), AdamEpsilonOf, sequences, d);

    /// <summary>Adam's beta2 beside AdamH, for a batch in sequences of 4096 tokens.</summary>
    public static double HyperballBeta2(double sequences) => Math.Min(0.9999, Math.Max(0.9, Math.Pow(0.9999, sequences / HyperballSequences)));

    /// <inheritdoc/>
    /// <remarks>The recipe has neither tokens nor a batch of its own.</remarks>
    public Answer<TrainingRecipe> Recipe(RecipeQuestion question)
    {
        if (question.Width is not { } width)
            return Answer<TrainingRecipe>.None("'marin-2025' follows the width: state the model's shape");
        if (question is not { Tokens: { } tokens, Batch: { } batch })
            return Answer<TrainingRecipe>.None("'marin-2025' has neither tokens nor a batch of its own: state both");
        if (question.Model.IsRouted)
            return Answer<TrainingRecipe>.None("'marin-2025' is a recipe of dense models");
        if (LearningRate(batch, width) is not { HasValue: true } rate)
            return Answer<TrainingRecipe>.None(LearningRate(batch, width).WhyNone!);
        var steps = Math.Floor(tokens.Count / batch.Count);
        return Answer<TrainingRecipe>.Of(
            new TrainingRecipe
            {
                Optimizer = "adamw",
                Tokens = tokens,
                Batch = batch,
                LearningRate = rate.Value,
                RateFrom = rate.Source,
                WeightDecay = 0.1,
                Beta1 = 0.95,
                Beta2 = Beta2(batch).Value,
                Schedule = "constant, then linear to zero over the last 20 %",
                WarmupSteps = Math.Round(0.1 * steps),
                DecayShare = 0.2,
                LastOverPeak = 0,
                Notes =
                [
                    "AdamW's epsilon 1e-15, gradients clipped at a norm of 1",
                    .. question.Layers is { } layers && !Layers(width).Equals(layers)
                        ? [$"Marin's own layers for a width of {NumberText.Grouped((long)width)} are {NumberText.Grouped((long)Layers(width))}, not {NumberText.Grouped(layers)}"]
                        : Array.Empty<string>(),
                ],
            },
            Widths.FactorOutside(width) is var outside ? new(outside, 1, 1) : default,
            new(Info));
    }

    /// <summary>The layers of a width.</summary>
    public static double Layers(double width) => Math.Round(width / (64 + (4 * Math.Log(width) / Math.Log(2)) - 9));

    private static double Ratio(double sequences, Tokens d) => sequences * HyperballTokens / (HyperballSequences * d.Count);

    private Answer<double> OfRatio(double value, Equation equation, double sequences, Tokens d) =>
        Answer<double>.OfPositive(value, value, LawRange.Any.OfRun(sequences, d.Count), new(Info, equation, sequences, d.Count));
}
