using Microsoft.Build.Utilities;
using ScalingSdk.Testing;

namespace ScalingSdk.Tasks.Tests;

/// <summary>Each text of a spec, a config, a law and a lock file through MSBuild's log, the plans and the F# constants.</summary>
public sealed class EveryWriterTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scaling-writers-").FullName;

    private string Project => Path.Combine(_folder, "app.csproj");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Documents_EachText_IsNeutral()
    {
        string[] specs =
        [
            .. HostileText.EveryString(HostileDocuments.Spec),
            .. HostileText.EveryString(HostileDocuments.Budget),
            .. Named(HostileDocuments.Config, "config{0}.json", """{ "model": { "config": "config{0}.json" }, "data": { "tokens": "10B" } }"""),
            .. Named(HostileDocuments.Law, "a{0}.law.json", """{ "model": { "parameters": "1B" }, "data": { "tokens": "10B" }, "laws": { "allocation": "a{0}.law.json" } }"""),
            .. Named(HostileDocuments.Formula, "f{0}.law.json", """{ "model": { "parameters": "1B" }, "data": { "tokens": "10B" }, "laws": { "allocation": "f{0}.law.json" } }"""),
        ];
        TaskItem[] items = [.. specs.Select((text, i) => new TaskItem(Write(FormattableString.Invariant($"s{i}.scaling.json"), text)))];
        TaskItem[] beside = [.. Directory.GetFiles(_folder).Where(static file => !file.EndsWith(".scaling.json", StringComparison.Ordinal)).Select(static file => new TaskItem(file))];

        var engine = new HeardEngine();
        using (var plan = Plan(engine))
        {
            (plan.Specs, plan.ModelFiles, plan.ReportFindings, plan.MaxFlops) = (items, beside, true, "1e10");
            plan.Execute();
        }

        using (var constants = new ScalingFSharpConstants { BuildEngine = engine, Specs = items, ModelFiles = beside, ProjectFile = Project, Source = Path.Combine(_folder, "Budgets.fs") })
            constants.Execute();

        Assert.NotEmpty(engine.Lines);
        AssertNeutral(engine);
        foreach (var file in Directory.GetFiles(Path.Combine(_folder, "plans")).Append(Path.Combine(_folder, "Budgets.fs")))
            HostileText.AssertNeutral(File.ReadAllText(file), Path.GetFileName(file));
    }

    [Fact]
    public void Lock_EachText_IsNeutral()
    {
        var spec = new TaskItem(Write("Run.scaling.json", """{ "model": { "parameters": "1B" }, "data": { "tokens": "10B" } }"""));
        foreach (var text in HostileText.EveryString(HostileDocuments.Lock))
        {
            Write("scaling.lock.json", text);
            var engine = new HeardEngine();
            using var plan = Plan(engine);
            plan.Specs = [spec];

            Assert.False(plan.Execute());

            AssertNeutral(engine);
        }
    }

    private static void AssertNeutral(HeardEngine engine)
    {
        foreach (var line in engine.Lines)
        {
            HostileText.AssertNeutral(line, "MSBuild's log");
            Assert.False(line.Contains(" SCALE", StringComparison.Ordinal) && line.Contains('\n'), line); // the table of figures has lines of its own
        }
    }

    private IEnumerable<string> Named(string document, string name, string spec) => HostileText.EveryString(document).Select((text, i) =>
    {
        var number = FormattableString.Invariant($"{i}");
        Write(name.Replace("{0}", number, StringComparison.Ordinal), text);
        return spec.Replace("{0}", number, StringComparison.Ordinal);
    });

    private string Write(string name, string text)
    {
        File.WriteAllText(Path.Combine(_folder, name), text);
        return name;
    }

    private ScalingPlan Plan(HeardEngine engine) => new()
    {
        BuildEngine = engine,
        ProjectFile = Project,
        PlanDirectory = Path.Combine(_folder, "plans"),
        Stamp = Path.Combine(_folder, "plans.txt"),
        LockFile = Path.Combine(_folder, "scaling.lock.json"),
    };
}
