using ScalingSdk.Planning;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Planning;

/// <summary>The epochs from which a loss rises, and whose rules they are.</summary>
public sealed class EpochsTurnTests
{
    // 70 (U/N)^0.73 is muennighoff-2023's; the lowest is 3037 U^0.40 N^-0.70.
    [Fact]
    public void Turn_WhoseHighestIsThatOfThePublicRuns_NamesBoth()
    {
        var turn = Turn("1B", "300M");

        Assert.Equal(70 * Math.Pow(0.3, 0.73), turn.Most, 1e-9);
        Assert.Equal(3037 * Math.Pow(3e8, 0.40) * Math.Pow(1e9, -0.70), turn.Fewest, 1e-9);
        Assert.Equal("epochs-turn to muennighoff-2023", turn.Whose);
    }

    [Fact]
    public void Turn_AboveTheLastRatioOfThePublicRuns_IsThatOfEpochsTurn() => Assert.Equal("epochs-turn", Turn("100M", "200M").Whose);

    [Theory]
    [InlineData("50M", true)]
    [InlineData("300M", false)]
    public void Turn_OfFewerUniqueTokensThanTheRuns_IsExtrapolatedInU(string unique, bool outside) =>
        Assert.Equal(outside ? "extrapolated by 2.0x in U" : "inside the observed range", Turn("1B", unique).Outside.ToString());

    private static EpochsTurn Turn(string parameters, string unique) =>
        Run($$"""{ "model": { "parameters": "{{parameters}}" }, "data": { "unique_tokens": "{{unique}}", "epochs": 100 } }""").Plan!.Data!.Turn;
}
