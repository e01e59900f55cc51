using ScalingSdk.Laws;

namespace ScalingSdk.Tests.Laws;

internal sealed class GadreRedPajamaGolden() : GadreGolden(Gadre2024.RedPajama);

internal sealed class GadreC4Golden() : GadreGolden(Gadre2024.C4);

internal sealed class GadreRefinedWebGolden() : GadreGolden(Gadre2024.RefinedWeb);

/// <summary>One corpus of gadre-2024.</summary>
internal abstract class GadreGolden(Gadre2024 law) : IGoldenLaw
{
    public string Id => law.Info.Id;

    public double[] Evaluate(string function, GoldenInput input) => function switch
    {
        "L(N;M)" => [law.Loss(input.Active, new(input["N"] * input["M"])).Value.NatsPerToken],
        _ => throw new ArgumentException($"{Id} has no function '{function}'", nameof(function)),
    };
}
