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

        return !Log.HasLoggedErrors;
    }

    private void PlanAll()
    {
        var files = new ProjectFiles(Path.GetDirectoryName(ProjectFile)!, ModelFiles.Select(static file => file.ItemSpec));
        var stamp = files.FullPath(Stamp);
        Stamps.Forget(stamp);
        var gates = ReadGates();
        var specs = new PlannedSpec[Specs.Length];
        AllCores.For(specs.Length, i => specs[i] = files.Run(Specs[i], ReportFindings, _cancellation.Token), _cancellation.Token);
        var paths = PathsOf(specs, files.FullPath(PlanDirectory));
        AllCores.For(specs.Length, i =>
        {
            if (specs[i].Result.Plan is { } plan)
                PlanJson.Write(plan).Use(json => PlanFile.Write(paths[i], json));
        }, _cancellation.Token);
        for (var i = 0; i < specs.Length; i++)
            ReportAll(specs[i], paths[i], gates, files);
        ReportClasses(specs, files);
        HoldLock(specs, files.FullPath(LockFile));
        if (!Log.HasLoggedErrors)
            PlanFile.Write(stamp, string.Join("\n", [Stamp, .. paths.Where(static path => path.Length > 0), ""]));
    }

    private GateSettings ReadGates()
    {
        var gates = new GateSettings(MaxFlops, MaxGpuHours, MaxCost);
        foreach (var problem in gates.Problems)
            Log.LogError(null, UnreadableGate.Info.Id, null, UnreadableGate.Info.HelpLink, ProjectFile, 0, 0, 0, 0, "{0}", problem);
        return gates;
    }

    private void ReportAll(PlannedSpec spec, string path, GateSettings gates, ProjectFiles files)
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
        if (Summary)
            Log.LogMessage(MessageImportance.High, "{0}", TerminalLogger ? SummaryLine.ForTerminalLogger(plan.Summary, path) : plan.Summary);
        if (Log.LogsMessagesOfImportance(MessageImportance.Low))
            Log.LogMessage(MessageImportance.Low, "{0}", FigureTable.Write(plan));
    }

    private void ReportClasses(PlannedSpec[] specs, ProjectFiles files)
    {
        if (!Modules)
            return;
        foreach (var finding in new ProjectClasses(Namespace, specs).Taken())
            Log.Report(finding, files.FullPath(finding.Path));
    }

    // An absent lock holds nothing.
    private void HoldLock(PlannedSpec[] specs, string path)
    {
        if (!UpdateLock && !File.Exists(path))
            return;
        var projectLock = new ProjectLock(path, Log);
        foreach (var spec in specs)
            projectLock.Add(spec);
        if (UpdateLock)
            projectLock.Update();
        else
            projectLock.Check();
    }

    // Where each plan goes; empty where there is none. Two specs of one name both get their plan.
    private static string[] PathsOf(PlannedSpec[] specs, string directory)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var paths = new string[specs.Length];
        for (var i = 0; i < specs.Length; i++)
            paths[i] = specs[i].Result.Plan is { Spec.Name: var name } ? Path.Combine(directory, UniqueName(name, names) + ".plan.json") : "";
        return paths;
    }

    private static string UniqueName(string name, HashSet<string> names)
    {
        var unique = name;
        for (var number = 2; !names.Add(unique); number++)
            unique = FormattableString.Invariant($"{name}-{number}");
        return unique;
    }
}
