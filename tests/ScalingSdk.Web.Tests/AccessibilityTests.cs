using Deque.AxeCore.Playwright;
using ScalingSdk.Testing;
using static Microsoft.Playwright.Assertions;

namespace ScalingSdk.Web.Tests;

/// <summary>The page without a mouse and without sight.</summary>
[Collection(PlannerTests.Name)]
public sealed class AccessibilityTests(Browsers browsers)
{
    [BrowserFact]
    public async Task Page_InBothColoursAndWidths_HasNoSeriousFault()
    {
        foreach (var (dark, width) in new[] { (false, 1400), (true, 390) })
        {
            await using var page = await browsers.Open(dark: dark, width: width);
            await page.Button("Keep this run to compare").ClickAsync();
            await page.Field("model-parameters").FillAsync("3B");
            await Expect(page.Page.Locator("#chart-comparison svg")).ToBeVisibleAsync();
            await page.Page.GetByText("Every figure").First.ClickAsync();

            var result = await page.Page.RunAxe();

            Assert.True(result.Violations.All(static fault => fault.Impact is not ("serious" or "critical")), string.Join("; ",
                result.Violations.Select(static fault => $"{fault.Impact} {fault.Id}: {fault.Help} ({string.Join(", ", fault.Nodes.Take(3).Select(static node => node.Html))})")));
        }
    }

    [BrowserFact]
    public async Task Keyboard_Alone_ReachesTheRemediesAndTheForm()
    {
        await using var page = await browsers.Open(PlannerPage.Repeated);
        List<string> reached = [];

        for (var i = 0; i < 30; i++)
        {
            await page.Page.Keyboard.PressAsync("Tab");
            reached.Add(await page.Page.EvaluateAsync<string>("document.activeElement.id || document.activeElement.className || document.activeElement.tagName"));
        }

        Assert.Contains(reached, static name => name.Contains("remedy", StringComparison.Ordinal));
        Assert.Contains("model-parameters", reached);
    }
}
