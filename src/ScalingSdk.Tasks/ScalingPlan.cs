using Microsoft.Build.Framework;
using ScalingSdk.Diagnostics;
using ScalingSdk.Files;
using ScalingSdk.Gates;
using ScalingSdk.Reports;
using ScalingSdk.Rules;
using ScalingSdk.Text;

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

    /// <summary>The lock file that the plans are compared with, where it exists.</summary>
    [Required]
    public string LockFile { get; set; } = "";

    /// <summary>Whether to write the lock file instead of comparing the plans with it.</summary>
    public bool UpdateLock { get; set; }

    /// <summary>Whether a missing lock file is an error.</summary>
    public bool LockedMode { get; set; }

    /// <summary>Rules whose warnings are not shown.</summary>
    public string NoWarn { get; set; } = "";

    /// <summary>Whether every warning is an error.</summary>
    public bool TreatWarningsAsErrors { get; set; }

    /// <summary>Rules whose warnings are errors.</summary>
    public string WarningsAsErrors { get; set; } = "";

    /// <summary>Rules whose warnings stay warnings.</summary>
    public string WarningsNotAsErrors { get; set; } = "";

    /// <summary>The analyzer configs of the project; global ones above its folder are found without.</summary>
    public ITaskItem[] AnalyzerConfigs { get; set; } = [];

    /// <summary>The specs and model files that are pipes or devices, for which the compiler would wait.</summary>
    [Output]
    public ITaskItem[] Special { get; private set; } = [];

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
            Log.LogError("{0}", OutsideText.Neutral(exception.Message));
        }

        return !Log.HasLoggedErrors;
    }

    private void PlanAll()
    {
        var folder = Path.GetDirectoryName(ProjectFile)!;
        var files = new ProjectFiles(folder, ModelFiles.Select(static file => file.ItemSpec));
        Special = [.. Specs.Concat(ModelFiles).Where(file => FileStatus.Of(files.FullPath(file.ItemSpec)) is { IsSpecial: true })];
        var findings = new FindingLog(Log, new SeveritySettings(NoWarn, TreatWarningsAsErrors, WarningsAsErrors, WarningsNotAsErrors,
            GlobalConfigs.Read(folder, AnalyzerConfigs.Select(file => files.FullPath(file.ItemSpec)))));
        var stamp = files.FullPath(Stamp);
        Stamps.Forget(stamp);
        var gates = ReadGates(findings);
        var specs = new PlannedSpec[Specs.Length];
        AllCores.For(specs.Length, i => specs[i] = files.Run(Specs[i], ReportFindings, _cancellation.Token), _cancellation.Token);
        var directory = PlanFolder.Of(files.FullPath(PlanDirectory), ProjectFile);
        PlanFile.RemoveLeftovers(directory, "*" + PlanPaths.Extension);
        var paths = PlanPaths.Of(specs, directory);
        var problems = new string?[specs.Length];
        AllCores.For(specs.Length, i => problems[i] = TryWrite(specs[i], paths[i]), _cancellation.Token);
        var projectLock = new ProjectLock(files.FullPath(LockFile), ProjectFile, findings);
        var held = gates.Any || UpdateLock || LockedMode || projectLock.Exists;
        for (var i = 0; i < specs.Length; i++)
        {
            if (problems[i] is { } problem)
                Log.LogError("{0}", OutsideText.Neutral(problem));
            ReportAll(specs[i], paths[i], gates, held, files, findings);
        }

        ReportClasses(specs, files, findings);
        HoldLock(projectLock, specs, files);
        if (!Log.HasLoggedErrors)
            PlanFile.Write(stamp, string.Join("\n", [Stamp, .. paths.Where(static path => path.Length > 0), ""]));
    }

    // A plan that cannot be written never stops the others.
    private static string? TryWrite(PlannedSpec spec, string path)
    {
        try
        {
            if (spec.Result.Plan is { } plan)
                PlanJson.Write(plan).Use(json => PlanFile.Write(path, json));
            return null;
        }
        catch (IOException exception)
        {
            return exception.Message;
        }
    }

    private GateSettings ReadGates(FindingLog findings)
    {
        var gates = new GateSettings(MaxFlops, MaxGpuHours, MaxCost);
        foreach (var problem in gates.Problems)
            findings.Report(HostRules.UnreadableGate, Severity.Error, problem, ProjectFile);
        return gates;
    }

    private void ReportAll(PlannedSpec spec, string path, GateSettings gates, bool held, ProjectFiles files, FindingLog findings)
    {
        if (ReportFindings)
        {
            foreach (var finding in spec.Result.Findings)
                findings.Report(finding, files.FullPath(finding.Path));
        }

        if (spec.Result.Plan is not { } plan)
        {
            Unplanned(spec, held, files, findings);
            return;
        }

        foreach (var finding in gates.Check(plan, spec.Text!))
            findings.Report(finding, files.FullPath(finding.Path));
        var summary = OutsideText.Neutral(plan.Summary());
        if (Summary)
            Log.LogMessage(MessageImportance.High, "{0}", TerminalLogger ? SummaryLine.ForTerminalLogger(summary, path) : summary);
        if (Log.LogsMessagesOfImportance(MessageImportance.Low))
            Log.LogMessage(MessageImportance.Low, "{0}", FigureTable.Write(plan));
    }

    // What has no plan is held by nothing, whoever else says why.
    private static void Unplanned(PlannedSpec spec, bool held, ProjectFiles files, FindingLog findings)
    {
        var cause = spec.Result.Findings.OrderByDescending(static finding => finding.Severity).FirstOrDefault();
        var severity = held || cause is null or { Severity: Severity.Error } ? Severity.Error : Severity.Warning;
        var what = held ? "has no plan, so the project's gates and lock file do not hold it" : "has no plan";
        findings.Report(HostRules.SpecWithoutPlan, severity, $"'{spec.Path}' {what}: {cause?.Message ?? "it states neither a model nor data"}",
            files.FullPath(spec.Path), cause?.Start.Line ?? 1, cause?.Start.Column ?? 1);
    }

    private void ReportClasses(PlannedSpec[] specs, ProjectFiles files, FindingLog findings)
    {
        if (!Modules)
            return;
        foreach (var finding in new ProjectClasses(Namespace, specs).Taken())
            findings.Report(finding, files.FullPath(finding.Path));
    }

    // Without locked mode, an absent lock holds nothing.
    private void HoldLock(ProjectLock projectLock, PlannedSpec[] specs, ProjectFiles files)
    {
        if (!UpdateLock && !LockedMode && !projectLock.Exists)
            return;
        foreach (var spec in specs)
            projectLock.Add(spec, files.FullPath(spec.Path));
        if (UpdateLock && LockedMode)
            projectLock.Refuse();
        else if (UpdateLock && projectLock.Update())
            Log.LogMessage(MessageImportance.High, "{0}", $"'{OutsideText.Neutral(projectLock.Path)}' holds the plans as they are now; commit it");
        else if (!UpdateLock)
            projectLock.Check();
    }
}
