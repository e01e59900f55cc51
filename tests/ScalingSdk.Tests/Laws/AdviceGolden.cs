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

internal sealed class Mup2022Golden : IGoldenLaw
{
    public string Id => "mup-2022";

    public double[] Evaluate(string function, GoldenInput input) => [Mup2022.Law.Transfer(input["base"], input["width"]).Value.HiddenLearningRate];
}

internal sealed class Tay2021Golden : IGoldenLaw
{
    public string Id => "tay-2021";

    public double[] Evaluate(string function, GoldenInput input) => [Tay2021.DepthConverges.Least, Tay2021.DepthConverges.Most];
}

internal sealed class PublishedRatesGolden : IGoldenLaw
{
    public string Id => "published-rates";

    public double[] Evaluate(string function, GoldenInput input) => [PublishedRates.Law.Of(input.Active, 1).Middle.Value];
}
