using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Laws;

/// <summary>The recipe of nanochat by depth (repository karpathy/nanochat, July 2026): Muon, tokens, batch, rate and decay together.</summary>
/// <remarks>P counts transformer matrices and the output head, without token and value embeddings. Tuned for depths 12 to 26.</remarks>
public sealed class Nanochat2026 : IRecipeLaw
{
    private const double TokensPerParameter = 12;
    private const double ReferenceBatch = 524_288;
    private const double BatchPower = 0.383;
    private const double ReferenceRate = 0.02;
    private const double ReferenceDecay = 0.28;
    private const double HeadWidth = 128;
    private const double WidthPerLayer = 64;
    private const double Vocabulary = 32_768;
    private const double ReferenceWidth = 768;
    private const int ReferenceDepth = 12;
    private const double SequenceLength = 2048;
    private const double ShortWindow = 768;
    private const int GateChannels = 12;

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
        Range = new LawRange(new Bounds(1.1e8, 9.2e8), new Bounds(1.32e9, 1.105e10), new Bounds(1e18, 4e19)),
        Answers = LawQuestions.Recipe,
        Equations = [Data, BatchOfTokens, Rate, Decay],
        Facts =
        [
            "width is 64 layers, rounded up to whole heads of 128; sequence 2048, vocabulary 32,768, output head untied",
            "the batch is rounded to a power of two; 40 steps of warm-up, constant, then linear to 5 % over the last 65 %",
            "the least loss at 1e18 to 1e19 FLOP lay at 10.3 to 11.2 tokens per parameter (LOG of January 2026); the ratio has been 10.5, and 12 since",
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
    public static double Parameters(int depth) => Matrices(depth, GateChannels);

    private static double Matrices(int depth, int gateChannels)
    {
        var width = Width(depth);
        var gated = (depth + 1) / 2;
        return (12.0 * depth * width * width) + (gateChannels * (width / HeadWidth) * gated) + (Vocabulary * width);
    }

    /// <summary>Training FLOPs per token by the script's own count: 6 for each matrix parameter, and the attention of each layer's window.</summary>
    /// <param name="depth">The layers.</param>
    /// <param name="shortWindow">Tokens that all but every fourth and the last layer see: 768 in July 2026, 1,024 before.</param>
    /// <param name="gateChannels">Inputs of a gate: 12 in July 2026, 32 before.</param>
    public static double FlopsPerToken(int depth, double shortWindow = ShortWindow, int gateChannels = GateChannels)
    {
        var width = Width(depth);
        var longLayers = (depth / 4) + (depth % 4 == 0 ? 0 : 1);
        var windows = (longLayers * SequenceLength) + ((depth - longLayers) * shortWindow);
        return (6 * Matrices(depth, gateChannels)) + (12 * width * windows);
    }

    /// <summary>The recipe of a depth of nanochat's own model.</summary>
    /// <param name="depth">The layers.</param>
    /// <param name="ratio">Tokens per parameter; 12 unless stated.</param>
    public Answer<TrainingRecipe> Recipe(int depth, double ratio = TokensPerParameter)
    {
        if (depth < 1 || !Positive.Is(ratio))
            return Answer<TrainingRecipe>.None("a depth is at least 1 layer, a ratio above 0");
        var parameters = Parameters(depth);
        var (d, reference) = (Math.Floor(ratio * parameters), Math.Floor(ratio * Parameters(ReferenceDepth)));
        return Answer<TrainingRecipe>.Of(At(d, RoundedBatch(d, reference), reference, Width(depth)), Info.Range.OfParameters(parameters), new(Info));
    }

    /// <inheritdoc/>
    /// <remarks>P is that of the model, whatever its shape. Fixed tokens are another ratio, which the reference run takes too; a fixed batch moves rate and decay.</remarks>
    public Answer<TrainingRecipe> Recipe(RecipeQuestion question)
    {
        if (question.Model.IsRouted)
            return Answer<TrainingRecipe>.None("'nanochat-2026' is a recipe of dense models");
        if (question is not { Model.WeightsWithHead: { } p, Width: { } width, Layers: { } layers })
            return Answer<TrainingRecipe>.None("'nanochat-2026' counts the output head: state the model's shape");
        var d = question.Tokens?.Count ?? Math.Floor(TokensPerParameter * p.Count);
        var reference = Math.Floor((question.Tokens is null ? TokensPerParameter : d / p.Count) * Parameters(ReferenceDepth));
        var rounded = RoundedBatch(d, reference);
        var recipe = At(d, question.Batch?.Count ?? rounded, reference, width) with
        {
            BatchHow = $"{BatchOfTokens.Expression} with D_ref {NumberText.Grouped((long)reference)}, rounded to a power of two",
        };
        var moved = new List<string>(recipe.Notes);
        if (!width.Equals(Width(layers)))
            moved.Add($"nanochat's own width for {NumberText.Grouped(layers)} layers is {NumberText.Grouped((long)Width(layers))}, not {NumberText.Grouped((long)width)}");
        if (question.Tokens is not null && Math.Abs((d / (TokensPerParameter * p.Count)) - 1) > 0.01)
            moved.Add($"its own {NumberText.Compact(TokensPerParameter * p.Count)} tokens are {NumberText.Round(TokensPerParameter)} a parameter: another ratio changes neither batch, rate nor decay");
        if (question.Batch is { Count: var stated } && !stated.Equals(rounded))
            moved.Add($"moved from its batch of {NumberText.Compact(rounded)} tokens: the rate by the square root, the decay by T_epoch");
        return Answer<TrainingRecipe>.OfPositive(
            recipe.Product, recipe with { Notes = moved }, Info.Range.OfParameters(p.Count).And(Info.Range.OfCompute(6 * p.Count * d)), new(Info));
    }

    /// <summary>The batch for another horizon than a reference run's, not rounded.</summary>
    public Answer<BatchTokens> Batch(Tokens d, Tokens reference) => Answer<BatchTokens>.Of(
        new(BatchAt(d.Count, reference.Count)), LawRange.Any.OfRun(reference.Count, d.Count), new(Info, BatchOfTokens, d.Count, reference.Count));

    /// <summary>The weight decay of another batch and horizon: AdamW's timescale in epochs stays that of the reference run (T_epoch).</summary>
    public Answer<double> WeightDecay(BatchTokens batch, Tokens d, Tokens reference) => Answer<double>.Of(
        ReferenceDecay * Math.Sqrt(batch.Count / ReferenceBatch) * reference.Count / d.Count,
        LawRange.Any.OfRun(batch.Count, d.Count).And(LawRange.Any.OfTokens(reference.Count)),
        new(Info, Decay, batch.Count, d.Count, reference.Count));

    private TrainingRecipe At(double d, double batch, double reference, double width)
    {
        var (scale, byWidth) = (Math.Sqrt(batch / ReferenceBatch), Math.Pow(width / ReferenceWidth, -0.5));
        return new TrainingRecipe
        {
            Optimizer = "muon",
            Tokens = new(d),
            Batch = new(batch),
            LearningRate = ReferenceRate * scale,
            RateFrom = new(Info, Rate, batch),
            WeightDecay = ReferenceDecay * scale * reference / d,
            DecayFrom = new(Info, Decay, batch, d, reference),
            Beta1 = 0.97,
            BatchRamp = "none: constant",
            Schedule = "constant, then linear to 5 % over the last 65 %",
            WarmupSteps = Math.Min(40, Math.Floor(d / batch)),
            DecayShare = 0.65,
            LastOverPeak = 0.05,
            Notes =
            [
                $"on AdamW: embeddings {NumberText.Compact(0.3 * scale * byWidth)}, output head {NumberText.Compact(0.008 * scale * byWidth)}, scalars {NumberText.Compact(0.5 * scale)}",
                "momentum 0.85 to 0.97 over 400 steps, to 0.90 as the rate falls; the weight decay falls by a cosine to zero",
            ],
        };
    }

    // The script takes the nearest power of two.
    private static double RoundedBatch(double d, double reference) => Math.Pow(2, Math.Round(Math.Log(BatchAt(d, reference)) / Math.Log(2)));

    private static double BatchAt(double d, double reference) => ReferenceBatch * Math.Pow(d / reference, BatchPower);

    private static double Width(int depth) => Math.Ceiling(WidthPerLayer * depth / HeadWidth) * HeadWidth;
}
