using ScalingSdk.Laws;

namespace ScalingSdk.Tests.Laws;

internal sealed class GadreSets : IGoldenSets
{
    public IEnumerable<IGoldenLaw> Sets => Gadre2024.Sets.Select(static law => new GadreGolden(law));
}

/// <summary>One corpus of gadre-2024.</summary>
internal sealed class GadreGolden(Gadre2024 law) : IGoldenLaw
{
    public string Id => law.Info.Id;

    public double[] Evaluate(string function, GoldenInput input) => function switch
    {
        "L(N;M)" => [law.Loss(input.Active, new(input["N"] * input["M"])).Value.NatsPerToken],
        _ => throw new ArgumentException($"{Id} has no function '{function}'", nameof(function)),
    };
}
