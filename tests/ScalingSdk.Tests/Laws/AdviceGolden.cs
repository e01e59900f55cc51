using System.Globalization;
using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

internal sealed class McCandlish2018Golden : IGoldenLaw
{
    public string Id => "mccandlish-2018";

    public double[] Evaluate(string function, GoldenInput input)
    {
        var tradeOff = McCandlish2018.Law.At(new(1e6), new(1e6)).Value;
        return [tradeOff.Steps, tradeOff.Examples];
    }
}

internal sealed class Bergsma2025Golden : IGoldenLaw
{
    public string Id => "bergsma-2025";

    public double[] Evaluate(string function, GoldenInput input) => function switch
    {
        "lambda" => [Bergsma2025.Law.WeightDecay(new(input["B"]), input["eta"], input.Active, input.Tokens).Value],
        "batch" => [Bergsma2025.Law.AnchoredBatch(input.Tokens).Value.Count],
        _ => [Bergsma2025.Law.OptimalTimescale(input["TPP"]).Value],
    };
}

internal sealed class Hagele2024Golden : IGoldenLaw
{
    public string Id => "hagele-2024";

    public double[] Evaluate(string function, GoldenInput input) =>
    [
        Hagele2024.Law.Sweep([.. input.Text("horizons").Split('/')
            .Select(static text => new TrainingFlops(double.Parse(text, CultureInfo.InvariantCulture)))]).Value.Ratio,
    ];
}

internal sealed class Kumar2024Golden : IGoldenLaw
{
    public string Id => "kumar-2024";

    public double[] Evaluate(string function, GoldenInput input) => [Kumar2024.Law.WeightRetention(input["P_w"]).Value];
}

internal sealed class Krajewski2024Golden : IGoldenLaw
{
    public string Id => "krajewski-2024";

    public double[] Evaluate(string function, GoldenInput input) =>
        [Krajewski2024.Law.Loss(new(input["N"]), input.Tokens, input["G"]).Value.NatsPerToken];
}
