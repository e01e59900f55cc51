namespace ScalingSdk.EndToEnd.Tests;

/// <summary><c>dotnet watch</c>: what a plan follows from is watched, though it is no source.</summary>
[Collection(PackageFixture.Beside)]
public sealed class WatchTests(PackageFixture package)
{
    private const string Idle = "Waiting for a file to change";

    [Fact]
    public async Task Watch_EditsWhileItRuns_GiveNewPlansAndConstants()
    {
        var consumer = new Consumer(package, "watch", "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>", "<ScalingRuns Include=\"my-law.csv\" />");
        consumer.CopySample("Gpt2Small.scaling.json");
        consumer.CopySample("Llama2/Llama2_7B.scaling.json");
        consumer.CopySample("Llama2/config.json");
        consumer.Write("my-law.csv", FitTests.Runs(1.8));
        consumer.Write("scaling.lock.json", "{ \"format\": 1,");

        var lines = await consumer.Follow(
        [
            (Idle, () => consumer.Write("scaling.lock.json", "{ \"format\": 0, \"specs\": {} }\n")),
            ("SCALE9011: .*the format '0'", () => File.Delete(Path.Combine(consumer.Folder, "scaling.lock.json"))),
            (Idle, () => consumer.Edit("Gpt2Small.scaling.json", "10B", "11B")),
            ("^  Gpt2Small: .* 11B tokens", static () => { }),
            (Idle, () => consumer.Edit("Llama2/config.json", "\"num_hidden_layers\": 32", "\"num_hidden_layers\": 33")),
            ("^  Llama2_7B: 6.94B parameters", static () => { }),
            (Idle, () => consumer.Write("my-law.csv", FitTests.Runs(1.9))),
            ("^  my-law: E 1.9,", static () => { }),
            (Idle, static () => { }),
        ], "watch", "--non-interactive", "build", "--tl:off");

        Assert.Single(lines, static line => line.StartsWith("  my-law: E 1.8,", StringComparison.Ordinal)); // fitted once, not once for each edit
        Assert.Contains("Tokens = 11_000_000_000L;", consumer.Read(Assert.Single(consumer.Files("Gpt2SmallBudget"))), StringComparison.Ordinal);
        Assert.Contains("11000000000", consumer.Read(Assert.Single(consumer.Files("Gpt2Small.plan.json"))), StringComparison.Ordinal);
    }
}
