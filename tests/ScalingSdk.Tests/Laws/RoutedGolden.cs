using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

internal sealed class JointMoe2025Golden : IGoldenLaw
{
    public string Id => "joint-moe-2025";

    public double[] Evaluate(string function, GoldenInput input) => function switch
    {
        "loss" => [JointMoe2025.Law.Loss(input.Active, input.Tokens, input["E"]).Value.NatsPerToken],
        "E'" => [JointMoe2025.Saturate(input["E"])],
        "m;mu;n;nu" => Reduced(input["E"]),
        "lr" => [JointMoe2025.Law.LearningRate(new NonEmbeddingParameters(input["Nne"]), input["E"]).Value],
        _ when JointMoe2025.Law.Allocate(input.Compute, input["E"]).Value is var run => [run.Parameters, run.Tokens.Count],
        _ => throw new ArgumentException(function, nameof(function)),
    };

    // L(N, D) = m N^mu + n D^nu + c: each term alone where the other is gone.
    private static double[] Reduced(double experts)
    {
        double Loss(double n, double d) => JointMoe2025.Law.Loss(new(n), new(d), experts).Value.NatsPerToken;
        const double Gone = 1e300, Floor = 1.3637;
        var (m, n) = (Loss(1, Gone) - Floor, Loss(Gone, 1) - Floor);
        return [m, Math.Log10((Loss(10, Gone) - Floor) / m), n, Math.Log10((Loss(Gone, 10) - Floor) / n)];
    }
}

internal sealed class Ling2025Golden : IGoldenLaw
{
    private static readonly Ling2025 Law = Ling2025.Law;

    public string Id => "ling-2025";

    public double[] Evaluate(string function, GoldenInput input) => function is "G" ? [Ling2025.BestGranularity] : function is "EL"
        ? [Law.EfficiencyLeverage(input["A"], input["G"], input.Compute).Value]
        :
        [
            Law.Allocate(input.Compute).Value.Parameters, Law.OptimalTokens(input.Compute).Value.Count,
            Law.AllocateDense(input.Compute).Value.Parameters, Law.OptimalTokensDense(input.Compute).Value.Count,
            Law.LearningRate(input.Compute).Value, Law.Batch(input.Compute).Value.Count,
        ];
}

internal sealed class HunyuanMoe2025Golden : IGoldenLaw
{
    private static readonly HunyuanMoe2025 Law = HunyuanMoe2025.Law;

    public string Id => "hunyuan-moe-2025";

    public double[] Evaluate(string function, GoldenInput input) => function switch
    {
        "G" => [Law.OptimalActiveExperts().Value],
        "S" => [Law.OptimalSharedOverActive().Value],
        "share" => [Law.ActiveShare(new(input["N"]))],
        _ => [Law.Loss(new(input["N"]), input.Tokens, new ActiveParameters(input["Na"]), input["G"], input["S"]).Value.NatsPerToken],
    };
}

internal sealed class Farseer2025Golden : IGoldenLaw
{
    public string Id => "farseer-2025";

    public double[] Evaluate(string function, GoldenInput input)
    {
        if (function is "loss")
            return [Farseer2025.Law.RelativeLoss(input.Weights, input.Tokens).Value];
        var run = Farseer2025.Law.Allocate(input.Compute).Value;
        return [run.Parameters, run.Tokens.Count];
    }
}
