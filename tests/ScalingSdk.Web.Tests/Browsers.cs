using Microsoft.Playwright;
using ScalingSdk.Testing;

namespace ScalingSdk.Web.Tests;

/// <summary>The page in Chromium: one browser for all tests, a context of its own for each.</summary>
public sealed class Browsers : IAsyncLifetime, IDisposable
{
    private readonly Site _site = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal string Address => _site.Address;

    /// <summary>The files that the host was asked for, in order.</summary>
    internal IReadOnlyList<string> Asked => _site.Asked;

    public async Task InitializeAsync()
    {
        await _site.InitializeAsync();
        if (BrowserFactAttribute.Browser is not { } path)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = path, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
        Dispose();
    }

    public void Dispose() => _site.Dispose();

    /// <summary>The page, once its first plan is on the screen.</summary>
    internal async Task<PlannerPage> Open(string fragment = "", int width = 1400, int height = 900, bool dark = false, string? prepare = null, string? address = null)
    {
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light, AcceptDownloads = true });
        await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var page = new PlannerPage(await context.NewPageAsync(), address ?? Address);
        if (prepare is not null)
            await page.Page.AddInitScriptAsync(prepare);
        await page.Go(fragment);
        return page;
    }
}

[CollectionDefinition(Name)]
public sealed class PlannerTests : ICollectionFixture<Browsers>
{
    public const string Name = "planner";
}
