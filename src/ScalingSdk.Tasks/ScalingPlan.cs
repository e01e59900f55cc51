using System.Text;
using Microsoft.Build.Framework;
using ScalingSdk.Rules;

namespace ScalingSdk.Tasks;

/// <summary>Plans every spec of a project: one plan file and one summary line each.</summary>
public sealed class ScalingPlan : Microsoft.Build.Utilities.Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The specs.</summary>
    [Required]
    public ITaskItem[] Specs { get; set; } = [];

    /// <summary>The files that specs may name: those that the compiler gets, and no others.</summary>
    public ITaskItem[] ModelFiles { get; set; } = [];

    /// <summary>What the names of specs are relative to: the project's folder.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <summary>Where the plans go; a relative one is below the project's folder.</summary>
    [Required]
    public string PlanDirectory { get; set; } = "";

    /// <summary>The file that lists what was written, itself first; it exists only while the last run was without error.</summary>
    [Required]
    public string Stamp { get; set; } = "";

    /// <summary>Whether to say what the rules found: in languages that have no analyzers.</summary>
    public bool ReportFindings { get; set; }

    /// <summary>Whether to log the summary lines.</summary>
    public bool Summary { get; set; } = true;

    /// <summary>Whether the terminal logger shows this build.</summary>
    public bool TerminalLogger { get; set; }

    /// <summary>Stops before the next spec.</summary>
    public void Cancel() => _cancellation.Cancel();

    /// <summary>Releases what <see cref="Cancel"/> needs.</summary>
    public void Dispose() => _cancellation.Dispose();

    /// <summary>True unless an error was logged: a warning never fails a build by itself.</summary>
    public override bool Execute()
    {
        try
        {
            PlanAll(Path.Combine(ProjectDirectory, Stamp));
        }
        catch (OperationCanceledException)
        {
            // The build is being stopped, and says so itself; without a stamp the next one plans again.
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.LogError("The plans could not be written: {0}", exception.Message);
        }

        return !Log.HasLoggedErrors;
    }

    private void PlanAll(string stamp)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(stamp)!);
        File.Delete(stamp);
        var files = new ProjectFiles(ProjectDirectory, ModelFiles.Select(static file => file.ItemSpec));
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var written = new StringBuilder(Stamp).Append('\n');
        foreach (var spec in Specs)
        {
            _cancellation.Token.ThrowIfCancellationRequested();
            if (Plan(spec.ItemSpec.Replace('\\', '/'), files, names) is { } path)
                written.Append(path).Append('\n');
        }

        if (!Log.HasLoggedErrors)
            PlanFile.Write(stamp, written.ToString());
    }

    private string? Plan(string spec, ProjectFiles files, HashSet<string> names)
    {
        var result = files.Run(spec, out var unreadable, _cancellation.Token);
        if (ReportFindings || unreadable)
        {
            foreach (var finding in result.Findings)
                Report(finding, files.FullPath(finding.Path));
        }

        if (result.Plan is not { } plan)
            return null;
        var path = Path.Combine(files.FullPath(PlanDirectory), UniqueName(plan.Spec.Name, names) + ".plan.json");
        PlanFile.Write(path, plan.ToJson());
        if (Summary)
            Log.LogMessage(MessageImportance.High, "{0}", TerminalLogger ? SummaryLine.ForTerminalLogger(plan.Summary, path) : plan.Summary);
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

    // Start alone, without an end: as the compiler prints what the analyzers find.
    private void Report(Finding finding, string path)
    {
        var (id, link, line, column) = (finding.Rule.Id, finding.Rule.HelpLink, finding.Start.Line, finding.Start.Column);
        switch (finding.Severity)
        {
            case Severity.Error:
                Log.LogError(null, id, null, link, path, line, column, 0, 0, "{0}", finding.Message);
                break;
            case Severity.Warning:
                Log.LogWarning(null, id, null, link, path, line, column, 0, 0, "{0}", finding.Message);
                break;
            default:
                Log.LogMessage(null, id, null, path, line, column, 0, 0, MessageImportance.Normal, "{0}", finding.Message);
                break;
        }
    }
}
