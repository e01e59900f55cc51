using ScalingStudy.Model;

namespace ScalingStudy.Study;

/// <summary>A run of the study: a width, a budget in FLOP (6 N D), a peak rate and a seed.</summary>
internal sealed record RunPlan(string Kind, Shape Shape, double Budget, double Rate, int Seed)
{
    private const double BatchAt = 5e5;
    private const double Batch = 512;

    public string Name => FormattableString.Invariant($"{Kind}-{Budget:0.##e+0}-d{Shape.Width}-lr{Rate:0.00000}-s{Seed}");

    public long Tokens => TokensOf(Shape, Budget);

    /// <summary>512 (D / 5e5)^0.5 tokens in whole sequences: steps grow as D^0.5 too.</summary>
    public long BatchTokens { get; init; } = Math.Max(1, (long)Math.Round(Batch * Math.Sqrt(TokensOf(Shape, Budget) / BatchAt) / Shape.Context)) * Shape.Context;

    private static long TokensOf(Shape shape, double budget) => (long)(budget / (6 * shape.Parameters));
}
