using static Microsoft.Playwright.Assertions;

namespace ScalingSdk.Web.Tests;

/// <summary>Pictures of the page in artifacts/web, for people to look at. <c>SCALING_PICTURE=FILE.png</c> takes the picture of docs/images.</summary>
[Collection(PlannerTests.Name)]
public sealed class PictureTests(Browsers browsers)
{
    [BrowserTheory]
    [InlineData(390, false)]
    [InlineData(390, true)]
    [InlineData(1400, false)]
    [InlineData(1400, true)]
    public async Task Page_AtAWidthAndColour_IsPictured(int width, bool dark)
    {
        await using var page = await browsers.Open(width: width, dark: dark);
        await Expect(page.Page.Locator("#chart-batch svg")).ToBeVisibleAsync();

        var picture = await page.Page.ScreenshotAsync(new() { Path = Path.Combine(Site.Repository, "artifacts", "web", FormattableString.Invariant($"planner-{width}-{(dark ? "dark" : "light")}.png")), FullPage = true });

        Assert.NotEmpty(picture);
        if (width > 390 && !dark && Environment.GetEnvironmentVariable("SCALING_PICTURE") is { Length: > 0 } path)
        {
            await page.Page.SetViewportSizeAsync(width, 1740);
            await page.Page.ScreenshotAsync(new() { Path = Path.Combine(Site.Repository, path) });
        }

        Assert.Empty(page.Complaints);
    }
}
