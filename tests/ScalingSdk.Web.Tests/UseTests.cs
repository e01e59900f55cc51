using Microsoft.Playwright;
using ScalingSdk.Testing;
using static Microsoft.Playwright.Assertions;

namespace ScalingSdk.Web.Tests;

/// <summary>What people do on the page.</summary>
[Collection(PlannerTests.Name)]
public sealed class UseTests(Browsers browsers)
{
    private const string Gpt2 = """{"model_type": "gpt2", "n_embd": 768, "n_layer": 12, "n_head": 12, "vocab_size": 50257, "n_positions": 1024}""";

    [BrowserFact]
    public async Task Form_Typed_PlansAndWritesTheSpec()
    {
        await using var page = await browsers.Open();

        await page.Field("model-parameters").FillAsync("1B");
        await page.Field("data-tokens").FillAsync("20B");
        await page.Field("budget-time").FillAsync("");

        await Expect(page.Answer("parameters")).ToHaveTextAsync("1B");
        await Expect(page.Answer("tokens")).ToHaveTextAsync("20B");
        await page.Button("Spec").First.ClickAsync();
        var spec = await page.Page.GetByLabel("The spec").InputValueAsync();
        Assert.Contains("\"tokens\": \"20B\"", spec, StringComparison.Ordinal);
        Assert.DoesNotContain("budget", spec, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Spec_TypedWithAWrongKey_IsUnderlinedThereAndMendedByAButton()
    {
        await using var page = await browsers.Open();
        await page.Button("Spec").First.ClickAsync();

        await page.Page.GetByLabel("The spec").FillAsync("""{ "model": { "parameters": "1B" }, "data": { "tokns": "20B" } }""");

        await Expect(page.Page.Locator(".marks .warning, .marks .error").First).ToHaveTextAsync("\"tokns\"");
        await page.Page.Locator(".finding .remedy").First.ClickAsync();
        await Expect(page.Answer("tokens")).ToHaveTextAsync("20B");
        await page.Button("Undo").ClickAsync();
        await Expect(page.Page.Locator(".marks .warning, .marks .error").First).ToHaveTextAsync("\"tokns\"");
    }

    [BrowserFact]
    public async Task Remedy_Pressed_EndsItsFinding()
    {
        await using var page = await browsers.Open(PlannerPage.Repeated);
        await Expect(page.Page.Locator(".finding.warning")).ToHaveCountAsync(1);

        await page.Page.Locator(".finding.warning .remedy:not(.improvement)").First.PressAsync("Enter");

        await Expect(page.Page.Locator(".finding.warning")).ToHaveCountAsync(0);
        await Expect(page.Page.Locator("[role=status].unseen")).ToContainTextAsync("Done");
    }

    [BrowserFact]
    public async Task Config_Dropped_IsTheModel()
    {
        await using var page = await browsers.Open();

        await page.Drop("config.json", Gpt2);

        await Expect(page.Answer("parameters")).ToHaveTextAsync("124M");
        await Expect(page.Page.GetByText("From config.json")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Model_ByName_HasItsDimensions()
    {
        await using var page = await browsers.Open();

        await page.Button("Known model").ClickAsync();
        await page.Field("known-model").FillAsync("Llama 3 8B");
        await page.Field("known-model").PressAsync("Enter");

        await Expect(page.Answer("parameters")).ToHaveTextAsync("8.03B");
    }

    [BrowserFact]
    public async Task Slider_Moved_MovesThePointAndSaysWhatIsLost()
    {
        await using var page = await browsers.Open();
        var slider = page.Field("lever-parameters");

        await slider.FocusAsync();
        for (var i = 0; i < 20; i++)
            await page.Page.Keyboard.PressAsync("ArrowLeft");

        await Expect(page.Page.GetByTestId("outcome")).ToContainTextAsync("than this run");
        await Expect(page.Page.Locator("#chart-isoflop svg")).ToContainTextAsync("moved");
        await Expect(page.Page.GetByText("Planned there")).ToBeVisibleAsync();
        await page.Button("Plan this").ClickAsync();
        await Expect(page.Answer("parameters")).ToHaveTextAsync("4.42B");
    }

    [BrowserFact]
    public async Task Slider_Dragged_FollowsTheMouse()
    {
        await using var page = await browsers.Open();
        var slider = page.Field("lever-days");
        await slider.ScrollIntoViewIfNeededAsync();
        var box = (await slider.BoundingBoxAsync())!;
        var before = await page.Page.GetByTestId("outcome").TextContentAsync();

        await page.Page.Mouse.MoveAsync(box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Page.Mouse.DownAsync();
        await page.Page.Mouse.MoveAsync(box.X + (box.Width * 0.8f), box.Y + (box.Height / 2), new() { Steps = 8 });
        await page.Page.Mouse.UpAsync();

        await Expect(page.Page.GetByTestId("outcome")).Not.ToHaveTextAsync(before!);
        await Expect(page.Page.GetByTestId("outcome")).ToContainTextAsync("lower than this run");
    }

    [BrowserFact]
    public async Task Tokens_MovedBeyondTheUniqueOnes_MoveThePointOfEveryPictureThatKnowsThem()
    {
        await using var page = await browsers.Open($"spec={Uri.EscapeDataString("""{ "model": { "parameters": "1B" }, "data": { "tokens": "20B", "unique_tokens": "10B" }, "training": { "batch_tokens": "1M" }, "hardware": { "accelerator": "H100-SXM", "count": 8 } }""")}");

        await page.Field("lever-tokens").FocusAsync();
        await page.Page.Keyboard.PressAsync("PageUp");

        foreach (var chart in new[] { "frontier", "loss", "epochs", "batch", "cost" })
            await Expect(page.Page.Locator($"#chart-{chart} svg")).ToContainTextAsync("moved");
        await Expect(page.Page.Locator("#chart-isoflop svg")).Not.ToContainTextAsync("moved");
        await page.Button("Back to the plan").ClickAsync();
        foreach (var chart in new[] { "frontier", "cost" })
            await Expect(page.Page.Locator($"#chart-{chart} svg")).Not.ToContainTextAsync("moved");
    }

    [BrowserFact]
    public async Task Laws_Unfolded_StandSideBySide()
    {
        await using var page = await browsers.Open();

        await page.Page.Locator("[aria-labelledby=laws-title] summary").ClickAsync();

        var rows = page.Page.Locator("[aria-labelledby=laws-title] tbody");
        foreach (var law in new[] { "besiroglu-2024", "kaplan-2020", "muennighoff-2023" })
            await Expect(rows.GetByRole(AriaRole.Rowheader, new() { Name = law }).First).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Runs_Kept_StandSideBySide()
    {
        await using var page = await browsers.Open();

        foreach (var size in new[] { "3B", "1B", "13B" })
        {
            await page.Button("Keep this run to compare").ClickAsync();
            await page.Field("model-parameters").FillAsync(size);
            await Expect(page.Answer("parameters")).ToHaveTextAsync(size);
        }

        var table = page.Page.Locator("[aria-labelledby=compare-title] table");
        await Expect(table.Locator("thead th")).ToHaveTextAsync(["", "A", "B", "C", "this run"]);
        await Expect(table.GetByRole(AriaRole.Rowheader, new() { Name = "parameters", Exact = true })).ToBeVisibleAsync();
        await Expect(page.Button("Keep this run to compare")).ToBeDisabledAsync();
        await Expect(page.Page.Locator("#chart-comparison svg")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Link_Shared_OpensTheSamePage()
    {
        await using var page = await browsers.Open();
        await page.Drop("config.json", Gpt2);
        await page.Field("budget-time").FillAsync("");
        await page.Field("data-tokens").FillAsync("7B");
        await Expect(page.Answer("tokens")).ToHaveTextAsync("7B");
        await page.Button("Keep this run to compare").ClickAsync();
        await page.Field("data-tokens").FillAsync("9B");
        await Expect(page.Answer("tokens")).ToHaveTextAsync("9B");
        var plan = await page.Exported("Plan, JSON");
        await page.Page.Locator(".menu > summary").ClickAsync();
        await page.Button("Copy link").ClickAsync();
        await Expect(page.Button("Copied")).ToBeVisibleAsync();
        var link = await page.Page.EvaluateAsync<string>("navigator.clipboard.readText()");

        await using var other = await browsers.Open(link[(link.IndexOf('#', StringComparison.Ordinal) + 1)..]);

        Assert.Equal(plan, await other.Exported("Plan, JSON"));
        await Expect(other.Page.Locator("[aria-labelledby=compare-title] thead th")).ToHaveTextAsync(["", "A", "this run"]);
    }

    [BrowserFact]
    public async Task Exports_OfAPlan_AreWhatTheySay()
    {
        await using var page = await browsers.Open();

        Assert.Contains("\"parameters\": \"7B\"", await page.Exported("Spec, JSON"), StringComparison.Ordinal);
        Assert.Contains("**Every figure**", await page.Exported("Report, Markdown"), StringComparison.Ordinal);
        Assert.StartsWith("<svg ", await page.Saved(page.Button("SVG of Loss against tokens")), StringComparison.Ordinal);
        var png = await page.Page.RunAndWaitForDownloadAsync(() => page.Button("PNG of Loss against tokens").ClickAsync());
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], (await File.ReadAllBytesAsync((await png.PathAsync())!)).Take(4));
    }

    [BrowserFact]
    public async Task Page_Printed_IsThePlanWithoutTheForm()
    {
        await using var page = await browsers.Open();
        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(page.Page.Locator(".answers")).ToBeVisibleAsync();
        await Expect(page.Page.Locator("#run")).ToBeHiddenAsync();
        var pdf = await page.Page.PdfAsync();

        Assert.Equal("%PDF"u8.ToArray(), pdf.Take(4));
    }

    [BrowserFact]
    public async Task Fit_Cancelled_Stops()
    {
        await using var page = await browsers.Open();
        await page.Drop("runs.csv", Runs.Chinchilla());

        await page.Button("Cancel").ClickAsync();

        await Expect(page.Page.Locator("#fit").GetByText("Cancelled")).ToBeVisibleAsync();
        await Expect(page.Page.GetByRole(AriaRole.Progressbar)).ToHaveCountAsync(0);
    }
}
