namespace ScalingSdk.Tests.Laws;

/// <summary>Table A9 of chinchilla-2022: the parameters of its models, in millions.</summary>
internal sealed class ChinchillaCountsGolden : IGoldenLaw
{
    public string Id => "chinchilla-counts";

    public double[] Evaluate(string function, GoldenInput input) =>
    [
        StandardDecoder.CountWithRelativePositions((int)input["L"], (int)input["d"], (int)input["heads"], (int)input["f"]) / 1e6,
    ];
}
