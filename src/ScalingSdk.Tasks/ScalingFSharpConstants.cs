using Microsoft.Build.Framework;
using ScalingSdk.Text;

namespace ScalingSdk.Tasks;

/// <summary>Writes a project's budgets as F#, for the compiler takes no generator there. What is wrong with a spec, <see cref="ScalingPlan"/> says.</summary>
public sealed class ScalingFSharpConstants : Microsoft.Build.Utilities.Task, ICancelableTask, IDisposable
{
    private readonly CancellationTokenSource _cancellation = new();

    /// <summary>The specs.</summary>
    [Required]
    public ITaskItem[] Specs { get; set; } = [];

    /// <summary>The files that specs may name.</summary>
    public ITaskItem[] ModelFiles { get; set; } = [];

    /// <summary>The project: what the names of specs are relative to.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>The namespace of the modules, unless a spec has its own; empty for none.</summary>
    public string Namespace { get; set; } = "";

    /// <summary>The file to write.</summary>
    [Required]
    public string Source { get; set; } = "";

    /// <summary>Stops before the next spec.</summary>
    public void Cancel() => _cancellation.Cancel();

    /// <summary>Releases what <see cref="Cancel"/> needs.</summary>
    public void Dispose() => _cancellation.Dispose();

    /// <summary>True unless the file could not be written.</summary>
    public override bool Execute()
    {
        try
        {
            var files = new ProjectFiles(Path.GetDirectoryName(ProjectFile)!, ModelFiles.Select(static file => file.ItemSpec));
            var specs = Specs.Select(item => files.Run(item, withRules: false, _cancellation.Token)).ToList();
            PlanFile.Write(files.FullPath(Source), FSharpSource.Write(Namespace, specs));
        }
        catch (OperationCanceledException)
        {
            return false; // and no stamp: the next build writes it
        }
        catch (IOException exception)
        {
            Log.LogError("{0}", OutsideText.Neutral(exception.Message));
        }

        return !Log.HasLoggedErrors;
    }
}
