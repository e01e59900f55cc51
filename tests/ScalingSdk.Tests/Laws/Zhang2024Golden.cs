using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

internal sealed class Zhang2024Golden : IGoldenLaw
{
    private static readonly Zhang2024 Law = Zhang2024.Law;

    public string Id => "zhang-2024";

    public double[] Evaluate(string function, GoldenInput input) => function switch
    {
        "CBS seqs(512)" => [Sequences(Law.TwentyPercentBatchByRecalledPrefactor(input.Tokens).Value)],
        "CBS tokens by the recalled prefactor" => [Law.TwentyPercentBatchByRecalledPrefactor(input.Tokens).Value.Count],
        "CBS along 20.5 N" => [Sequences(Law.TwentyPercentBatch(new(20.5 * input["N"])).Value)],
        "CBS of run" => [Sequences(Run(input).TwentyPercentBatch)],
        "b/a tokens" => [Run(input).CriticalBatch.Count],
        _ => throw new ArgumentException($"zhang-2024 has no function '{function}'", nameof(function)),
    };

    private static ZhangRun Run(GoldenInput input) => Law.Runs[(int)input["run"]];

    private static double Sequences(BatchTokens batch) => batch.Sequences(Zhang2024.SequenceLength);
}
