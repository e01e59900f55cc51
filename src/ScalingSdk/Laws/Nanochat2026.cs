using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>The recipe of nanochat by depth (repository karpathy/nanochat, July 2026): Muon, tokens, batch, rate and decay together.</summary>
/// <remarks>P counts transformer matrices and the output head, without token and value embeddings. Tuned for depths 12 to 26.</remarks>
public sealed class Nanochat2026 : IScalingLaw
{
    private const double TokensPerParameter = 12;
    private const double ReferenceBatch = 524_288;
    private const double BatchPower = 0.383;
    private const double ReferenceRate = 0.02;
    private const double ReferenceDecay = 0.28;
    private const double HeadWidth = 128;
    private const double WidthPerLayer = 64;
    private const double Vocabulary = 32_768;
    private const int ReferenceDepth = 12;

    private static readonly Symbol Reference = new("D_ref", "tokens");
    private static readonly Equation Data = new("", Symbol.D, $"{TokensPerParameter:r} P", new Symbol("P", "parameters"));
    private static readonly Equation BatchOfTokens = new(
        "", Symbol.B, $"{ReferenceBatch:B_ref} (D/D_ref)^{BatchPower:p}", Symbol.D, Reference);

    private static readonly Equation Rate = new("", Symbol.Rate, $"{ReferenceRate:eta_ref} sqrt(B/{ReferenceBatch:B_ref})", Symbol.B);
    private static readonly Equation Decay = new(
        "T_epoch", new("lambda", ""), $"{ReferenceDecay:lambda_ref} sqrt(B/{ReferenceBatch:B_ref}) D_ref/D", Symbol.B, Symbol.D, Reference);

    private Nanochat2026()
    {
    }

    /// <summary>The law.</summary>
    public static Nanochat2026 Law { get; } = new();

    /// <summary>The depths that the recipe was tuned for.</summary>
    public static Bounds Depths { get; } = new(12, 26);

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "nanochat-2026",
        Paper = "Karpathy 2026, nanochat (repository karpathy/nanochat, scripts/base_train.py)",
        ConstantSet = "nanochat-2026 July",
        Parameters = ParameterConvention.WeightsWithHead,
        Range = new LawRange(new Bounds(1.1e8, 9.2e8), Bounds.Any, new Bounds(1e18, 4e19)),
        Answers = LawQuestions.Recipe,
        Equations = [Data, BatchOfTokens, Rate, Decay],
        Facts =
        [
            "width is 64 layers, rounded up to whole heads of 128; sequence 2048, vocabulary 32,768, output head untied",
            "the batch is rounded to a power of two; 40 steps of warm-up, constant, then linear to 5 % over the last 65 %",
            "embeddings take 0.3 and the head 0.008 times sqrt(B/2^19), times (width/768)^-0.5; the decay falls by a cosine to zero",
        ],
        Caveats =
        [
            "another ratio of tokens per parameter changes neither batch, rate nor decay",
            "Muon's sqrt(B) and the rule of the decay are assumptions of the author; the batch is 2.4 times that of bergsma-2025",
            "tuned for depths 12 to 26, 1e18 to 4e19 FLOP",
        ],
    };

    /// <summary>Transformer matrices and the output head of this depth.</summary>
    public static double Parameters(int depth)
    {
        var width = Width(depth);
        var gated = (depth + 1) / 2;
        return (12.0 * depth * width * width) + (12 * (width / HeadWidth) * gated) + (Vocabulary * width);
    }

    /// <summary>The recipe of a depth.</summary>
    /// <param name="depth">The layers.</param>
    /// <param name="ratio">Tokens per parameter; 12 unless stated.</param>
    public Answer<TrainingRecipe> Recipe(int depth, double ratio = TokensPerParameter)
    {
        if (depth < 1 || !Positive.Is(ratio))
            return Answer<TrainingRecipe>.None("a depth is at least 1 layer, a ratio above 0");
        var parameters = Parameters(depth);
        var (d, reference) = (Math.Floor(ratio * parameters), Math.Floor(ratio * Parameters(ReferenceDepth)));
        var batch = Math.Pow(2, Math.Round(Math.Log(BatchAt(d, reference)) / Math.Log(2)));
        var recipe = new TrainingRecipe
        {
            Optimizer = "muon",
            Tokens = new(d),
            Batch = new(batch),
            LearningRate = ReferenceRate * Math.Sqrt(batch / ReferenceBatch),
            WeightDecay = ReferenceDecay * Math.Sqrt(batch / ReferenceBatch) * reference / d,
            Beta2 = 0.97,
            WarmupShare = Math.Min(1, 40 * batch / d),
            DecayShare = 0.65,
            LastOverPeak = 0.05,
        };
        return Answer<TrainingRecipe>.Of(recipe, Info.Range.OfParameters(parameters), new(Info));
    }

    /// <summary>The batch for another horizon than a reference run's, not rounded.</summary>
    public Answer<BatchTokens> Batch(Tokens d, Tokens reference) => Answer<BatchTokens>.Of(
        new(BatchAt(d.Count, reference.Count)), LawRange.Any.OfRun(reference.Count, d.Count), new(Info, BatchOfTokens, d.Count, reference.Count));

    /// <summary>The weight decay of another batch and horizon: AdamW's timescale in epochs stays that of the reference run (T_epoch).</summary>
    public Answer<double> WeightDecay(BatchTokens batch, Tokens d, Tokens reference) => Answer<double>.Of(
        ReferenceDecay * Math.Sqrt(batch.Count / ReferenceBatch) * reference.Count / d.Count,
        LawRange.Any.OfRun(batch.Count, d.Count).And(LawRange.Any.OfTokens(reference.Count)),
        new(Info, Decay, batch.Count, d.Count, reference.Count));

    private static double BatchAt(double d, double reference) => ReferenceBatch * Math.Pow(d / reference, BatchPower);

    private static double Width(int depth) => Math.Ceiling(WidthPerLayer * depth / HeadWidth) * HeadWidth;
}
