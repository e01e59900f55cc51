using ScalingSdk.Laws;

namespace ScalingSdk.Tests.Laws;

internal sealed class StepLaw2025Golden : IGoldenLaw
{
    public string Id => "step-law-2025";

    public double[] Evaluate(string function, GoldenInput input) => function switch
    {
        "lr" => [Rate(input)],
        "lr;batch tokens" => [Rate(input), StepLaw2025.Law.Batch(input.Tokens).Value.Count],
        _ => throw new ArgumentException($"step-law-2025 has no function '{function}'", nameof(function)),
    };

    private static double Rate(GoldenInput input) => StepLaw2025.Law.LearningRate(input.Weights, input.Tokens).Value;
}
