using System.Text;
using CliWrap;
using CliWrap.Buffered;

namespace ScalingSdk.Tool.Tests;

/// <summary>What only a process can show.</summary>
[Collection(nameof(InstalledTool))]
public sealed class ProcessTests(InstalledTool tool) : IDisposable
{
    private const int MoreThanAPipeHolds = 1024 * 1024;
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Version_IsThatOfThePackage() => Assert.Matches(@"^\d+\.\d+\.\d+", (await tool.Run(_folder.Path, "--version")).Out);

    [Fact]
    public async Task Output_IntoAPipe_HasNoEscapes()
    {
        _folder.Write("a.scaling.json", Specs.Warned);

        var run = await tool.Run(_folder.Path, "check");

        Assert.Equal(ExitCode.Findings, run.Code);
        Assert.DoesNotContain('\u001b', run.Out);
        Assert.Contains("a.scaling.json(4,30): warning SCALE1001: ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Output_UnderThePlainLocale_IsAscii()
    {
        var result = await tool.Command(_folder.Path, "plan", "--params", "7B", "--tokens", "1T")
            .WithEnvironmentVariables(static variables => variables.Set("LC_ALL", "C"))
            .ExecuteBufferedAsync(Encoding.UTF8);

        Assert.All(result.StandardOutput, static c => Assert.InRange(c, '\n', '~'));
    }

    [Fact]
    public async Task Input_FromAPipe_IsRead()
    {
        var result = await (Specs.Gpt2Config | tool.Command(_folder.Path, "params", "-", "--format", "json")).ExecuteBufferedAsync();

        Assert.Contains("\"total\": 124439808", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_UnderACommaCulture_KeepTheirPoint()
    {
        var result = await tool.Command(_folder.Path, "plan", "--params", "7B", "--tokens", "1.5T")
            .WithEnvironmentVariables(static variables => variables.Set("LC_ALL", "de_DE.UTF-8").Set("LANG", "de_DE.UTF-8"))
            .ExecuteBufferedAsync();

        Assert.Contains("1.5T", result.StandardOutput, StringComparison.Ordinal);
        Assert.DoesNotContain("1,5", result.StandardOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_WithoutTheLibrariesOfOtherCommands_Works()
    {
        // No list of dependencies, so that what is not there is missed only where it is loaded.
        foreach (var file in Directory.EnumerateFiles(tool.Assemblies).Where(static file => !file.EndsWith(".deps.json", StringComparison.Ordinal)))
            File.Copy(file, Path.Combine(_folder.Path, Path.GetFileName(file)));
        foreach (var library in new[] { "SkiaSharp.dll", "ScalingSdk.Fitting.dll", "MathNet.Numerics.dll" })
            File.Delete(Path.Combine(_folder.Path, library));

        var result = await Cli.Wrap("dotnet").WithArguments([Path.Combine(_folder.Path, "scaling.dll"), "plan", "--params", "7B", "--tokens", "1T"])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();

        Assert.True(result.ExitCode == 0, result.StandardError);
    }

    [Fact]
    public async Task CtrlC_WhileItWaits_Ends()
    {
        if (OperatingSystem.IsWindows())
            return;
        using var graceful = new CancellationTokenSource();
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(15));
        var waits = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = tool.Command(_folder.Path, "plan", "-")
            .WithStandardInputPipe(PipeSource.Create(async (input, cancellation) =>
            {
                await input.WriteAsync(new byte[MoreThanAPipeHolds], cancellation); // done when the tool has read some of it
                waits.SetResult();
                await Task.Delay(Timeout.Infinite, cancellation);
            }))
            .ExecuteAsync(stop.Token, graceful.Token);
        await waits.Task.WaitAsync(stop.Token);

        await graceful.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.False(stop.IsCancellationRequested);
    }
}
