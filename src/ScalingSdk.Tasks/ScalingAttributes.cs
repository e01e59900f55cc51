using Microsoft.Build.Framework;
using ScalingSdk.Diagnostics;
using ScalingSdk.Rules;

namespace ScalingSdk.Tasks;

/// <summary>Says of F# and Visual Basic that their attributes are not read: there, a run is planned by a spec.</summary>
public sealed class ScalingAttributes : Microsoft.Build.Utilities.Task
{
    /// <summary>The files of code.</summary>
    [Required]
    public ITaskItem[] Sources { get; set; } = [];

    /// <summary>What the project silences.</summary>
    public string NoWarn { get; set; } = "";

    /// <summary>True where warnings are errors.</summary>
    public bool TreatWarningsAsErrors { get; set; }

    /// <summary>The warnings that are errors.</summary>
    public string WarningsAsErrors { get; set; } = "";

    /// <summary>The warnings that stay warnings.</summary>
    public string WarningsNotAsErrors { get; set; } = "";

    /// <summary>The configs that the project passes to the compiler.</summary>
    public ITaskItem[] AnalyzerConfigs { get; set; } = [];

    /// <summary>The project.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>True unless a finding is an error.</summary>
    public override bool Execute()
    {
        var configured = GlobalConfigs.Read(Path.GetDirectoryName(ProjectFile)!, AnalyzerConfigs.Select(static file => file.GetMetadata("FullPath")));
        var log = new FindingLog(Log, new SeveritySettings(NoWarn, TreatWarningsAsErrors, WarningsAsErrors, WarningsNotAsErrors, configured));
        foreach (var file in Sources.Select(static source => source.GetMetadata("FullPath")).Where(File.Exists))
        {
            var isFSharp = !file.EndsWith(".vb", StringComparison.OrdinalIgnoreCase);
            foreach (var (name, line, column) in AttributeUses.In(File.ReadAllText(file), isFSharp))
                log.Report(HostRules.UnknownValue, Severity.Warning, Message(name, isFSharp), file, line, column);
        }

        return !Log.HasLoggedErrors;
    }

    private static string Message(string name, bool isFSharp) =>
        $"[{name}] is read in C# alone; write a *.scaling.json for this run, 'scaling init' starts one"
        + (isFSharp ? ", and take its constants from the generated module" : ", and the build plans and checks it");
}
