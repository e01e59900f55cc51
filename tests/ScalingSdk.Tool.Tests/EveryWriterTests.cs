using ScalingSdk.Testing;

namespace ScalingSdk.Tool.Tests;

/// <summary>Each text of a spec, a config, a law, a log and a sweep's manifest through every writer of the tool.</summary>
public sealed class EveryWriterTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(HostileDocuments.Spec)]
    [InlineData(HostileDocuments.Budget)]
    public void Spec_EachText_IsNeutral(string spec)
    {
        var specs = HostileText.EveryString(spec);
        var paths = specs.Select((text, i) => _folder.Write(FormattableString.Invariant($"s{i}.scaling.json"), text)).ToList();

        foreach (var format in new[] { "text", "json", "markdown", "sarif" })
            AssertNeutral("check", _folder.Path, "-f", format);
        foreach (var path in paths.Where(static (_, i) => i % 8 == 0))
            AssertNeutral("plan", path);
        foreach (var path in paths.Where(static (_, i) => i % 32 == 0))
            AssertNeutral("report", path);
    }

    [Fact]
    public void Config_EachText_IsNeutral()
    {
        foreach (var (text, i) in Numbered(HostileDocuments.Config))
        {
            var config = _folder.Write($"c{i}.json", text);
            _folder.Write($"s{i}.scaling.json", $$"""{ "model": { "config": "c{{i}}.json" }, "data": { "tokens": "10B" } }""");
            AssertNeutral("params", config);
        }

        foreach (var format in new[] { "text", "sarif" })
            AssertNeutral("check", _folder.Path, "-f", format);
    }

    [Theory]
    [InlineData(HostileDocuments.Law)]
    [InlineData(HostileDocuments.Formula)]
    public void Law_EachText_IsNeutral(string law)
    {
        foreach (var (text, i) in Numbered(law))
        {
            var path = _folder.Write($"l{i}.law.json", text);
            _folder.Write($"s{i}.scaling.json", $$"""{ "model": { "parameters": "1B" }, "data": { "tokens": "10B" }, "laws": { "allocation": "l{{i}}.law.json" } }""");
            AssertNeutral("laws", path);
        }

        foreach (var format in new[] { "text", "sarif" })
            AssertNeutral("check", _folder.Path, "-f", format);
    }

    [Fact]
    public void Log_EachText_IsNeutral()
    {
        _folder.Write("sweep.json", HostileDocuments.Manifest);
        foreach (var log in HostileText.EveryString(HostileDocuments.Log))
        {
            var path = _folder.Write("A.jsonl", log + "\n");
            AssertNeutral("sweep", "status", _folder.Path);
            AssertNeutral("sweep", "collect", _folder.Path);
            AssertNeutral("fit", path);
        }
    }

    [Fact]
    public void Manifest_EachText_IsNeutral()
    {
        _folder.Write("A.jsonl", HostileDocuments.Log + "\n");
        foreach (var manifest in HostileText.EveryString(HostileDocuments.Manifest))
        {
            _folder.Write("sweep.json", manifest);
            AssertNeutral("sweep", "status", _folder.Path);
            AssertNeutral("sweep", "collect", _folder.Path);
        }
    }

    private static IEnumerable<(string Text, string Number)> Numbered(string document) => HostileText.EveryString(document).Select(static (text, i) => (text, FormattableString.Invariant($"{i}")));

    private static void AssertNeutral(params string[] arguments)
    {
        var run = Tool.Run(arguments);
        Assert.True(run.Code != ExitCode.Internal, run.Error);
        HostileText.AssertNeutral(run.Out + run.Error, $"'scaling {string.Join(' ', arguments)}'");
    }
}
