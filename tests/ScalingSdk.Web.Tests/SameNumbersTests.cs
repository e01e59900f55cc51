using System.Text.Json;
using ScalingSdk.Testing;
using static Microsoft.Playwright.Assertions;

namespace ScalingSdk.Web.Tests;

/// <summary>The page and the tool are hosts of one engine: the same spec gives the same plan to the last digit.</summary>
[Collection(PlannerTests.Name)]
public sealed class SameNumbersTests(Browsers browsers) : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("web").FullName;

    private static readonly (string Name, string Spec)[] Specs =
    [
        ("Budget", """{ "model": { "parameters": "7B" }, "hardware": { "accelerator": "H100-SXM", "count": 8 }, "budget": { "time": "3d" } }"""),
        ("Repeated", """{ "model": { "architecture": "gpt2", "layers": 12, "hidden_size": 768, "attention_heads": 12, "vocabulary_size": 50257, "context_length": 1024 }, "data": { "tokens": "10B", "unique_tokens": "2B" }, "training": { "batch_tokens": "0.5M" } }"""),
        ("Proposed", """{ "hardware": { "accelerator": "A100-SXM-80GB", "count": 8, "price_per_hour": 1.5 }, "budget": { "cost": "2000USD" } }"""),
        ("Served", """{ "model": { "parameters": "8B" }, "data": { "tokens": "15T" }, "inference": { "lifetime_tokens": "10T" }, "laws": { "batch": "deepseek-2024" } }"""),
        ("Routed", """{ "model": { "parameters": "30B", "active_parameters": "3B" }, "data": { "tokens": "2T" }, "hardware": { "accelerator": "H200-SXM", "count": 256 } }"""),
    ];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [BrowserFact]
    public async Task Plans_OfSpecs_AreTheToolsToTheLastByte()
    {
        await using var page = await browsers.Open();
        foreach (var (name, spec) in Specs)
        {
            var file = Path.Combine(_folder, name + ".scaling.json");
            await File.WriteAllTextAsync(file, spec);
            await page.Page.EvaluateAsync("fragment => { location.hash = fragment; }", $"name={name}.scaling.json&spec={Uri.EscapeDataString(spec)}");
            await Expect(page.Title).ToContainTextAsync(name);

            var plan = await page.Exported("Plan, JSON");

            var told = (await Site.Scaling("plan", file, "--format", "json")).StandardOutput;
            Assert.True(string.Equals(told, plan, StringComparison.Ordinal), $"{name}: the page's plan differs from the tool's; both write TrainingPlan.ToJson()\n{told}\n{plan}");
        }
    }

    [BrowserFact]
    public async Task Fit_Of240Runs_IsTheToolsTo1e9()
    {
        var runs = Path.Combine(_folder, "runs.csv");
        await File.WriteAllTextAsync(runs, Runs.Chinchilla());
        await using var page = await browsers.Open();

        await page.Drop("runs.csv", Runs.Chinchilla());
        await Expect(page.Page.Locator("#fit").GetByText("Fitted.")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        using var fit = JsonDocument.Parse(await page.Saved(page.Button("Fit, JSON")));

        var resamples = fit.RootElement.GetProperty("resamples").GetRawText();
        var told = await Site.Scaling("fit", runs, "--format", "json", "--resamples", resamples);
        using var expected = JsonDocument.Parse(told.StandardOutput);
        Assert.Equal(240, fit.RootElement.GetProperty("points").GetInt32());
        Close(expected.RootElement, fit.RootElement, "$");
        await page.Button("Plan by this law").ClickAsync();
        await Expect(page.Page.Locator(".answers .source").Filter(new() { HasText = "runs" }).First).ToBeVisibleAsync();
        Assert.Empty(page.Complaints);
    }

    // Counts and texts are equal; numbers to nine digits.
    private static void Close(JsonElement expected, JsonElement actual, string path)
    {
        Assert.True(expected.ValueKind == actual.ValueKind, path);
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in expected.EnumerateObject().Where(static member => member.Name is not ("gradient_norm" or "condition_number")))
                    Close(member.Value, actual.GetProperty(member.Name), path + "." + member.Name);
                break;
            case JsonValueKind.Array:
                Assert.True(expected.GetArrayLength() == actual.GetArrayLength(), path);
                foreach (var (one, other) in expected.EnumerateArray().Zip(actual.EnumerateArray()))
                    Close(one, other, path + "[]");
                break;
            case JsonValueKind.Number:
                var (wanted, got) = (expected.GetDouble(), actual.GetDouble());
                Assert.True(Math.Abs(wanted - got) <= 1e-9 * Math.Max(1e-9, Math.Abs(wanted)), FormattableString.Invariant($"{path}: {wanted:R} and {got:R}"));
                break;
            default:
                Assert.True(string.Equals(expected.GetRawText(), actual.GetRawText(), StringComparison.Ordinal), $"{path}: {expected.GetRawText()} and {actual.GetRawText()}");
                break;
        }
    }
}
