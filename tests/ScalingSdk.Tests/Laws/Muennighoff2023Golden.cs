using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

internal sealed class Muennighoff2023Golden() : ParametricLawGolden(Muennighoff2023.Law)
{
    private static readonly UniqueTokens Unique = new(1e10);

    public override double[] Evaluate(string function, GoldenInput input) => function switch
    {
        "L(N;D;U)" => [Muennighoff2023.Law.Loss(input.Active, input.Tokens, input.Unique).Value.NatsPerToken],
        "D'/U_D" => [Effective(input) / Unique.Count],
        "D'/U; D'/D; marginal" =>
        [
            Effective(input) / Unique.Count,
            Effective(input) / Tokens(input).Count,
            Muennighoff2023.Law.MarginalWorth(Tokens(input), Unique).Value,
        ],
        "best N;D;epochs" => Best(Muennighoff2023.Law.Allocate(input.Compute, input.Unique).Value, input.Unique),
        _ => base.Evaluate(function, input),
    };

    private static Tokens Tokens(GoldenInput input) => new(input["epochs"] * Unique.Count);

    private static double Effective(GoldenInput input) => Muennighoff2023.Law.EffectiveTokens(Tokens(input), Unique).Value.Count;

    private static double[] Best(OptimalRun run, UniqueTokens unique) =>
        [run.Parameters, run.Tokens.Count, run.Tokens.Count / unique.Count];
}
