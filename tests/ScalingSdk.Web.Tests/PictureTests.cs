using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ScalingSdk.Web.Tests;

/// <summary>Pictures of the page in artifacts/web, for people to look at. <c>SCALING_PICTURE=FILE.png</c> takes the picture of docs/images.</summary>
[Collection(PlannerTests.Name)]
public sealed class PictureTests(Browsers browsers)
{
    [BrowserTheory]
    [InlineData(390)]
    [InlineData(1400)]
    public async Task Page_AtAWidth_IsPicturedInBothColours(int width)
    {
        await using var page = await browsers.Open(width: width);
        await Expect(page.Page.Locator("#chart-batch svg")).ToBeVisibleAsync();

        foreach (var colour in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.Page.EmulateMediaAsync(new() { ColorScheme = colour });
            var name = FormattableString.Invariant($"planner-{width}-{(colour is ColorScheme.Dark ? "dark" : "light")}.png");
            Assert.NotEmpty(await page.Page.ScreenshotAsync(new() { Path = Path.Combine(Site.Repository, "artifacts", "web", name), FullPage = true }));
        }

        if (width > 390 && Environment.GetEnvironmentVariable("SCALING_PICTURE") is { Length: > 0 } path)
        {
            await page.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
            await page.Page.SetViewportSizeAsync(width, 1740);
            await page.Page.ScreenshotAsync(new() { Path = Path.Combine(Site.Repository, path) });
        }

        Assert.Empty(page.Complaints);
    }
}
