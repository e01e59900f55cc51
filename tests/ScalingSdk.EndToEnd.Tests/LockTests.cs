namespace ScalingSdk.EndToEnd.Tests;

/// <summary>A project with a committed lock file, through its life.</summary>
[Collection(PackageFixture.Beside)]
public sealed class LockTests(PackageFixture package)
{
    private const string Lock = "scaling.lock.json";

    [Fact]
    public async Task Build_Lock_IsWrittenWhenAskedForAndHeldFromThenOn()
    {
        var consumer = new Consumer(package, "lock");
        consumer.CopySample("Gpt2Small.scaling.json");
        consumer.CopySample("Llama2/Llama2_7B.scaling.json");
        consumer.CopySample("Llama2/config.json");

        (await consumer.Build()).Succeeded();
        Assert.Empty(consumer.Files(Lock));
        (await consumer.Plan("-p:ScalingUpdateLock=true")).Succeeded();
        var first = consumer.Read(Lock);
        Assert.Empty((await consumer.Plan()).Succeeded().Problems);

        consumer.Write("Llama2/config.json", consumer.Read("Llama2/config.json").Replace("\"num_hidden_layers\": 32", "\"num_hidden_layers\": 33", StringComparison.Ordinal));
        var moved = await consumer.Plan();
        Assert.Equal(1, moved.ExitCode);
        Assert.Single(moved.Matching(@"Llama2/Llama2_7B\.scaling\.json\(\d+,\d+\): error SCALE9010: 'Llama2/config\.json' is sha256 \w+, was sha256 \w+ in 'scaling\.lock\.json'; "));

        (await consumer.Plan("-p:ScalingUpdateLock=true")).Succeeded();
        Assert.Empty((await consumer.Plan()).Succeeded().Problems);
        Assert.InRange(Different(first, consumer.Read(Lock)), 3, 12); // of the lines of one entry
    }

    [Fact]
    public async Task Build_SpecRenamed_LeavesNothingOfTheOldName()
    {
        var consumer = new Consumer(package, "renamed");
        consumer.CopySample("Gpt2Small.scaling.json");
        (await consumer.Build("-p:ScalingUpdateLock=true")).Succeeded();

        consumer.Write("Renamed.scaling.json", consumer.Read("Gpt2Small.scaling.json").Replace("\"Gpt2Small\"", "\"Renamed\"", StringComparison.Ordinal));
        File.Delete(Path.Combine(consumer.Folder, "Gpt2Small.scaling.json"));
        var failed = await consumer.Build();
        (await consumer.Build("-p:ScalingUpdateLock=true")).Succeeded();

        Assert.Equal(2, failed.Matching("error SCALE9010: '(Renamed|Gpt2Small).scaling.json' is (not )?in ").Length);
        Assert.Equal(["obj/Debug/net10.0/scaling/Renamed.plan.json"], consumer.Files(".plan.json"));
        Assert.DoesNotContain("Gpt2Small", consumer.Read(Lock), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Build_LastSpecDeleted_IsMissedByTheLockAndLeavesNoPlan()
    {
        var consumer = new Consumer(package, "deleted");
        consumer.CopySample("Gpt2Small.scaling.json");
        (await consumer.Build("-p:ScalingUpdateLock=true")).Succeeded();

        File.Delete(Path.Combine(consumer.Folder, "Gpt2Small.scaling.json"));
        var missed = await consumer.Build();
        (await consumer.Build("-p:ScalingUpdateLock=true")).Succeeded();

        Assert.Single(missed.Matching("error SCALE9010: 'Gpt2Small.scaling.json' is in 'scaling.lock.json', and the project has no such spec"));
        Assert.Empty(consumer.Files(".plan.json"));
        Assert.Empty((await consumer.Plan()).Succeeded().Problems);
    }

    [Fact]
    public async Task Build_LockThatIsNone_IsOneFindingUntilItIsWrittenAnew()
    {
        var consumer = new Consumer(package, "bad-lock");
        consumer.CopySample("Gpt2Small.scaling.json");
        consumer.Write(Lock, "{ \"format\": 1,");
        var corrupt = await consumer.Build();
        consumer.Write(Lock, "{ \"format\": 0, \"specs\": {} }\n");
        var older = await consumer.Plan();
        consumer.Write(Lock, "{\n<<<<<<< ours\n  \"format\": 1,\n=======\n>>>>>>> theirs\n");
        var merged = await consumer.Plan();

        Assert.Single(corrupt.Matching(@"scaling\.lock\.json\(1,\d+\): error SCALE9011: 'scaling\.lock\.json' is not JSON: "));
        Assert.Single(older.Matching(@"scaling\.lock\.json\(1,13\): error SCALE9011: .*the format '0'"));
        Assert.Single(merged.Matching(@"scaling\.lock\.json\(2,1\): error SCALE9011: .*conflict marks"));
        (await consumer.Plan("-p:ScalingUpdateLock=true")).Succeeded();
        Assert.Empty((await consumer.Plan()).Succeeded().Problems);
    }

    private static int Different(string before, string after) =>
        before.Split('\n').Zip(after.Split('\n')).Count(static pair => !string.Equals(pair.First, pair.Second, StringComparison.Ordinal));

    [Fact]
    public async Task Build_LockedModeWithoutLock_FailsAndNamesTheFileThatWasMeant()
    {
        var consumer = new Consumer(package, "locked-mode", "<ScalingLockFile>scaling.lokc.json</ScalingLockFile>");
        consumer.CopySample("Gpt2Small.scaling.json");
        consumer.Write(Lock, "{}");
        (await consumer.Build()).Succeeded();

        var locked = await consumer.Plan("-p:ScalingLockedMode=true");
        var server = await consumer.Plan("-p:ContinuousIntegrationBuild=true");
        var both = await consumer.Plan("-p:ScalingLockedMode=true", "-p:ScalingUpdateLock=true");
        (await consumer.Plan("-p:ContinuousIntegrationBuild=true", "-p:ScalingUpdateLock=true")).Succeeded();
        (await consumer.Plan("-p:ContinuousIntegrationBuild=true")).Succeeded();

        Assert.Single(locked.Matching(@"locked-mode\.csproj : error SCALE9012: the lock file 'scaling\.lokc\.json' does not exist, .*did you mean 'scaling\.lock\.json'"));
        Assert.Single(server.Matching("error SCALE9012: "));
        Assert.Single(both.Matching("error SCALE9012: ScalingUpdateLock writes the lock file, and ScalingLockedMode forbids it"));
    }

    [Fact]
    public async Task Build_ProjectsThatShareAFolder_KeepTheirPlansApartAndAreRefusedOneLock()
    {
        Consumer[] consumers = [Sharing("one", "10B"), Sharing("two", "11B")];
        string[] shared = ["-p:ScalingPlanDirectory=../plans/", "-p:ScalingLockFile=../shared.lock.json", "-p:ScalingUpdateLock=true"];

        (await consumers[0].Build(shared)).Succeeded();
        var second = await consumers[1].Build(shared);
        var held = await consumers[1].Plan(["-p:ScalingLockFile=../shared.lock.json"]);

        Assert.Single(second.Matching(@"two\.csproj : error SCALE9012: 'shared\.lock\.json' is the lock file of 'one/one\.csproj'"));
        Assert.Single(held.Matching("error SCALE9012: "));
        Assert.Contains("10000000000", consumers[0].Read("../plans/one/Gpt2Small.plan.json"), StringComparison.Ordinal);
        Assert.Contains("11000000000", consumers[1].Read("../plans/two/Gpt2Small.plan.json"), StringComparison.Ordinal);

        Consumer Sharing(string name, string tokens)
        {
            var consumer = new Consumer(package, "shared-lock/" + name);
            consumer.CopySample("Gpt2Small.scaling.json");
            consumer.Edit("Gpt2Small.scaling.json", "10B", tokens);
            return consumer;
        }
    }
}
