using ScalingSdk.Models.Flops;

namespace ScalingSdk.Tests.Laws;

/// <summary>Table A4 of chinchilla-2022: FLOPs of appendix F without the vocabulary over 6 N D, sequences of 2048.</summary>
internal sealed class ChinchillaFlopsGolden : IGoldenLaw
{
    public string Id => "chinchilla-flops";

    public double[] Evaluate(string function, GoldenInput input)
    {
        var model = StandardDecoder.Of((int)input["L"], (int)input["d"], (int)input["heads"], (int)input["f"]);
        return [(double)FlopsConventions.ChinchillaTableA4.Training(model, 2048).Flops!.Value / (6 * input["N"])];
    }
}
