using ScalingSdk.Testing;

namespace ScalingSdk.Tool.Tests.LanguageServer;

/// <summary>A test in a real Visual Studio Code; skipped where it cannot be installed or looked at.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class VisualStudioCodeFactAttribute : FactAttribute
{
    private static readonly string[] Programs = ["npm", "node", "g++", "make", "flock"];

    public VisualStudioCodeFactAttribute()
    {
        var missing = Programs.Where(static name => !OnPath(name)).ToList();
        if (BrowserFactAttribute.Browser is null)
            missing.Add("chromium");
        if (missing.Count > 0)
            Skip = $"needs {string.Join(", ", missing)} on the path";
        else if (!IsInstalled && !NpmAnswers)
            Skip = "needs Visual Studio Code of editors/vscode/test/install.sh, and npm reaches no registry";
    }

    private static bool IsInstalled => File.Exists(Path.Combine(
        Environment.GetEnvironmentVariable("SCALING_VSCODE") ?? Path.Combine(
            Environment.GetEnvironmentVariable("XDG_CACHE_HOME") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache"),
            "scaling-sdk", "vscode-1.100"),
        "installed"));

    private static bool NpmAnswers
    {
        get
        {
            using var ping = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("npm", ["view", "code-server", "version"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            return ping.WaitForExit(TimeSpan.FromSeconds(30)) && ping.ExitCode == 0;
        }
    }

    private static bool OnPath(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));
}
