using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

internal sealed class Sardana2023Golden : IGoldenLaw
{
    public string Id => "sardana-2023";

    public double[] Evaluate(string function, GoldenInput input) => function switch
    {
        "N;D;saving" => Run(input, Chinchilla2022.Approach3Tex),
        "N;D;saving with besiroglu" => Run(input, Besiroglu2024.Law),
        "saving" => [Run(input, Chinchilla2022.Approach3Tex)[2]],
        "N;D over reference" => Run(input, Chinchilla2022.Approach3Tex) is [var n, var d, _]
            ? [n, d / Reference(input, Chinchilla2022.Approach3Tex).Count]
            : [],
        _ => throw new ArgumentException($"sardana-2023 has no function '{function}'", nameof(function)),
    };

    private static double[] Run(GoldenInput input, ParametricLaw law)
    {
        var run = Sardana2023.Law.Deploy(law, input.Active, Reference(input, law), new(input["Dinf"])).Value;
        return [run.Parameters.Count, run.Tokens.Count, run.Saving];
    }

    private static Tokens Reference(GoldenInput input, ParametricLaw law) =>
        input.Has("D") ? input.Tokens : law.OptimalTokens(input.Active).Value;
}
