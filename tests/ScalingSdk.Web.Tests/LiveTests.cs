using CliWrap;
using ScalingSdk.Testing;
using static Microsoft.Playwright.Assertions;

namespace ScalingSdk.Web.Tests;

/// <summary><c>scaling web</c> with the page itself: the project's specs are open in it, and it follows them.</summary>
[Collection(PlannerTests.Name)]
public sealed class LiveTests(Browsers browsers) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("live").FullName;
    private readonly CancellationTokenSource _stop = new();

    public void Dispose()
    {
        _stop.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [BrowserFact]
    public async Task Spec_ChangedOnTheDisk_IsPlannedInThePage()
    {
        var spec = Path.Combine(_folder, "Run.scaling.json");
        await File.WriteAllTextAsync(spec, """{ "model": { "parameters": "1B" }, "data": { "tokens": "20B" } }""");
        var address = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var serving = Site.Tool("web", _folder, "--files", Path.Combine(Site.Folder, "wwwroot"), "--no-browser")
            .WithStandardOutputPipe(PipeTarget.ToDelegate(address.SetResult))
            .ExecuteAsync(_stop.Token);
        await using (var page = await browsers.Open(address: await address.Task))
        {
            await Expect(page.Answer("tokens")).ToHaveTextAsync("20B");

            await File.WriteAllTextAsync(spec, """{ "model": { "parameters": "1B" }, "data": { "tokens": "30B" } }""");

            await Expect(page.Answer("tokens")).ToHaveTextAsync("30B", new() { Timeout = 30_000 });
            Assert.Empty(page.Complaints);
        }

        await _stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => serving.Task);
    }
}
