using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

internal sealed class Porian2024Golden : IGoldenLaw
{
    private static readonly Porian2024 Law = Porian2024.Law;

    public string Id => "porian-2024";

    public double[] Evaluate(string function, GoldenInput input) => function switch
    {
        "batch seqs(2048);lr" => [Sequences(Law.Batch(Size(input))), Law.LearningRate(Size(input)).Value],
        "rounded batch;lr" => [Sequences(Law.RoundedBatch(Size(input))), Law.RoundedLearningRate(Size(input)).Value],
        "exponents of stage" => Exponents(Law.Stages[(int)input["stage"]]),
        _ => throw new ArgumentException($"porian-2024 has no function '{function}'", nameof(function)),
    };

    private static WeightsWithHead Size(GoldenInput input) => new(input["N"]);

    private static double Sequences(Answer<BatchTokens> batch) => batch.Value.Sequences(Porian2024.SequenceLength);

    private static double[] Exponents(PorianStage stage) => [stage.RefinedWeb, stage.OpenWebText2];
}
