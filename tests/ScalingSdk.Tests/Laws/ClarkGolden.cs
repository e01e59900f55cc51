using ScalingSdk.Laws;

namespace ScalingSdk.Tests.Laws;

internal sealed class ClarkSets : IGoldenSets
{
    public IEnumerable<IGoldenLaw> Sets => Clark2022.Sets.Select(static law => new ClarkGolden(law));
}

/// <summary>One router of clark-2022.</summary>
internal sealed class ClarkGolden(Clark2022 law) : IGoldenLaw
{
    public string Id => law.Info.Id;

    public double[] Evaluate(string function, GoldenInput input) => function switch
    {
        "E-hat" => [law.Form.Saturated(input["E"])],
        "L (inferred c)" => [law.Loss(input.Active, input["E"]).Value.NatsPerToken],
        "L dense" => [Clark2022.DenseLoss(input.Active).Value.NatsPerToken],
        "N_bar" => [law.EffectiveParameters(input.Active, input["E"]).Value.Count],
        "N_cutoff" => [law.Form.Cutoff],
        "inferred c" => [law.Form.C],
        _ => throw new ArgumentException($"{Id} has no function '{function}'", nameof(function)),
    };
}
