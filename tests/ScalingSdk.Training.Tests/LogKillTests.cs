using System.Diagnostics;
using ScalingSdk.Fitting.Reading;

namespace ScalingSdk.Training.Tests;

public sealed class LogKillTests
{
    [Fact]
    public async Task Log_OfAProcessThatIsKilled_KeepsEveryRunThatWasTold()
    {
        var path = Path.GetTempFileName();
        try
        {
            for (var kill = 0; kill < 4; kill++)
            {
                File.WriteAllText(path, "");
                using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } host && host.Contains("dotnet", StringComparison.Ordinal) ? host : "dotnet")
                {
                    ArgumentList = { "exec", typeof(LogKillTests).Assembly.Location, path },
                    RedirectStandardOutput = true,
                    UseShellExecute = false,
                })!;
                var told = 0;
                for (; told < 5 + (17 * kill); told++)
                    Assert.NotNull(await process.StandardOutput.ReadLineAsync());
                process.Kill();
                var rest = await process.StandardOutput.ReadToEndAsync();
                told += rest.Count(static c => c == '\n');
                await process.WaitForExitAsync();

                var runs = RunReader.Read(File.ReadAllText(path));

                Assert.InRange(runs.Runs.Count, told, told + 1);
                Assert.All(runs.Runs, static run => Assert.Equal((1.25, 10_240, 124_000), (run.Loss, run.Tokens, run.Parameters)));
                Assert.Equal(runs.Runs.Count, runs.Runs.Select(static run => run.Name).Distinct().Count());
            }
        }
        finally
        {
            File.Delete(path);
        }
    }
}
