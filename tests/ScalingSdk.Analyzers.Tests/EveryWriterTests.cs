using System.Globalization;
using ScalingSdk.Testing;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>Each text of a spec, a config and a law through the compiler's messages and the generated constants.</summary>
public sealed class EveryWriterTests
{
    [Theory]
    [InlineData(HostileDocuments.Spec, "", "")]
    [InlineData(HostileDocuments.Budget, "", "")]
    [InlineData(HostileDocuments.Config, "config.json", """{ "model": { "config": "config.json" }, "data": { "tokens": "10B" } }""")]
    [InlineData(HostileDocuments.Law, "my.law.json", """{ "model": { "parameters": "1B" }, "data": { "tokens": "10B" }, "laws": { "allocation": "my.law.json" } }""")]
    [InlineData(HostileDocuments.Formula, "my.law.json", """{ "model": { "parameters": "1B" }, "data": { "tokens": "10B" }, "laws": { "allocation": "my.law.json" } }""")]
    public async Task Document_EachText_IsNeutral(string document, string beside, string spec)
    {
        var project = new Project();
        foreach (var (text, i) in HostileText.EveryString(document).Select(static (text, i) => (text, i)))
        {
            var folder = FormattableString.Invariant($"r{i}/");
            project = project.Add(folder + "Run.scaling.json", beside.Length == 0 ? text : spec);
            if (beside.Length > 0)
                project = project.Add(folder + beside, text);
        }

        foreach (var found in await project.Analyze())
        {
            var message = found.GetMessage(CultureInfo.InvariantCulture);
            HostileText.AssertNeutral(message, found.Id);
            Assert.DoesNotContain('\n', message);
        }

        foreach (var file in project.Generate())
            HostileText.AssertNeutral(file.SourceText.ToString(), file.HintName);
    }
}
