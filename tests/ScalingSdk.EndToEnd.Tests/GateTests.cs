namespace ScalingSdk.EndToEnd.Tests;

/// <summary>Gates by property, in a build with two specs.</summary>
[Collection(PackageFixture.Name)]
public sealed class GateTests(PackageFixture package)
{
    [Fact]
    public async Task Build_Gates_FailOnTheSpecAndPassWithWhatTheMessageSays()
    {
        var consumer = new Consumer(package, "gates", "<ScalingMaxFlops>1e18</ScalingMaxFlops>");
        consumer.CopySample("Gpt2Small.scaling.json");

        var failed = await consumer.Build();
        var again = await consumer.Plan();
        var passed = await consumer.Plan("-p:ScalingMaxFlops=7.47e+18", "-p:ScalingMaxCost=");

        Assert.Equal(1, failed.ExitCode);
        Assert.Single(failed.Matching(@"Gpt2Small\.scaling\.json\(13,15\): error SCALE9001: .* -p:ScalingMaxFlops=7\.47e\+18"));
        Assert.Single(again.Matching("error SCALE9001: ")); // no stamp was left that would hide it
        Assert.Empty(passed.Succeeded().Problems);
    }

    [Fact]
    public async Task Build_GateThatCannotBeReadOrHeld_SaysSo()
    {
        var consumer = new Consumer(package, "bad-gates", "<ScalingMaxFlops>many</ScalingMaxFlops><ScalingMaxCost>2000</ScalingMaxCost>");
        consumer.CopySample("Gpt2Small.scaling.json");

        var build = await consumer.Build();

        Assert.Single(build.Matching(@"bad-gates\.csproj : error SCALE9005: 'ScalingMaxFlops': 'many' "));
        Assert.Single(build.Matching(@"Gpt2Small\.scaling\.json\(4,3\): warning SCALE9004: "));
    }
}
