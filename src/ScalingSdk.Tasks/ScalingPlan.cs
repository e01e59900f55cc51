using System.Text;
using Microsoft.Build.Framework;
using ScalingSdk.Gates;
using ScalingSdk.Planning;
using ScalingSdk.Rules;

namespace ScalingSdk.Tasks;

/// <summary>Plans every spec of a project: one plan file and one summary line each, held to the project's gates and lock file.</summary>
public sealed class ScalingPlan : Microsoft.Build.Utilities.Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The specs; none where the lock file alone is left.</summary>
    public ITaskItem[] Specs { get; set; } = [];

    /// <summary>The files that specs may name: those that the compiler gets, and no others.</summary>
    public ITaskItem[] ModelFiles { get; set; } = [];

    /// <summary>The project: what the names of specs are relative to, and where a bad property is reported.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>Where the plans go; a relative one is below the project's folder.</summary>
    [Required]
    public string PlanDirectory { get; set; } = "";

    /// <summary>The file that lists what was written, itself first; it exists only while the last run was without error.</summary>
    [Required]
    public string Stamp { get; set; } = "";

    /// <summary>Whether to say what the rules found: in languages that have no analyzers.</summary>
    public bool ReportFindings { get; set; }

    /// <summary>Whether the specs' constants are modules, of which this task knows alone that two have one name.</summary>
    public bool Modules { get; set; }

    /// <summary>The namespace of the modules, unless a spec has its own; empty for none.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>Whether to log the summary lines.</summary>
    public bool Summary { get; set; } = true;

    /// <summary>Whether the terminal logger shows this build.</summary>
    public bool TerminalLogger { get; set; }

    /// <summary>The training compute that a run may take at most; empty for any.</summary>
    public string MaxFlops { get; set; } = "";

    /// <summary>The device-hours that a run may take at most; empty for any.</summary>
    public string MaxGpuHours { get; set; } = "";

    /// <summary>What a run may cost at most; empty for any.</summary>
    public string MaxCost { get; set; } = "";

    /// <summary>The file that the plans are held against, if it exists.</summary>
    [Required]
    public string LockFile { get; set; } = "";

    /// <summary>Whether to write the lock file instead of holding the plans against it.</summary>
    public bool UpdateLock { get; set; }

    /// <summary>Stops before the next spec.</summary>
    public void Cancel() => _cancellation.Cancel();

    /// <summary>Releases what <see cref="Cancel"/> needs.</summary>
    public void Dispose() => _cancellation.Dispose();

    /// <summary>True unless an error was logged: a warning never fails a build by itself.</summary>
    public override bool Execute()
    {
        try
        {
            PlanAll();
        }
        catch (OperationCanceledException)
        {
            // The build is being stopped, and says so itself; without a stamp the next one plans again.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.LogError("{0}", exception.Message);
        }
        catch (AggregateException exception) when (exception.InnerException is IOException or UnauthorizedAccessException)
        {
            Log.LogError("{0}", exception.InnerException.Message); // a spec that went while it was read
        }

        return !Log.HasLoggedErrors;
    }

    private void PlanAll()
    {
        var files = new ProjectFiles(Path.GetDirectoryName(ProjectFile)!, ModelFiles.Select(static file => file.ItemSpec));
        var stamp = files.FullPath(Stamp);
        Stamps.Forget(stamp);
        var gates = ReadGates();
        var projectLock = new ProjectLock(files.FullPath(LockFile), Log);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var written = new StringBuilder(Stamp).Append('\n');
        var specs = new List<PlannedSpec>();
        foreach (var spec in Planned(files))
        {
            specs.Add(spec);
            _cancellation.Token.ThrowIfCancellationRequested();
            ReportAll(spec, gates, files);
            projectLock.Add(spec);
            if (spec.Result.Plan is { } plan)
                written.Append(Write(plan, spec.Json!, files, names)).Append('\n');
        }

        if (Modules)
        {
            foreach (var finding in new ProjectClasses(Namespace, specs).Taken())
                Log.Report(finding, files.FullPath(finding.Path));
        }

        if (UpdateLock)
            projectLock.Update();
        else
            projectLock.Check();
        if (!Log.HasLoggedErrors)
            PlanFile.Write(stamp, written.ToString());
    }

    // A plan has nothing to do with another: all cores work, and the order of the specs stays.
    private ParallelQuery<PlannedSpec> Planned(ProjectFiles files) => Specs.AsParallel().AsOrdered().WithCancellation(_cancellation.Token)
        .Select(item => files.Run(item, _cancellation.Token));

    private GateSettings ReadGates()
    {
        var gates = new GateSettings(MaxFlops, MaxGpuHours, MaxCost);
        foreach (var problem in gates.Problems)
            Log.LogError(null, UnreadableGate.Info.Id, null, UnreadableGate.Info.HelpLink, ProjectFile, 0, 0, 0, 0, "{0}", problem);
        return gates;
    }

    private void ReportAll(PlannedSpec spec, GateSettings gates, ProjectFiles files)
    {
        if (ReportFindings || spec.Text is null)
        {
            foreach (var finding in spec.Result.Findings)
                Log.Report(finding, files.FullPath(finding.Path));
        }

        if (spec.Result.Plan is not { } plan)
            return;
        foreach (var finding in gates.Check(plan, spec.Text!))
            Log.Report(finding, files.FullPath(finding.Path));
    }

    private string Write(TrainingPlan plan, string json, ProjectFiles files, HashSet<string> names)
    {
        var path = Path.Combine(files.FullPath(PlanDirectory), UniqueName(plan.Spec.Name, names) + ".plan.json");
        PlanFile.Write(path, json);
        if (Summary)
            Log.LogMessage(MessageImportance.High, "{0}", TerminalLogger ? SummaryLine.ForTerminalLogger(plan.Summary, path) : plan.Summary);
        if (Log.LogsMessagesOfImportance(MessageImportance.Low))
            Log.LogMessage(MessageImportance.Low, "{0}", FigureTable.Write(plan));
        return path;
    }

    // Two specs of one name both get their plan.
    private static string UniqueName(string name, HashSet<string> names)
    {
        var unique = name;
        for (var number = 2; !names.Add(unique); number++)
            unique = FormattableString.Invariant($"{name}-{number}");
        return unique;
    }
}
