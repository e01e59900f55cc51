using ScalingSdk.Testing;
using static Microsoft.Playwright.Assertions;

namespace ScalingSdk.Web.Tests;

/// <summary>What the page shows before anything is typed, and what it asks of a host.</summary>
[Collection(PlannerTests.Name)]
public sealed class FirstPlanTests(Browsers browsers)
{
    [BrowserFact]
    public async Task Page_Opened_ShowsAPlanWithOneWarningAndCharts()
    {
        await using var page = await browsers.Open();

        await Expect(page.Title).ToContainTextAsync("7B");
        await Expect(page.Title).ToContainTextAsync("8 x H100-SXM");
        await Expect(page.Page.Locator(".finding.warning")).ToHaveCountAsync(1);
        foreach (var chart in new[] { "frontier", "isoflop", "loss", "epochs", "batch", "cost" })
            await Expect(page.Page.Locator($"#chart-{chart} svg")).ToBeVisibleAsync();
        Assert.Empty(page.Complaints);
    }

    [BrowserFact]
    public async Task Page_Loaded_AsksNothingMoreOfTheNetwork()
    {
        await using var page = await browsers.Open();
        var loaded = browsers.Asked.Count;
        List<string> elsewhere = [];
        page.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(browsers.Address, StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
                elsewhere.Add(request.Url);
        };

        await page.Field("budget-time").FillAsync("5d");
        await Expect(page.Title).ToContainTextAsync("5d");
        await page.Page.GetByText("Every figure").First.ClickAsync();
        await page.Exported("Plan, JSON");

        // The browser takes the icon when it likes.
        Assert.DoesNotContain(browsers.Asked.Skip(loaded), static name => name != "icon.svg");
        Assert.Empty(elsewhere);
    }

    [BrowserFact]
    public async Task Download_Compressed_IsAtMostFourMegabytes()
    {
        await using var page = await browsers.Open();

        var bytes = browsers.Asked.Distinct(StringComparer.Ordinal)
            .Select(static name => Path.Combine(Site.Folder, "wwwroot", name.Length == 0 ? "index.html" : name))
            .Sum(static path => new FileInfo(File.Exists(path + ".br") ? path + ".br" : path).Length);

        Assert.InRange(bytes, 1_000_000, 4_000_000);
    }

    [BrowserFact]
    public async Task FirstPlan_OnTheScreen_DoesNotWaitForPictures()
    {
        await using var page = await browsers.Open(prepare: """
            new MutationObserver(() => { if (document.querySelector('.answers')) globalThis.alone ??= !document.querySelector('.picture'); })
                .observe(document, { childList: true, subtree: true });
            """);

        Assert.True(await page.Page.EvaluateAsync<bool>("globalThis.alone"), "App.razor draws the answers first, and pictures and tables once the browser has shown them");
    }

    [BrowserFact]
    public async Task Page_LoadedAndUsed_DoesNotShift()
    {
        await using var page = await browsers.Open(prepare: "new PerformanceObserver(list => { for (const entry of list.getEntries()) globalThis.shifted = (globalThis.shifted ?? 0) + (entry.hadRecentInput ? 0 : entry.value); }).observe({ type: 'layout-shift', buffered: true });");
        await Expect(page.Page.Locator("#chart-batch svg")).ToBeVisibleAsync();

        var shifted = await page.Page.EvaluateAsync<double>("globalThis.shifted ?? 0");

        Assert.InRange(shifted, 0, 0.01);
    }

    [BrowserFact]
    public async Task Page_OnATelephone_HasNoWiderContentAndTheAnswerFirst()
    {
        await using var page = await browsers.Open(width: 390);

        Assert.Equal(390, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        var (answer, run) = (await page.Page.Locator(".answer").BoundingBoxAsync(), await page.Page.Locator("#run").BoundingBoxAsync());
        Assert.True(answer!.Y < run!.Y, "the answer stands above the form");
    }
}
