namespace ScalingSdk.Tool.Tests.LanguageServer;

/// <summary>A test that needs Neovim; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NeovimFactAttribute : FactAttribute
{
    public NeovimFactAttribute()
    {
        if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(static folder => File.Exists(Path.Combine(folder, "nvim"))))
            Skip = "needs Neovim (nvim) on the path";
    }
}
