using ScalingSdk.Diagnostics;
using ScalingSdk.Locking;
using ScalingSdk.Planning;
using ScalingSdk.Rules;
using ScalingSdk.Specs;
using SystemPath = System.IO.Path;

namespace ScalingSdk.Tasks;

/// <summary>The lock file of a project: the plans are compared with it, or it is written.</summary>
internal sealed class ProjectLock(string path, string projectFile, FindingLog findings)
{
    private readonly List<LockedSpec> _plans = [];
    private readonly List<string> _unplanned = [];
    private readonly string _project = SpecPaths.Relative(SystemPath.GetDirectoryName(path)!, projectFile);

    public string Path => path;

    public bool Exists => File.Exists(path);

    /// <summary>Takes a spec into account.</summary>
    /// <param name="spec">The spec.</param>
    /// <param name="file">Its full path.</param>
    public void Add(PlannedSpec spec, string file)
    {
        // The constants of a fitted law stand with the laws; where the law lies is the build's affair.
        var files = spec.Files.Where(static file => !file.Key.EndsWith(LawFile.Extension, StringComparison.OrdinalIgnoreCase)).OrderBy(static file => file.Key, StringComparer.Ordinal);
        if (spec.Result.Plan is TrainingPlan plan)
            _plans.Add(new(LockEntry.Of(spec.Path, plan, spec.Text!, files), file, spec.Text!));
        else
            _unplanned.Add(spec.Path);
    }

    /// <summary>Writes the file as the plans are now; false where it is another project's.</summary>
    public bool Update()
    {
        var text = ProjectFiles.Read(path);
        if (text is not null && LockFile.Read(text).Lock is { } other && !other.IsOf(_project) && File.Exists(SystemPath.Combine(SystemPath.GetDirectoryName(path)!, other.Project)))
        {
            findings.Report(HostRules.LockMissing, Severity.Error, $"{LockComparison.OfAnother(SystemPath.GetFileName(path), other.Project)}; {LockComparison.OwnFile}", projectFile);
            return false;
        }

        PlanFile.Write(path, LockFile.Renew(text, _project, _plans.Select(static plan => plan.Entry), _unplanned));
        return true;
    }

    /// <summary>Reports what changed since the file was written, and a file that is not there.</summary>
    public void Check()
    {
        if (!Exists)
        {
            findings.Report(HostRules.LockMissing, Severity.Error, Missing(), projectFile);
            return;
        }

        var text = ProjectFiles.Read(path) ?? throw new IOException($"'{path}' could not be read");
        foreach (var finding in LockComparison.Check(path.Replace('\\', '/'), text, _project, _plans, _unplanned))
            findings.Report(finding, finding.Path);
    }

    /// <summary>Reports that the build is asked both to write the file and to leave it.</summary>
    public void Refuse() => findings.Report(HostRules.LockMissing, Severity.Error,
        "ScalingUpdateLock writes the lock file, and ScalingLockedMode forbids it; for this build set -p:ScalingLockedMode=false", projectFile);

    private string Missing()
    {
        var folder = SystemPath.GetDirectoryName(path)!;
        var others = (Directory.Exists(folder) ? Directory.GetFiles(folder, "*.json") : [])
            .Select(static file => SystemPath.GetFileName(file)!)
            .Where(static name => !name.EndsWith(".scaling.json", StringComparison.OrdinalIgnoreCase));
        var meant = Suggest.Nearest(SystemPath.GetFileName(path), others) is { } near ? $"{Suggest.Hint(near)} Otherwise write it" : "write it";
        return $"the lock file '{SystemPath.GetFileName(path)}' does not exist, and ScalingLockedMode is true; {meant} with -p:ScalingUpdateLock=true, and commit it";
    }
}
