namespace ScalingSdk.EndToEnd.Tests;

/// <summary>Builds one after another in the same servers: none knows of another, and none keeps a file.</summary>
[Collection(PackageFixture.Beside)]
public sealed class ServerTests(PackageFixture package) : IAsyncLifetime
{
    private readonly BuildServers _servers = new();
    private readonly Consumer _consumer = new(package, "server", "<EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>", "<ScalingRuns Include=\"my-law.csv\" />");

    public Task InitializeAsync()
    {
        _consumer.CopySample("Gpt2Small.scaling.json");
        _consumer.Edit("Gpt2Small.scaling.json", "\"training\"", "\"laws\": { \"allocation\": \"my-law\" }, \"training\"");
        _consumer.Write("my-law.csv", FitTests.Runs(1.8));
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => _servers.Shutdown();

    [Fact]
    public async Task Build_OtherTextOfTheSamePathTimeAndLength_IsNotTakenForTheOld()
    {
        var time = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        Stamp(time);
        var first = await Build();
        var servers = _servers.Processes();

        // Nothing but what a server remembers could say that this was planned, fitted and compiled before.
        _consumer.Edit("Gpt2Small.scaling.json", "10B", "11B");
        _consumer.Edit("my-law.csv", "loss\n1", "loss\n9");
        Stamp(time);
        Directory.Delete(Path.Combine(_consumer.Folder, "obj"), recursive: true);
        var second = await Build();

        Assert.Single(first.Matching("^my-law: .* fitted to 36 runs"));
        Assert.Single(second.Matching("^Gpt2Small: .* 11B tokens"));
        Assert.NotEqual(first.Matching("^my-law: "), second.Matching("^my-law: "));
        Assert.Contains(" Tokens = 11_000_000_000L;", _consumer.Read(Assert.Single(_consumer.Files("Gpt2SmallBudget"))), StringComparison.Ordinal);
        if (OperatingSystem.IsLinux())
            Assert.NotEmpty(servers.Intersect(_servers.Processes())); // they were the same
    }

    [Fact]
    public async Task Build_AfterOneThatFailed_HasNothingOfIt()
    {
        (await Build()).Succeeded();
        var gated = await _consumer.RunWith(_servers.Environment, "build", "--tl:off", "-p:ScalingMaxFlops=1e18");
        var cheap = await Build();

        Assert.Single(gated.Matching("error SCALE9001: "));
        Assert.DoesNotContain(cheap.Problems, static problem => problem.Contains("SCALE90", StringComparison.Ordinal) && problem.Contains("error", StringComparison.Ordinal));
        Assert.Equal(0, cheap.ExitCode);
    }

    [Fact]
    public async Task Build_Ended_KeepsNoFileOpen()
    {
        (await Build("-p:ScalingUpdateLock=true")).Succeeded();

        var servers = _servers.Processes();
        Assert.True(servers.Length > 0 || !OperatingSystem.IsLinux());
        Assert.Empty(servers.SelectMany(server => BuildServers.OpenFiles(server, _consumer.Folder)));
        Directory.Delete(_consumer.Folder, recursive: true); // elsewhere this alone would fail
    }

    private Task<DotNetResult> Build(params string[] arguments) => _consumer.RunWith(_servers.Environment, ["build", "--tl:off", .. arguments]);

    private void Stamp(DateTime time)
    {
        foreach (var file in new[] { "Gpt2Small.scaling.json", "my-law.csv" })
            File.SetLastWriteTimeUtc(Path.Combine(_consumer.Folder, file), time);
    }
}
