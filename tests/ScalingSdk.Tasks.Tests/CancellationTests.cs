using Microsoft.Build.Utilities;
using ScalingSdk.EndToEnd.Tests;
using Task = System.Threading.Tasks.Task;

namespace ScalingSdk.Tasks.Tests;

public sealed class CancellationTests : IDisposable
{
    private const int Before = 5;
    private const int After = 5;
    private readonly string _folder = Directory.CreateTempSubdirectory("scaling-cancel-").FullName;

    private string Plans => Path.Combine(_folder, "plans");

    private string Stamp => Path.Combine(_folder, "plans.txt");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Cancel_InTheMiddleOfWriting_StopsBeforeTheNextPlanAndLeavesWholeFiles()
    {
        if (OperatingSystem.IsWindows())
            return; // it has no named pipes in folders
        var writers = Environment.ProcessorCount;
        string[] specs = [.. Enumerable.Range(0, Before + writers + After).Select(WriteSpec)];
        NamedPipe[] pipes = [.. specs.Skip(Before).Take(writers).Select(spec => new NamedPipe(PlanOf(spec)))];
        using var task = Create(specs);

        // Each core stops at a plan: the ones before are written, the ones after are not begun.
        var running = Task.Run(task.Execute);
        await Task.WhenAll(pipes.Select(static pipe => pipe.Reached()));
        task.Cancel();
        foreach (var pipe in pipes)
            pipe.Dispose();
        var succeeded = await running;

        Assert.True(succeeded, "A cancelled task reports no error of its own");
        Assert.Equal(specs.Take(Before + writers).Select(PlanOf), Directory.EnumerateFiles(Plans).Order(StringComparer.Ordinal));
        Assert.All(Directory.EnumerateFiles(Plans), static file => Assert.EndsWith("}\n", File.ReadAllText(file), StringComparison.Ordinal));
        Assert.False(File.Exists(Stamp), "Without a stamp the next build plans again");
    }

    [Fact]
    public async Task Execute_AfterACancelledOne_WritesEveryPlan()
    {
        string[] specs = [.. Enumerable.Range(0, Before).Select(WriteSpec)];
        using (var cancelled = Create(specs))
        {
            cancelled.Cancel();
            await Task.Run(cancelled.Execute);
        }

        Assert.False(Directory.Exists(Plans));
        using var next = Create(specs);
        Assert.True(next.Execute());

        Assert.Equal(specs.Select(PlanOf), Directory.EnumerateFiles(Plans).Order(StringComparer.Ordinal));
        Assert.True(File.Exists(Stamp));
    }

    private string PlanOf(string spec) => Path.Combine(Plans, spec.Replace(".scaling.json", ".plan.json", StringComparison.Ordinal));

    private string WriteSpec(int number)
    {
        var name = FormattableString.Invariant($"Run{number:000}");
        File.WriteAllText(Path.Combine(_folder, name + ".scaling.json"), $$"""{ "name": "{{name}}", "model": { "parameters": "1B" }, "data": { "tokens": "100B" } }""");
        return name + ".scaling.json";
    }

    private ScalingPlan Create(string[] specs) => new()
    {
        BuildEngine = new SilentEngine(),
        Specs = [.. specs.Select(static spec => new TaskItem(spec))],
        ProjectFile = Path.Combine(_folder, "project.csproj"),
        PlanDirectory = Plans,
        Stamp = Stamp,
        LockFile = Path.Combine(_folder, "scaling.lock.json"),
    };
}
