using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

internal sealed class Nanochat2026Golden : IGoldenLaw
{
    private static readonly Nanochat2026 Law = Nanochat2026.Law;

    public string Id => "nanochat-2026";

    public double[] Evaluate(string function, GoldenInput input)
    {
        if (function is "T_epoch")
            return [Law.WeightDecay(new(input["B"]), input.Tokens, new(input["Dref"])).Value * input["lambda"] / 0.28];
        if (function is "tokens")
            return [Law.Recipe(12, input["ratio"]).Value.Tokens.Count / Nanochat2026.Parameters(12) * input["P"]];
        var depth = (int)input["d"];
        if (function is "flops")
            return [input.Has("window") ? Nanochat2026.FlopsPerToken(depth, input["window"], (int)input["gates"]) : Nanochat2026.FlopsPerToken(depth)];

        // The runs of January had windows of 1,024 tokens and gates of 32 channels; the attention is that of the nearest depth.
        if (function is "isoflop")
            return [((6 * (input["P"] - Nanochat2026.Parameters(depth))) + Nanochat2026.FlopsPerToken(depth, 1024, 32)) * input["D"]];
        if (function is "P;D;B")
            return [Nanochat2026.Parameters(depth), Law.Recipe(depth, input["ratio"]).Value.Tokens.Count, Law.Recipe(depth, input["ratio"]).Value.Batch.Count];
        var recipe = Law.Recipe(depth, input.Has("ratio") ? input["ratio"] : 12).Value;
        return function is "steps at 2^19"
            ? [Math.Floor(recipe.Tokens.Count / 524_288)]
            : [Nanochat2026.Parameters(depth), recipe.Tokens.Count, recipe.Batch.Count, recipe.Steps, recipe.LearningRate!.Value, recipe.WeightDecay!.Value];
    }
}

internal sealed class OlmoLadderGolden : IGoldenLaw
{
    public string Id => "olmo-ladder";

    public double[] Evaluate(string function, GoldenInput input)
    {
        var recipe = OlmoLadder.Law.Recipe(new(input["N"]), 1).Value;

        // The ladder before OLMo-core: a cosine, whole 128 sequences of 4096 tokens, and half the rate for sequences twice as long.
        const double Whole = 128 * 4096;
        return function is "cosine batch;rate"
            ? [Math.Round(recipe.Batch.Count / Whole) * Whole, recipe.LearningRate!.Value / 2]
            : [recipe.Batch.Count, recipe.LearningRate!.Value, recipe.Beta2!.Value];
    }
}

internal sealed class Marin2025Golden : IGoldenLaw
{
    public string Id => "marin-2025";

    public double[] Evaluate(string function, GoldenInput input) => function switch
    {
        "lr" => [Marin2025.Law.LearningRate(BatchTokens.OfSequences(input["B"], 4096), input["d"]).Value],
        "beta2" => [Marin2025.Law.Beta2(BatchTokens.OfSequences(input["B"], 4096)).Value],
        "adamh adam lr;eps;beta2" => BesideHyperball(input),
        "adamh;adam lr;eps;beta2" => [Marin2025.Law.HyperballLearningRate(input["B"], input.Tokens).Value, .. BesideHyperball(input)],
        "layers" => [Marin2025.Layers(input["d"])],
        _ => [Marin2025.Law.HyperballLearningRate(input["B"], input.Tokens).Value],
    };

    private static double[] BesideHyperball(GoldenInput input) =>
    [
        Marin2025.Law.HyperballAdamRate(input["B"], input.Tokens).Value, Marin2025.Law.HyperballAdamEpsilon(input["B"], input.Tokens).Value,
        Marin2025.HyperballBeta2(input["B"]),
    ];
}

internal sealed class Muon2025Golden : IGoldenLaw
{
    public string Id => "muon-2025";

    public double[] Evaluate(string function, GoldenInput input)
    {
        var compute = new TrainingFlops(input.LeastCompute.Flops);
        return function is "ratio"
            ? [Muon2025.Law.ComputeRatio(compute).Value]
            : [Muon2025.Law.Loss(compute).Value.NatsPerToken, Muon2025.Law.AdamWLoss(compute).Value.NatsPerToken];
    }
}

internal sealed class CompleteP2025Golden : IGoldenLaw
{
    public string Id => "completep-2025";

    public double[] Evaluate(string function, GoldenInput input)
    {
        var scaling = CompleteP2025.Law.Transfer(1, input["width"], 1, input["depth"]).Value;
        return [scaling.Residual, scaling.HiddenLearningRate, scaling.HiddenWeightDecay, scaling.HiddenEpsilon, scaling.OtherEpsilon];
    }
}

internal sealed class Schaipp2026Golden : IGoldenLaw
{
    public string Id => "schaipp-2026";

    public double[] Evaluate(string function, GoldenInput input) =>
        [function is "band" ? Schaipp2026.Band.Most / Schaipp2026.Band.Least : Schaipp2026.Law.Batch(input.Tokens).Value.Count];
}

internal sealed class Merrill2025Golden : IGoldenLaw
{
    public string Id => "merrill-2025";

    public double[] Evaluate(string function, GoldenInput input) => [Merrill2025.Cap(new BatchTokens(5e7)).Count];
}
