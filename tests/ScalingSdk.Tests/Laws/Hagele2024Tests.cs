using ScalingSdk.Laws;

namespace ScalingSdk.Tests.Laws;

public sealed class Hagele2024Tests
{
    private static readonly Hagele2024 Law = Hagele2024.Law;

    [Fact]
    public void Sweep_OfOneHorizon_SavesNothing() => Assert.Equal(1, Law.Sweep([new(3e20)]).Value.Ratio);

    [Fact]
    public void Schedule_AroundTheCooldown_IsConstantThenFallsToZero()
    {
        Assert.Equal(1, Law.Schedule(0.5, 0.2).Value);
        Assert.Equal(1, Law.Schedule(0.8, 0.2).Value, 6);
        Near.Relative(0.5, Law.Schedule(0.85, 0.2).Value, 1e-12);
        Assert.Equal(0, Law.Schedule(1, 0.2).Value, 12);
    }

    [Fact]
    public void Schedule_WithAShortCooldown_SaysHowFarOutside() =>
        Near.Relative(2, Law.Schedule(0.5, 0.05).Outside.Tokens, 1e-12);

    [Fact]
    public void Questions_WithoutAnAnswer_SayWhy()
    {
        Assert.NotNull(Law.Sweep([]).WhyNone);
        Assert.NotNull(Law.Schedule(1.1, 0.2).WhyNone);
        Assert.NotNull(Law.Schedule(0.5, 0).WhyNone);
    }
}
