using System.Diagnostics;

namespace ScalingSdk.Tool.Tests;

/// <summary>The writers of docs/sweep.md, run by a sweep: their logs are those of finished runs.</summary>
public sealed class SweepWriterTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sweep_WithThePythonWriterOfThePage_Finishes()
    {
        if (OperatingSystem.IsWindows() || !IsThere("python3"))
            return;

        Finishes($"python3 {_folder.Write("train.py", Block("python"))}");
    }

    [Fact]
    public void Sweep_WithTheCSharpWriterOfThePage_Finishes()
    {
        if (OperatingSystem.IsWindows())
            return;
        _folder.Write("train/train.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup></Project>");
        _folder.Write("train/Program.cs", Block("csharp"));
        using (var build = Process.Start(new ProcessStartInfo("dotnet", ["build", Path.Combine(_folder.Path, "train"), "-v", "q", "-nologo", "-o", Path.Combine(_folder.Path, "out")]) { RedirectStandardOutput = true, UseShellExecute = false })!)
        {
            build.StandardOutput.ReadToEnd();
            build.WaitForExit();
            Assert.Equal(0, build.ExitCode);
        }

        Finishes($"dotnet {Path.Combine(_folder.Path, "out", "train.dll")}");
    }

    private void Finishes(string command)
    {
        var sweep = Path.Combine(_folder.Path, "sweep");

        var run = Tool.Run("sweep", "--flops", "1e18", "--budgets", "1", "--sizes", "4", "-o", sweep, "--engine", "local", "--command", command);

        Assert.True(run.Code == ExitCode.Clean, $"the runs did not end: {run.Error}");
        Assert.Equal(4, Tool.Run("sweep", "collect", sweep, "-o", "-").Lines.Length);
    }

    private static string Block(string language)
    {
        var page = File.ReadAllText(Repository.Document("sweep.md"));
        var start = page.IndexOf($"```{language}\n", StringComparison.Ordinal) + language.Length + 4;
        return page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
    }

    private static bool IsThere(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));
}
