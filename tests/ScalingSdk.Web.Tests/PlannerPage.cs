using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ScalingSdk.Web.Tests;

/// <summary>The planner as a person uses it. What the browser complains about is kept.</summary>
internal sealed class PlannerPage : IAsyncDisposable
{
    /// <summary>The fragment of a run that is short of data, with help for it.</summary>
    public static string Repeated { get; } = "spec=" + Uri.EscapeDataString(
        """{ "model": { "parameters": "124M" }, "data": { "tokens": "10B", "unique_tokens": "2B" }, "training": { "batch_tokens": "0.5M" } }""");

    private readonly List<string> _complaints = [];
    private readonly string _address;

    public PlannerPage(IPage page, string address)
    {
        (Page, _address) = (page, address);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _complaints.Add(message.Text);
        };
        page.PageError += (_, error) => _complaints.Add(error);
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints => _complaints;

    public ILocator Title => Page.Locator("#answer-title");

    public ILocator Findings => Page.Locator(".finding");

    public ILocator Field(string id) => Page.Locator("#" + id);

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new() { Name = name });

    public async Task Go(string fragment)
    {
        await Page.GotoAsync(_address + (fragment.Length > 0 ? "#" + fragment : ""));
        await Expect(Page.Locator("html[data-ready]")).ToBeAttachedAsync(new() { Timeout = 60_000 });
        await Expect(Page.Locator(".foot")).ToBeAttachedAsync(new() { Timeout = 60_000 }); // drawn last
    }

    /// <summary>The value of a row of the answers.</summary>
    public ILocator Answer(string title) => Page.Locator(".answers tr").Filter(new() { Has = Page.GetByRole(AriaRole.Rowheader, new() { Name = title, Exact = true }) }).Locator(".own .value");

    /// <summary>The text of a file that a button saves.</summary>
    public async Task<string> Saved(ILocator button)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
        return await File.ReadAllTextAsync((await download.PathAsync())!);
    }

    /// <summary>The text of a file of the menu.</summary>
    public async Task<string> Exported(string name)
    {
        await Page.Locator(".menu > summary").ClickAsync();
        var text = await Saved(Button(name));
        await Page.Locator(".menu > summary").ClickAsync();
        return text;
    }

    /// <summary>Drops a file on the page.</summary>
    public async Task Drop(string name, string text)
    {
        var data = await Page.EvaluateHandleAsync("([name, text]) => { const data = new DataTransfer(); data.items.add(new File([text], name)); return data; }", new[] { name, text });
        await Page.DispatchEventAsync("body", "drop", new { dataTransfer = data });
    }

    public async ValueTask DisposeAsync() => await Page.Context.CloseAsync();
}
