using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

internal sealed class EpochsTurn2026Golden : IGoldenLaw
{
    public string Id => "epochs-turn";

    public double[] Evaluate(string function, GoldenInput input) => [EpochsTurn2026.Law.Turn(new(input["N"]), input.Unique, function switch
    {
        "decay0.1" => Regularisation.Decay,
        "tuned" => Regularisation.TunedDecay,
        _ => Regularisation.TunedDecayAndDropout,
    }).Value];
}

internal sealed class WeightDecayLimited2026Golden : IGoldenLaw
{
    public string Id => "wd-limited";

    public double[] Evaluate(string function, GoldenInput input) => function is "tauEpoch"
        ? [WeightDecayLimited2026.Law.WeightDecayFor(new(input["B"]), input["eta"], input["tau"], input.Unique).Value]
        : [WeightDecayLimited2026.Law.WeightDecay(new(input["N"]), input.Unique, dropout: function is "decay dropout").Value];
}

internal sealed class Kim2025Golden : IGoldenLaw
{
    public string Id => "kim-2025";

    public double[] Evaluate(string function, GoldenInput input) => [Kim2025.Law.Loss(new(input["N"])).Value.NatsPerToken];
}

internal sealed class Tao2024Golden : IGoldenLaw
{
    private static readonly Tao2024 Law = Tao2024.Law;

    public string Id => "tao-2024";

    public double[] Evaluate(string function, GoldenInput input)
    {
        if (function is "f")
            return [Law.TokensPerCharacter(input["V"]).Value];
        var n = new NonEmbeddingParameters(input["N"]);
        var compute = new TrainingFlops(Law.ComputeOf(n).Value.Flops * (input.Has("F") ? input["F"] : 1));
        var (first, second) = (Law.VocabularyByProfiles(compute).Value, Law.VocabularyByDerivative(n).Value);
        return function switch
        {
            "Nv1;Nv2" => [first, second],
            "V3" => [Law.VocabularyByLoss(n, compute, input["d"]).Value],
            _ => [first / input["d"], second / input["d"], Law.VocabularyByLoss(n, compute, input["d"]).Value],
        };
    }
}

internal sealed class ParScaleSets : IGoldenSets
{
    public IEnumerable<IGoldenLaw> Sets => ParScale2025.Sets.Select(static law => new ParScaleGolden(law));
}

/// <summary>One corpus of parscale-2025.</summary>
internal sealed class ParScaleGolden(ParScale2025 law) : IGoldenLaw
{
    public string Id => law.Info.Id;

    public double[] Evaluate(string function, GoldenInput input) => [law.Loss(new(input["N"]), input["P"]).Value.NatsPerToken];
}

internal sealed class BhagiaSets : IGoldenSets
{
    public IEnumerable<IGoldenLaw> Sets => Bhagia2024.Sets.Select(static law => new BhagiaGolden(law));
}

/// <summary>One task of bhagia-2024.</summary>
internal sealed class BhagiaGolden(Bhagia2024 law) : IGoldenLaw
{
    public string Id => law.Info.Id;

    public double[] Evaluate(string function, GoldenInput input)
    {
        var n = new NonEmbeddingParameters(input["N"]);
        var accuracy = law.Accuracy(n, input.Tokens).Value;
        return function is "acc" ? [accuracy] : [law.TaskLoss(n, input.Tokens).Value, accuracy];
    }
}
