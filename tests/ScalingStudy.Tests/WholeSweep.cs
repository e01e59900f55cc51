namespace ScalingStudy.Tests;

/// <summary>An undisturbed sweep of real runs with its law, made once: what a disturbed one must come to.</summary>
internal static class WholeSweep
{
    /// <summary>Six sizes at one budget: two shapes of the study, and a fit that all six have a part in.</summary>
    internal static readonly string[] Design = ["--flops", "1e10", "--budgets", "1", "--sizes", "6", "--spread", "3"];

    private static readonly Lazy<Task<string>> Made = new(MakeAsync);

    /// <summary>Its folder.</summary>
    internal static Task<string> FolderAsync() => Made.Value;

    /// <summary>Asserts that a sweep, collected and fitted by hand, is the undisturbed one to the last byte.</summary>
    internal static async Task AssertSameAsync(string folder)
    {
        var whole = await FolderAsync();
        var law = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "by-hand")).FullName, "sweep.law.json");
        Assert.Equal(0, (await ScalingProcess.ToolAsync("sweep", "collect", folder)).Code);
        await ScalingProcess.ToolAsync("fit", Path.Combine(folder, "runs.jsonl"), "-o", law);
        Assert.Equal(6, File.ReadAllLines(Path.Combine(whole, "runs.jsonl")).Length);
        Assert.Equal(File.ReadAllText(Path.Combine(whole, "runs.jsonl")), File.ReadAllText(Path.Combine(folder, "runs.jsonl")));
        Assert.Equal(File.ReadAllText(Path.Combine(whole, "sweep.law.json")), File.ReadAllText(law));
    }

    private static async Task<string> MakeAsync()
    {
        var folder = Directory.CreateTempSubdirectory("whole").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var run = await ScalingProcess.ToolAsync(["sweep", .. Design, "-o", folder, "--engine", "local", "--jobs", "2", "--command", ScalingProcess.TrainOne]);
        Assert.True(run.Code == 0, run.Error);
        Assert.Equal(0, (await ScalingProcess.ToolAsync("sweep", "collect", folder)).Code);
        await ScalingProcess.ToolAsync("fit", Path.Combine(folder, "runs.jsonl"), "-o", Path.Combine(folder, "sweep.law.json"));
        return folder;
    }
}
