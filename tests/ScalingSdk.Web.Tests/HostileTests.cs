using ScalingSdk.Testing;
using static Microsoft.Playwright.Assertions;

namespace ScalingSdk.Web.Tests;

/// <summary>What people and files say stays text, and the page runs no code but its own.</summary>
[Collection(PlannerTests.Name)]
public sealed class HostileTests(Browsers browsers)
{
    private const string Markup = "<img src=x onerror=globalThis.broken=1>";

    [BrowserFact]
    public async Task Names_WithMarkup_StayText()
    {
        var spec = """{ "name": "NAME", "model": { "parameters": "1B", "NAME": 1 }, "data": { "tokens": "20B", "NAME": "NAME" }, "hardware": { "accelerator": "NAME" } }""".Replace("NAME", Markup, StringComparison.Ordinal);
        await using var page = await browsers.Open($"spec={Uri.EscapeDataString(spec)}&name={Uri.EscapeDataString(Markup + ".scaling.json")}&with={Uri.EscapeDataString("spec=" + Uri.EscapeDataString(spec))}");
        await page.Button("Spec").First.ClickAsync();

        await Expect(page.Page.GetByText(Markup).First).ToBeVisibleAsync();
        await HoldsAsync(page);
    }

    [BrowserFact]
    public async Task Runs_WithMarkup_StayText()
    {
        await using var page = await browsers.Open();

        await page.Drop(Markup.Replace('/', ' ') + ".csv", $"N,D,loss,corpus\n1e8,1e9,3.5,{Markup}\n1e8,2e9,3.4,other\n");

        await Expect(page.Page.Locator("#fit .outcome")).ToContainTextAsync("corpora", new() { Timeout = 60_000 });
        await HoldsAsync(page);
    }

    [BrowserFact]
    public async Task Files_ThatAreNothing_AreRefusedInWords()
    {
        await using var page = await browsers.Open();

        await page.Drop("broken.json", "{ \"model\": ");
        await Expect(page.Page.Locator(".finding.error")).ToHaveCountAsync(1);
        await page.Drop("empty.csv", "");
        await Expect(page.Page.Locator("#fit .outcome")).ToContainTextAsync("empty.csv", new() { Timeout = 60_000 });
        await page.Page.EvaluateAsync("location.hash = 'spec=%E0%A4%A&file=:&with=%'");
        await Expect(page.Title).ToBeVisibleAsync();
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task Policy_OfThePage_RefusesInlineScriptAndOtherHosts()
    {
        await using var page = await browsers.Open();

        Assert.Contains("script-src 'self' 'wasm-unsafe-eval';", await page.Page.Locator("meta[http-equiv]").GetAttributeAsync("content"), StringComparison.Ordinal);
        await page.Page.EvaluateAsync("const script = document.createElement('script'); script.textContent = 'globalThis.broken = 1'; document.body.append(script); setTimeout(() => 0);");
        Assert.False(await page.Page.EvaluateAsync<bool>("'broken' in globalThis"));
        Assert.Equal("refused", await page.Page.EvaluateAsync<string>("fetch('https://example.com/').then(() => 'answered', () => 'refused')"));
    }

    private static async Task HoldsAsync(PlannerPage page)
    {
        Assert.Equal(0, await page.Page.Locator("img").CountAsync());
        Assert.False(await page.Page.EvaluateAsync<bool>("'broken' in globalThis"));
        Assert.Empty(page.Complaints);
    }
}
