using Microsoft.Build.Framework;
using ScalingSdk.Diagnostics;
using ScalingSdk.Rules;

namespace ScalingSdk.Tasks;

/// <summary>Says of F# and Visual Basic that their attributes are not read: there, a run is planned by a spec.</summary>
public sealed class ScalingAttributes : Microsoft.Build.Utilities.Task
{
    private static readonly string[] Names = ["ScalingModel", "ScalingRun", "ScalingBudget", "ScalingKey", "ScalingSpec"];

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

    /// <summary>True unless a finding is an error.</summary>
    public override bool Execute()
    {
        var log = new FindingLog(Log, new SeveritySettings(NoWarn, TreatWarningsAsErrors, WarningsAsErrors, WarningsNotAsErrors, new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)));
        foreach (var file in Sources.Select(static source => source.GetMetadata("FullPath")).Where(File.Exists))
        {
            var number = 0;
            foreach (var line in File.ReadLines(file))
            {
                number++;
                if (Attribute(line) is var (name, column))
                    log.Report(UnknownValue.Info, Severity.Warning, $"[{name}] is read in C# alone; write a *.scaling.json for this run, 'scaling init' starts one, and take its constants from the generated module", file, number, column);
            }
        }

        return !Log.HasLoggedErrors;
    }

    /// <summary>The attribute that a line of code has, and where; null where it has none.</summary>
    internal static (string Name, int Column)? Attribute(string line)
    {
        var code = line.TrimStart();
        if (code.StartsWith("//", StringComparison.Ordinal) || code.StartsWith("'", StringComparison.Ordinal) || code.StartsWith("(*", StringComparison.Ordinal))
            return null;
        var open = line.IndexOf('<');
        if (open < 0)
            return null;
        foreach (var name in Names)
        {
            var at = line.IndexOf(name, open, StringComparison.Ordinal);
            if (at > 0 && !IsPart(line[at - 1]) && line[at - 1] != '"' && !IsLonger(line, at + name.Length))
                return (name, at + 1);
        }

        return null;
    }

    private static bool IsLonger(string line, int end) =>
        end < line.Length && IsPart(line[end]) && string.CompareOrdinal(line, end, "Attribute", 0, "Attribute".Length) != 0;

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c == '_';
}
