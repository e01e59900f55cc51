using System.Globalization;
using System.Text;
using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>The compiler, the task, the tool and the language server say the same of the same specs, to the last digit.</summary>
[Collection(PackageFixture.Beside)]
public sealed class FourHostTests(PackageFixture package)
{
    private static readonly string[] Sound = ["Gpt2Small.scaling.json", "Routed.scaling.json", "Odd.scaling.json", "Formula.scaling.json"];
    private static readonly string[] Broken = ["Broken.scaling.json"];

    private static string Tool => Path.Combine(
        Repository.File("src/ScalingSdk.Tool/bin"), Directory.GetParent(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar))!.Name, "net10.0", "scaling.dll");

    [Fact]
    public async Task Hosts_OfTheSameSpecs_SayTheSame()
    {
        var consumer = Project("hosts");

        var build = (await consumer.Build("-p:ErrorLog=findings.sarif%2Cversion=2.1")).Succeeded();
        var tool = await ToolFindings(consumer, Sound);

        Assert.Equal(tool, OfCompiler(consumer.Read("findings.sarif")));
        Assert.Equal(tool, await ServerFindings(consumer, Sound));
        AssertShown(tool, build.Output);
    }

    [Fact]
    public async Task Hosts_OfASpecThatCannotBeRead_SayTheSame()
    {
        var consumer = Project("broken-hosts");
        consumer.Write(Broken[0], """
            {
              "model": { "parameters": "7B" },
              "data": { "toknes": "10B", "unique_tokens": "3 days" }
            }
            """);

        var build = await consumer.Build();
        var tool = await ToolFindings(consumer, Broken);

        Assert.Equal(tool, await ServerFindings(consumer, Broken));
        AssertShown(tool.Where(static finding => finding.Severity is "error"), build.Output);
    }

    [Theory]
    [InlineData("Gpt2Small")]
    [InlineData("Routed")]
    [InlineData("Formula")]
    public async Task PlanFile_OfTheTask_HasTheFiguresOfTheTool(string name)
    {
        var consumer = Project("plan-" + name);
        (await consumer.Build()).Succeeded();

        var file = consumer.Files($"{name}.plan.json")[0];
        var tool = await Scaling(consumer.Folder, "plan", "--format", "json", $"{name}.scaling.json");

        Assert.Equal(Figures(tool.StandardOutput), Figures(consumer.Read(file)));
    }

    private static async Task<List<Shown>> ToolFindings(Consumer consumer, string[] specs)
    {
        var found = OfTool((await Scaling(consumer.Folder, ["check", "--format", "json", .. specs])).StandardOutput);
        Assert.NotEmpty(found);
        return found;
    }

    private static async Task<List<Shown>> ServerFindings(Consumer consumer, string[] specs)
    {
        // An editor leaves when the server has answered its last question.
        var answers = new StringBuilder();
        var answered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var editor = PipeSource.Create(async (server, cancellation) =>
        {
            await server.WriteAsync(Encoding.UTF8.GetBytes(Frames(consumer.Folder, specs)), cancellation);
            await server.FlushAsync(cancellation);
            await answered.Task.WaitAsync(cancellation);
        });
        var screen = PipeTarget.Create(async (server, cancellation) =>
        {
            var some = new byte[4096];
            for (var read = await server.ReadAsync(some, cancellation); read > 0; read = await server.ReadAsync(some, cancellation))
            {
                answers.Append(Encoding.UTF8.GetString(some, 0, read));
                if (answers.ToString().Contains("\"id\":2,", StringComparison.Ordinal))
                    answered.TrySetResult();
            }
        });
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await Cli.Wrap("dotnet").WithArguments([Tool, "lsp"]).WithStandardInputPipe(editor).WithStandardOutputPipe(screen)
            .WithValidation(CommandResultValidation.None).ExecuteAsync(limit.Token);
        return OfServer(answers.ToString());
    }

    private static void AssertShown(IEnumerable<Shown> findings, string output)
    {
        foreach (var finding in findings.Where(static finding => finding.Severity is "warning" or "error"))
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{finding.File}({finding.Line},{finding.Column}): {finding.Severity} {finding.Id}: {finding.Headline}"), output, StringComparison.Ordinal);
    }

    private Consumer Project(string name)
    {
        var consumer = new Consumer(package, name, items: """<ScalingModelFile Include="own.law.json" />""");
        consumer.CopySample("Gpt2Small.scaling.json");
        consumer.Write("Routed.scaling.json", """
            {
              "model": { "architecture": "mixtral", "layers": 8, "hidden_size": 512, "attention_heads": 8, "key_value_heads": 8, "intermediate_size": 1792,
                "vocabulary_size": 32000, "experts": 8, "experts_per_token": 2, "context_length": 2048 },
              "data": { "tokens": "20B" },
              "hardware": { "accelerator": "H100-SXM", "count": 8 },
              "training": { "batch_tokens": "4M" }
            }
            """);
        consumer.Write("Odd.scaling.json", """
            {
              "model": { "parameters": 7 },
              "data": { "tokens": "1T" }
            }
            """);
        consumer.Write("Formula.scaling.json", """
            {
              "model": { "parameters": "800M" },
              "data": { "tokens": "2B" },
              "laws": { "allocation": "own", "learning_rate": "own" }
            }
            """);
        consumer.Write("own.law.json", """
            {
              "law": "own", "form": "formula", "parameters": "active",
              "formula": "L = E + A/N^a + B/D^b + k*(log(lr) - m - n*log(N))^2", "variables": { "lr": "learning_rate" },
              "constants": { "E": 1.7, "A": 417, "a": 0.34, "B": 2078, "b": 0.37, "k": 0.03, "m": 1, "n": -0.35 },
              "range": { "N": [5e7, 8e8], "D": [2e9, 2e10], "lr": [3e-4, 1e-2] }
            }
            """);
        return consumer;
    }

    private static List<Shown> OfCompiler(string sarif)
    {
        using var log = JsonDocument.Parse(sarif);
        return Sorted(log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Where(static result => result.GetProperty("ruleId").GetString()!.StartsWith("SCALE", StringComparison.Ordinal))
            .Select(static result =>
            {
                var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
                var region = place.GetProperty("region");
                return new Shown(
                    FileName(place.GetProperty("artifactLocation").GetProperty("uri").GetString()!), region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32(),
                    result.GetProperty("ruleId").GetString()!, Level(result.GetProperty("level").GetString()!), result.GetProperty("message").GetProperty("text").GetString()!);
            }));
    }

    private static List<Shown> OfTool(string json)
    {
        using var check = JsonDocument.Parse(json);
        return Sorted(check.RootElement.GetProperty("findings").EnumerateArray().Select(static finding => new Shown(
            FileName(finding.GetProperty("path").GetString()!), finding.GetProperty("line").GetInt32(), finding.GetProperty("column").GetInt32(),
            finding.GetProperty("id").GetString()!, Level(finding.GetProperty("severity").GetString()!), finding.GetProperty("headline").GetString()!)));
    }

    private static List<Shown> OfServer(string frames)
    {
        var shown = new List<Shown>();
        foreach (var frame in frames.Split("Content-Length: ", StringSplitOptions.RemoveEmptyEntries))
        {
            using var message = JsonDocument.Parse(frame[frame.IndexOf('{', StringComparison.Ordinal)..]);
            if (!message.RootElement.TryGetProperty("method", out var method) || method.GetString() is not "textDocument/publishDiagnostics")
                continue;
            var published = message.RootElement.GetProperty("params");
            shown.AddRange(published.GetProperty("diagnostics").EnumerateArray().Select(one =>
            {
                var start = one.GetProperty("range").GetProperty("start");
                return new Shown(
                    FileName(published.GetProperty("uri").GetString()!), start.GetProperty("line").GetInt32() + 1, start.GetProperty("character").GetInt32() + 1,
                    one.GetProperty("code").GetString()!, one.GetProperty("severity").GetInt32() switch { 1 => "error", 2 => "warning", _ => "suggestion" }, one.GetProperty("message").GetString()!);
            }));
        }

        return Sorted(shown);
    }

    /// <summary>What an editor sends that opens every spec and leaves.</summary>
    private static string Frames(string folder, string[] specs)
    {
        var frames = new StringBuilder();
        Frame("""{ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": { "capabilities": { "textDocument": { "publishDiagnostics": { "relatedInformation": true } } } } }""");
        foreach (var spec in specs.Select(spec => Path.Combine(folder, spec)))
            Frame($$"""{ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": { "uri": "{{new Uri(spec).AbsoluteUri}}", "languageId": "jsonc", "version": 1, "text": {{JsonSerializer.Serialize(File.ReadAllText(spec))}} } } }""");
        Frame("""{ "jsonrpc": "2.0", "id": 2, "method": "shutdown" }""");
        return frames.ToString();

        void Frame(string body) => frames.Append(CultureInfo.InvariantCulture, $"Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");
    }

    private static async Task<BufferedCommandResult> Scaling(string folder, params string[] arguments) => await Cli.Wrap("dotnet")
        .WithArguments([Tool, .. arguments]).WithWorkingDirectory(folder)
        .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync();

    private static List<Shown> Sorted(IEnumerable<Shown> shown) =>
        [.. shown.OrderBy(static one => one.File, StringComparer.Ordinal).ThenBy(static one => one.Line).ThenBy(static one => one.Column).ThenBy(static one => one.Id, StringComparer.Ordinal)];

    private static string Level(string level) => level is "note" or "info" or "none" ? "suggestion" : level;

    private static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];

    private static string Figures(string json)
    {
        using var plan = JsonDocument.Parse(json);
        return plan.RootElement.GetProperty("figures").GetRawText().ReplaceLineEndings("\n");
    }

    /// <summary>A finding as a host shows it. The compiler's message is the headline and the first remedy: the beginning is compared.</summary>
    private sealed record Shown(string File, int Line, int Column, string Id, string Severity, string Headline)
    {
        public bool Equals(Shown? other) => other is not null && (File, Line, Column, Id, Severity) == (other.File, other.Line, other.Column, other.Id, other.Severity)
            && (Headline.StartsWith(other.Headline, StringComparison.Ordinal) || other.Headline.StartsWith(Headline, StringComparison.Ordinal));

        public override int GetHashCode() => HashCode.Combine(File, Line, Column, Id);
    }
}
