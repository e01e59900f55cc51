using ScalingSdk.Testing;

namespace ScalingSdk.Web.Tests;

/// <summary>The class of constants that the page saves is the one that a build generates.</summary>
[Collection(PlannerTests.Name)]
public sealed class ConstantsTests(Browsers browsers)
{
    [BrowserFact]
    public async Task Constants_OfASpec_AreThoseOfTheGenerator()
    {
        await using var page = await browsers.Open($"name=Gpt2Small.scaling.json&spec={Uri.EscapeDataString(ScalingSdk.Analyzers.Tests.Specs.Gpt2Small)}");

        var code = await page.Exported("Constants, C#");

        var generated = await File.ReadAllTextAsync(Path.Combine(Site.Repository, "tests", "ScalingSdk.Analyzers.Tests", "GeneratedCodeTests.Gpt2Small_Alone_GivesItsBudget.verified.txt"));
        Assert.Equal(Lines(generated).Skip(1), Lines(code));
    }

    // The page's class has no namespace, and the snapshot leaves out the version.
    private static IEnumerable<string> Lines(string code) => code.Split('\n')
        .Select(static line => line.Trim())
        .Where(static line => line.Length > 0 && line is not ("{" or "}" or "namespace MyApp"))
        .Select(static line => line.StartsWith("[global::System.CodeDom", StringComparison.Ordinal) ? line[..line.IndexOf(',', StringComparison.Ordinal)] : line);
}
