using ScalingSdk.Laws;

namespace ScalingSdk.Tests.Laws;

internal sealed class UnifiedSparse2025Golden : IGoldenLaw
{
    public string Id => "unified-sparse-2025";

    public double[] Evaluate(string function, GoldenInput input) =>
        [UnifiedSparse2025.Law.Loss(input.Active, input.Tokens, input["S"]).Value.NatsPerToken];
}

internal sealed class Frantar2023Golden : IGoldenLaw
{
    public string Id => "frantar-2023";

    public double[] Evaluate(string function, GoldenInput input) => function is "dense multiple"
        ? [Frantar2023.Law.DenseMultiple(input["S"]).Value]
        : [Frantar2023.Law.Loss(input.Active, input.Tokens, input["S"]).Value.NatsPerToken];
}

internal sealed class Xiong2023Golden : IGoldenLaw
{
    public string Id => "xiong-2023";

    public double[] Evaluate(string function, GoldenInput input) =>
        [function is "doubled" ? Xiong2023.Law.LeftByDoubling((int)input["size"])!.Value : Xiong2023.Law.Loss((int)input["size"], input["c"]).Value.NatsPerToken];
}
