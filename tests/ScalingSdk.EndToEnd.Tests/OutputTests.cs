using System.Text.Json;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>What a build leaves for other tools: SARIF and binary logs.</summary>
[Collection(PackageFixture.Beside)]
public sealed class OutputTests(PackageFixture package)
{
    [Fact]
    public async Task Build_ErrorLog_HoldsTheFindingsWithTheirPages()
    {
        var consumer = new Consumer(package, "sarif");
        consumer.CopySample("Gpt2Small.scaling.json");

        (await consumer.Build("-p:ErrorLog=log.sarif%2Cversion=2.1")).Succeeded();
        using var document = JsonDocument.Parse(consumer.Read("log.sarif"));
        var root = document.RootElement;

        Assert.Equal("2.1.0", root.GetProperty("version").GetString());
        Assert.EndsWith("/sarif-2.1.0", root.GetProperty("$schema").GetString(), StringComparison.Ordinal);
        var run = Assert.Single(root.GetProperty("runs").EnumerateArray());
        var results = run.GetProperty("results").EnumerateArray().OrderBy(static result => result.GetProperty("ruleId").GetString(), StringComparer.Ordinal).ToList();
        Assert.Equal(
            ["SCALE1001 warning '2B' unique tokens x 5 epochs", "SCALE3001 note vocabulary size '50257' is no"],
            results.Select(static result => $"{result.GetProperty("ruleId")} {result.GetProperty("level")} {result.GetProperty("message").GetProperty("text").GetString()![..29]}"));
        var places = results.ConvertAll(static result => Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation"));
        Assert.All(places, place => Assert.Equal(
            Path.Combine(consumer.Folder, "Gpt2Small.scaling.json"), new Uri(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!).LocalPath));
        Assert.Equal(
            "startLine 14, startColumn 22, endLine 14, endColumn 26",
            string.Join(", ", places[0].GetProperty("region").EnumerateObject().Select(static edge => $"{edge.Name} {edge.Value}")));
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        Assert.All(results, result =>
        {
            var rule = rules[result.GetProperty("ruleIndex").GetInt32()];
            Assert.Equal(result.GetProperty("ruleId").GetString(), rule.GetProperty("id").GetString());
            Assert.EndsWith($"/docs/rules/{rule.GetProperty("id")}.md", rule.GetProperty("helpUri").GetString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Build_InDetail_ShowsInputsOutputsAndEveryFigure()
    {
        var consumer = new Consumer(package, "binlog");
        consumer.CopySample("Gpt2Small.scaling.json");

        var build = (await consumer.Build("-bl:build.binlog", "-v:d", "--tl:off")).Succeeded();
        var replayed = await consumer.Run("msbuild", "build.binlog", "-v:diag", "-tl:off");
        File.SetLastWriteTimeUtc(Path.Combine(consumer.Folder, "binlog.csproj"), DateTime.UtcNow.AddSeconds(1));
        (await consumer.Build("-bl:again.binlog")).Succeeded();
        var again = await consumer.Run("msbuild", "again.binlog", "-v:diag", "-tl:off");

        Assert.Single(replayed.Matching(@"^Task Parameter:Specs=Gpt2Small\.scaling\.json "));
        Assert.Single(replayed.Matching(@"^Task Parameter:PlanDirectory=obj/Debug/net10\.0/scaling/ "));
        Assert.NotEmpty(replayed.Matching(@"^/.*/obj/Debug/net10\.0/scaling/Gpt2Small\.plan\.json \(TaskId:")); // an output item
        Assert.Single(replayed.Matching(@"^Output file ""obj/Debug/net10\.0/scaling/plans\..*\.txt"" does not exist"));
        Assert.NotEmpty(again.Matching("Input file \".*binlog.csproj\" is newer than output file \".*plans"));

        // And the table of all figures, with what was assumed and what to know.
        Assert.Single(build.Matching("^All figures of Gpt2Small:$"));
        Assert.Single(build.Matching("^Overfitting threshold +3.69B unique tokens +kaplan-2020 eq. 4.4"));
        Assert.Single(build.Matching(@"^Memory per device .*3\.17 GB"));
        Assert.Single(build.Matching(@"^Compute-optimal size for this compute +\d+M parameters \(\d+M? \.\. \d+M\)  +besiroglu-2024"));
        Assert.Single(build.Matching("^assumed: the optimizer is AdamW"));
        Assert.NotEmpty(build.Matching("^note: laws disagree"));
    }
}
