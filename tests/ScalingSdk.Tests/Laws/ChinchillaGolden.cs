using ScalingSdk.Laws;

namespace ScalingSdk.Tests.Laws;

internal sealed class ChinchillaA1Golden() : TableLawGolden(Chinchilla2022.Approach1);

internal sealed class ChinchillaA2Golden() : TableLawGolden(Chinchilla2022.Approach2);

internal sealed class ChinchillaA3TexGolden() : ParametricLawGolden(Chinchilla2022.Approach3Tex);

internal sealed class ChinchillaA3RoundedGolden() : ParametricLawGolden(Chinchilla2022.Approach3Rounded);

internal sealed class Besiroglu2024Golden() : ParametricLawGolden(Besiroglu2024.Law);

/// <summary>A law through a table of optimal runs.</summary>
internal abstract class TableLawGolden(PowerAllocationLaw law) : IGoldenLaw
{
    public string Id => law.Info.Id;

    public double[] Evaluate(string function, GoldenInput input) => function switch
    {
        "D_opt;C_opt" => [Tokens(input), 6 * input["N"] * Tokens(input)],
        "N_opt" => [law.Allocate(input.Compute).Value.Parameters],
        _ => throw new ArgumentException($"{Id} has no function '{function}'", nameof(function)),
    };

    private double Tokens(GoldenInput input) => law.OptimalTokens(input.Active).Value.Count;
}

/// <summary>A law of the form E + A/N^alpha + B/D^beta.</summary>
internal abstract class ParametricLawGolden(ParametricLaw law) : IGoldenLaw
{
    public string Id => law.Info.Id;

    public virtual double[] Evaluate(string function, GoldenInput input) => function switch
    {
        "L(N;D)" => [law.Loss(input.Active, input.Tokens).Value.NatsPerToken],
        "N_opt;D_opt" => [Run(input).Parameters, Run(input).Tokens.Count],
        "N_opt" => [Run(input).Parameters],
        "D_opt/N_opt" => [Run(input).Tokens.Count / Run(input).Parameters],
        "D_opt(N)" => [Tokens(input)],
        "D_opt;C_opt" => [Tokens(input), 6 * input["N"] * Tokens(input)],
        "G" => [law.Form.G],
        "exponent a" => [law.Form.ParametersExponent],
        "90% N low;high" => Bounds(law.ParametersInterval(input.Compute).Value),
        "90% D low;high" => Bounds(law.TokensInterval(input.Compute).Value),
        "90% N median" => [law.ParametersInterval(input.Compute).Value.Median],
        "90% D median" => [law.TokensInterval(input.Compute).Value.Median],
        _ => throw new ArgumentException($"{Id} has no function '{function}'", nameof(function)),
    };

    private OptimalRun Run(GoldenInput input) => law.Allocate(input.Compute).Value;

    private double Tokens(GoldenInput input) => law.OptimalTokens(input.Active).Value.Count;

    private static double[] Bounds(Interval interval) => [interval.Low, interval.High];
}
