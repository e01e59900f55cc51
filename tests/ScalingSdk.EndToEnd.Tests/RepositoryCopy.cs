using System.Diagnostics;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>The checkout in another folder: its commit, and what is changed since.</summary>
internal static class RepositoryCopy
{
    /// <summary>Makes the copy; returns its folder.</summary>
    public static string In(string folder)
    {
        Git("clone", "-q", Repository.Root, folder);
        foreach (var file in Git("ls-files", "-z", "--cached", "--others", "--exclude-standard").Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var copy = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            if (File.Exists(Repository.File(file)))
                File.Copy(Repository.File(file), copy, overwrite: true);
            else
                File.Delete(copy);
        }

        return folder;
    }

    private static string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, UseShellExecute = false })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.True(git.ExitCode == 0, $"git {string.Join(' ', arguments)} failed: this test needs a checkout and git");
        return output;
    }
}
