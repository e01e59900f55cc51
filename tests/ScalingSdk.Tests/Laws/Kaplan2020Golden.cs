using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

internal sealed class Kaplan2020Golden : IGoldenLaw
{
    private static readonly Kaplan2020 Law = Kaplan2020.Law;

    public string Id => "kaplan-2020";

    public double[] Evaluate(string function, GoldenInput input) => function switch
    {
        "L(N) 1.1" => [Law.LossOfSize(input.Weights).Value.NatsPerToken],
        "L(D) 1.2" => [Law.LossOfData(input.Unique).Value.NatsPerToken],
        "L(Cmin) 1.3" => [Law.LossOfCompute(input.LeastCompute).Value.NatsPerToken],
        "L(Cmin) 1.3; naive 3.3" =>
        [
            Law.LossOfCompute(input.LeastCompute).Value.NatsPerToken,
            Law.LossAtFixedBatch(new(input.LeastCompute.Flops)).Value.NatsPerToken,
        ],
        "L(N;D) 4.1; dL 4.3" => [Loss(input), Law.Penalty(input.Weights, input.Unique).Value],
        "L(N;D) 4.1; L(N;inf); dL 4.3" =>
        [
            Loss(input),
            Law.Loss(input.Weights, new UniqueTokens(1e300)).Value.NatsPerToken,
            Law.Penalty(input.Weights, input.Unique).Value,
        ],
        "D_min 4.4" => [Threshold(input.Weights)],
        "D_min 4.4; exact 2%" => [Threshold(input.Weights), Law.ThresholdAt(input.Weights, 0.02).Value.Count],
        "exact inversion coefficient" => [Law.ThresholdAt(new(1), input["t"]).Value.Count],
        "N_max(D)" => [Law.LargestModelFor(input.Unique).Value.Count],
        "known model 4.4; D over 4.4; dL" =>
        [
            Threshold(input.Weights),
            input["D"] / Threshold(input.Weights),
            Law.Penalty(input.Weights, input.Unique).Value,
        ],
        "N where 4.4 is 20 per parameter" => [TwentyPerParameter, Threshold(new(TwentyPerParameter))],
        "loss ratio" => [Law.LossOfSize(new(1e9 * input["ratio"])).Value.NatsPerToken / Law.LossOfSize(new(1e9)).Value.NatsPerToken],
        "data ratio" => [Threshold(new(1e8 * input["ratio"])) / Threshold(new(1e8))],
        "LR D.1 zero" => [ZeroOfTheLearningRate()],
        _ => Kaplan2020RunsGolden.Evaluate(function, input),
    };

    // 5e3 N^0.74 = 20 N.
    private static double TwentyPerParameter => Math.Pow(5e3 / 20, 1 / 0.26);

    private static double Loss(GoldenInput input) => Law.Loss(input.Weights, input.Unique).Value.NatsPerToken;

    private static double Threshold(NonEmbeddingWeights n) => Law.Threshold(n).Value.Count;

    private static double ZeroOfTheLearningRate()
    {
        var (low, high) = (1e9, 1e11);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (Law.ShownLearningRate(new(middle)).HasValue)
                low = middle;
            else
                high = middle;
        }

        return low;
    }
}
