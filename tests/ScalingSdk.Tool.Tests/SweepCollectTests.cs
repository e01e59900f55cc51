using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ScalingSdk.Tool.Tests;

/// <summary>Whatever becomes of the logs of a sweep, <c>collect</c> has each run that ended once, as it ended, and tells of all others.</summary>
public sealed class SweepCollectTests : IDisposable
{
    private const int Sweeps = 150;
    private const int Runs = 10;
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static string Name(int run) => string.Create(CultureInfo.InvariantCulture, $"C1_N{run + 1}_S1");

    private static string Start(int run) => string.Create(CultureInfo.InvariantCulture, $"{{\"record\":\"start\",\"planned_tokens\":{1000 * (run + 1)},\"name\":\"{Name(run)}\",\"active_parameters\":{100 * (run + 1)},\"corpus\":\"a \\\"b\\\"\"}}");

    private static string Step(int step) => string.Create(CultureInfo.InvariantCulture, $"{{\"record\":\"step\",\"step\":{step},\"tokens\":{step},\"loss\":3}}");

    // Every run has a loss and a length of its own: what is taken for another is seen.
    private static string End(int run) => string.Create(CultureInfo.InvariantCulture, $"{{\"record\":\"run\",\"steps\":9,\"tokens\":{1000 * (run + 1)},\"loss\":{2 + (run / 64.0)},\"state\":\"finished\",\"name\":\"{Name(run)}\",\"active_parameters\":{100 * (run + 1)}}}");

    private static List<string> Whole(int run) => [Start(run), .. Enumerable.Range(1, 8).Select(Step), End(run)];

    private static string Text(IEnumerable<string> lines) => string.Concat(lines.Select(static line => line + "\n"));

    /// <summary>A log as it may be found; null is none.</summary>
    private static string? Log(int run, Random random)
    {
        var (own, other) = (Whole(run), Whole((run + 1 + random.Next(Runs - 1)) % Runs));
        var whole = Text(own);
        return random.Next(12) switch
        {
            0 => null,
            1 => "",
            2 => whole[..random.Next(whole.Length)],
            3 => whole[..random.Next(whole.Length)] + "\n" + whole,
            4 => whole + whole,
            5 => whole + whole[..random.Next(whole.Length)],
            6 => Text(other),
            7 => Text(Interleaved(own, other, random)),
            8 => Text(Interleaved(own[..random.Next(own.Count)], other, random)),
            9 => Garbled(whole, random),
            10 => Text(other)[..random.Next(Text(other).Length)] + "\n" + whole,
            _ => whole,
        };
    }

    private static IEnumerable<string> Interleaved(List<string> one, List<string> other, Random random)
    {
        for (int i = 0, j = 0; i < one.Count || j < other.Count;)
            yield return j == other.Count || (i < one.Count && random.Next(2) == 0) ? one[i++] : other[j++];
    }

    // Some bytes are others, as after a disk that failed: no line that has one is whole.
    private static string Garbled(string text, Random random)
    {
        var bytes = Encoding.ASCII.GetBytes(text);
        for (var hit = 0; hit < 3; hit++)
            bytes[random.Next(bytes.Length)] = (byte)"\n\0"[random.Next(2)];
        return Encoding.ASCII.GetString(bytes);
    }

    // A run ended where its log has, whole, its own end, which states the run: told from the text, not from what it means.
    private static bool Ended(int run, string? log) => log?.Split('\n').Contains(End(run)) is true;

    [Fact]
    public void Collect_OfLogsThatWereTornMixedAndRepeated_NeitherLosesNorDoublesARun()
    {
        _folder.Write("sweep.json", $$"""
            { "runs": [ {{string.Join(", ", Enumerable.Range(0, Runs).Select(static run => string.Create(CultureInfo.InvariantCulture,
                $"{{ \"name\": \"{Name(run)}\", \"parameters\": {100 * (run + 1)}, \"tokens\": {1000 * (run + 1)}, \"flops\": 1, \"seed\": 1 }}")))}} ] }
            """);
        var ended = 0;
        for (var seed = 0; seed < Sweeps; seed++)
        {
            var random = new Random(seed);
            var logs = Enumerable.Range(0, Runs).Select(run => Log(run, random)).ToList();
            foreach (var (run, log) in logs.Index())
            {
                File.Delete(Path.Combine(_folder.Path, Name(run) + ".jsonl"));
                if (log is not null)
                    _folder.Write(Name(run) + ".jsonl", log);
            }

            var collected = Tool.Run("sweep", "collect", _folder.Path, "-o", "-");

            var expected = Enumerable.Range(0, Runs).Where(run => Ended(run, logs[run])).ToList();
            Assert.Equal(expected.Select(static run => (Name(run), 1000.0 * (run + 1), 2 + (run / 64.0))), Read(collected.Out));
            var left = collected.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.Split(' ')[0]);
            Assert.Equal(Enumerable.Range(0, Runs).Except(expected).Select(Name), left);
            Assert.Equal(expected.Count == Runs ? ExitCode.Clean : ExitCode.Findings, collected.Code);
            ended += expected.Count;
        }

        // Of ten runs neither all nor none ended: the property was asked about both.
        Assert.InRange(ended, Sweeps * 3, Sweeps * 8);
    }

    private static IEnumerable<(string Name, double Tokens, double Loss)> Read(string text) =>
        [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line =>
        {
            using var json = JsonDocument.Parse(line);
            var run = json.RootElement;
            return (run.GetProperty("name").GetString()!, run.GetProperty("tokens").GetDouble(), run.GetProperty("loss").GetDouble());
        })];

    [Fact]
    public void Collect_ALogWithCorpusGroupAndUniqueTokens_KeepsThemForTheFit()
    {
        _folder.Write("sweep.json", """{ "runs": [ { "name": "A", "parameters": 100, "tokens": 1000, "flops": 6e5, "seed": 3 } ] }""");
        _folder.Write("A.jsonl", """
            {"record":"start","name":"A","active_parameters":100,"unique_tokens":250,"corpus":"a \"b\"","group":"w8"}
            {"record":"run","steps":10,"tokens":1000,"loss":2.5,"name":"A"}
            """);

        Assert.Equal(
            """{"record":"run","name":"A","active_parameters":100,"tokens":1000,"flops":600000,"loss":2.5,"seed":3,"steps":10,"unique_tokens":250,"corpus":"a \"b\"","group":"w8","state":"finished"}""" + "\n",
            Tool.Run("sweep", "collect", _folder.Path, "-o", "-").Out);
    }

    // What diverged has ended: a fit of the others need not wait for it.
    [Fact]
    public void Collect_WhereTheOnlyRunThatIsLeftOutDiverged_IsDone()
    {
        _folder.Write("sweep.json", """{ "runs": [ { "name": "A", "parameters": 100, "tokens": 1000, "flops": 6e5 }, { "name": "B", "parameters": 100, "tokens": 1000, "flops": 6e5 } ] }""");
        foreach (var (name, loss) in new[] { ("A", "2.5"), ("B", "\"NaN\"") })
            _folder.Write(name + ".jsonl", $"{{\"record\":\"start\",\"name\":\"{name}\",\"active_parameters\":100}}\n{{\"record\":\"run\",\"name\":\"{name}\",\"tokens\":1000,\"loss\":{loss}}}\n");

        var run = Tool.Run("sweep", "collect", _folder.Path, "-o", "-");

        Assert.Equal((ExitCode.Clean, "B is left out: it diverged\n"), (run.Code, run.Error));
        Assert.Equal(ExitCode.Clean, Tool.Run("sweep", "status", _folder.Path).Code);
    }
}
