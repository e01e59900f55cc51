using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using ScalingSdk.Locking;
using ScalingSdk.Planning;

namespace ScalingSdk.Tasks;

/// <summary>The lock file of a project: the plans are held against it, or it is written anew.</summary>
internal sealed class ProjectLock(string path, TaskLoggingHelper log)
{
    private readonly List<LockEntry> _plans = [];
    private readonly List<string> _unplanned = [];

    /// <summary>Takes a spec into account.</summary>
    public void Add(PlannedSpec spec)
    {
        // The constants of a fitted law stand with the laws; where the law lies is the build's affair.
        var files = spec.Files.Where(static file => !file.Key.EndsWith(".law.json", StringComparison.OrdinalIgnoreCase)).OrderBy(static file => file.Key, StringComparer.Ordinal);
        if (spec.Result.Plan is TrainingPlan plan)
            _plans.Add(LockEntry.Of(spec.Path, plan, spec.Text!, files));
        else
            _unplanned.Add(spec.Path);
    }

    /// <summary>Writes the file as the plans are now.</summary>
    public void Update()
    {
        PlanFile.Write(path, LockFile.Renew(ProjectFiles.Read(path), _plans, _unplanned));
        log.LogMessage(MessageImportance.High, "{0}", $"'{path}' holds the plans as they are now; commit it");
    }

    /// <summary>Says what moved since the file was written.</summary>
    public void Check()
    {
        var text = ProjectFiles.Read(path) ?? throw new IOException($"'{path}' could not be read");
        foreach (var finding in LockComparison.Check(path.Replace('\\', '/'), text, _plans, _unplanned))
            log.Report(finding, path);
    }
}
