using System.Globalization;
using Microsoft.Build.Framework;
using ScalingSdk.Diagnostics;
using ScalingSdk.Files;
using ScalingSdk.Fitting;
using ScalingSdk.Fitting.Fits;
using ScalingSdk.Fitting.Forms;
using ScalingSdk.Fitting.Uncertainty;
using ScalingSdk.Rules;
using ScalingSdk.Specs;
using ScalingSdk.Text;

namespace ScalingSdk.Tasks;

/// <summary>Fits one law to run logs, and writes it only when it differs.</summary>
public sealed class ScalingFitLaw : Microsoft.Build.Utilities.Task
{
    private const int MostNotes = 5;

    private FindingLog? _findings;

    /// <summary>The runs: tables and logs in any format that the reader knows.</summary>
    [Required]
    public ITaskItem[] Runs { get; set; } = [];

    /// <summary>The law's name, as specs write it.</summary>
    [Required]
    public string Law { get; set; } = "";

    /// <summary>The form that is fitted.</summary>
    [Required]
    public string Form { get; set; } = "";

    /// <summary>The project: what the names of logs are relative to.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The file to write.</summary>
    [Required]
    public string LawFile { get; set; } = "";

    /// <summary>The file that says it was written.</summary>
    [Required]
    public string Stamp { get; set; } = "";

    /// <summary>Whether to log a line of what was fitted.</summary>
    public bool Summary { get; set; } = true;

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

    /// <summary>True unless there is no law.</summary>
    public override bool Execute()
    {
        var folder = Path.GetDirectoryName(ProjectFile)!;
        _findings = new FindingLog(Log, new SeveritySettings(NoWarn, TreatWarningsAsErrors, WarningsAsErrors, WarningsNotAsErrors,
            GlobalConfigs.Read(folder, AnalyzerConfigs.Select(file => Path.GetFullPath(Path.Combine(folder, file.ItemSpec))))));
        try
        {
            if (WhyNoName() is { } problem)
                Say(Severity.Error, ProjectFile, 0, problem);
            else if (LossForm.All.FirstOrDefault(form => string.Equals(form.Id, Form, StringComparison.Ordinal)) is not { } form)
                Say(Severity.Error, ProjectFile, 0, $"'{Form}' is not the form of a law; the forms are '{string.Join("', '", LossForm.All.Select(static form => form.Id))}'");
            else
                Fit(form);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Log.LogError("{0}", OutsideText.Neutral(exception.Message));
        }

        return !Log.HasLoggedErrors;
    }

    private void Fit(LossForm form)
    {
        var folder = Path.GetDirectoryName(ProjectFile)!;
        var files = Runs.Select(item => (Name: item.ItemSpec.Replace('\\', '/'), Path: Path.GetFullPath(Path.Combine(folder, item.ItemSpec)))).ToList();
        if (files.Find(static file => !File.Exists(file.Path) || FileStatus.Of(file.Path) is { IsSpecial: true }) is { Path: { } missing })
        {
            Say(Severity.Error, missing, 0, "there are no runs: the file is missing or not a file; correct the ScalingRuns item");
            return;
        }

        // A row that is written while this runs is newer than the stamp; one that was left out leaves none. The next build fits again.
        var started = DateTime.UtcNow;
        var stamp = Path.Combine(folder, Stamp);
        Stamps.Forget(stamp);
        var runs = LawRuns.Read(files, out var whole);
        if (runs.Refusal is { } refusal)
        {
            Say(Severity.Error, files[0].Path, 0, $"no law can be fitted: {refusal}");
            return;
        }

        if (runs.Corpora.Count > 1)
        {
            Say(Severity.Error, files[0].Path, 0, $"the runs are of '{runs.Corpora.Count.ToString(CultureInfo.InvariantCulture)}' corpora ('{string.Join("', '", runs.Corpora.Take(6))}'), whose losses do not follow one law; give each corpus a file of its own");
            return;
        }

        var fit = LawFit.Fit(form, runs);
        Report(fit, files[0].Path);
        if (fit.Diagnostics is null)
            return;
        PlanFile.Write(Path.Combine(folder, LawFile), LawJson.Write(fit, Law, Bootstrap.Run(fit)));
        if (!whole)
            return;
        PlanFile.Write(stamp, "");
        File.SetLastWriteTimeUtc(stamp, started);
    }

    private void Report(FitResult fit, string path)
    {
        var dropped = fit.Set.Notes.Where(static note => note.Dropped).ToList();
        if (fit.Diagnostics is null)
        {
            var because = string.Concat(dropped.Take(MostNotes).Select(static note => $"; {note}"));
            Say(Severity.Error, path, dropped.FirstOrDefault()?.Line ?? 0, $"no law can be fitted: {fit.Findings[fit.Findings.Count - 1]}{because}");
            return;
        }

        foreach (var line in fit.Set.Summary)
            Log.LogMessage(MessageImportance.Normal, "{0}", OutsideText.Neutral(line));
        foreach (var finding in fit.Findings)
            Say(Severity.Warning, path, 0, finding.Text);
        if (!Summary)
            return;
        var constants = string.Join(", ", fit.Constants.Select(static constant => $"{constant.Name} {NumberText.Compact(constant.Value)}"));
        var left = dropped.Count == 0 ? "" : FormattableString.Invariant($", {dropped.Count} rows dropped");
        Log.LogMessage(MessageImportance.High, "{0}", FormattableString.Invariant($"{Law}: {constants} · fitted to {fit.Runs.Count} runs{left}"));
    }

    private string? WhyNoName()
    {
        if (!LawName.IsValid(Law))
            return $"'{Law}' is not a name of a law: at most {LawName.Longest.ToString(CultureInfo.InvariantCulture)} small letters, digits and '-'; write <ScalingRuns Include=\"...\" Law=\"my-runs\" />";
        return Laws.LawRegistry.Find(Law) is null ? null : $"'{Law}' is a published law; name your own, such as Law=\"{Law}-refit\"";
    }

    private void Say(Severity severity, string path, int line, string message)
    {
        _findings!.Report(severity is Severity.Error ? HostRules.RunsUnfit : HostRules.RunsLeaveOpen, severity, message, path, line);
    }
}
