using System.Diagnostics;

namespace ScalingSdk.Tool.Tests.LanguageServer;

/// <summary>A test that needs Emacs with Eglot; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EmacsFactAttribute : FactAttribute
{
    public EmacsFactAttribute()
    {
        if (!HasEglot)
            Skip = "needs Emacs with Eglot: Emacs 29 or later, or the packages emacs-nox and elpa-eglot of Debian";
    }

    private static bool HasEglot
    {
        get
        {
            if (!(Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(static folder => File.Exists(Path.Combine(folder, "emacs"))))
                return false;
            using var emacs = Process.Start(new ProcessStartInfo("emacs", ["--batch", "--eval", "(require 'eglot)"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            return emacs.WaitForExit(TimeSpan.FromMinutes(1)) && emacs.ExitCode == 0;
        }
    }
}
