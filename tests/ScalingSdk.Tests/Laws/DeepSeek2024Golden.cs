using ScalingSdk.Laws;
using ScalingSdk.Models.Flops;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

internal sealed class DeepSeek2024Golden : IGoldenLaw
{
    private const int SequenceLength = 4096;
    private const int Vocabulary = 102400;

    private static readonly DeepSeek2024 Law = DeepSeek2024.Law;

    public string Id => "deepseek-2024";

    public double[] Evaluate(string function, GoldenInput input) => function switch
    {
        "lr;batch;M;D" => Hyperparameters(new(input["C"])),
        "lr;batch sequences" => Released(NonEmbeddingFlops.Of(Scale(input), input.Tokens)),
        "6N1/M;6N2/M" => Ratios(input),
        "M D over C" => [Hyperparameters(new(input["C"])) is [_, _, var m, var d] ? m * d / input["C"] : double.NaN],
        _ => throw new ArgumentException($"deepseek-2024 has no function '{function}'", nameof(function)),
    };

    private static double[] Hyperparameters(NonEmbeddingFlops c) =>
    [
        Law.LearningRate(c).Value,
        Law.Batch(c).Value.Count,
        Law.OptimalScale(c).Value.Flops,
        Law.OptimalTokens(c).Value.Count,
    ];

    private static double[] Released(NonEmbeddingFlops c) =>
        [Law.LearningRate(c).Value, Law.Batch(c).Value.Sequences(SequenceLength)];

    // 6 N1 leaves out the vocabulary, 6 N2 counts it once.
    private static double[] Ratios(GoldenInput input)
    {
        var (layers, width) = (input["L"], input["d"]);
        var weights = 72 * layers * width * width;
        var scale = Scale(input).Flops;
        return [weights / scale, (weights + (6 * Vocabulary * width)) / scale];
    }

    private static NonEmbeddingFlopsPerToken Scale(GoldenInput input) =>
        StandardDecoder.Of((int)input["L"], (int)input["d"], heads: (int)input["d"] / 64).SizeAt(SequenceLength).FlopsPerToken!.Value;
}
