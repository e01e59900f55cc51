using System.Collections;
using Microsoft.Build.Framework;

namespace ScalingSdk.Tasks.Tests;

/// <summary>An MSBuild for one task, which keeps what is logged as a terminal would show it.</summary>
internal sealed class HeardEngine : IBuildEngine
{
    public List<string> Lines { get; } = [];

    public bool ContinueOnError => false;

    public int LineNumberOfTaskNode => 0;

    public int ColumnNumberOfTaskNode => 0;

    public string ProjectFileOfTaskNode => "";

    public bool BuildProjectFile(string projectFileName, string[] targetNames, IDictionary globalProperties, IDictionary targetOutputs) => false;

    public void LogCustomEvent(CustomBuildEventArgs e) => Lines.Add(e.Message ?? "");

    public void LogErrorEvent(BuildErrorEventArgs e) => Lines.Add($"error {e.Code}: {e.Message}");

    public void LogMessageEvent(BuildMessageEventArgs e) => Lines.Add(e.Message ?? "");

    public void LogWarningEvent(BuildWarningEventArgs e) => Lines.Add($"warning {e.Code}: {e.Message}");
}
