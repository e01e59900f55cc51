using System.Globalization;
using ScalingSdk.Text;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;
using ScalingSdk.Training;

namespace ScalingSdk.Tool.Sweeps;

/// <summary>How far a run of a sweep is.</summary>
internal enum RunState
{
    /// <summary>It has no log.</summary>
    Missing,

    /// <summary>Another process writes its log.</summary>
    Running,

    /// <summary>Its log has no end: it was killed, or failed.</summary>
    Stopped,

    /// <summary>It ended with a loss that is no number.</summary>
    Diverged,

    /// <summary>Its log is of another run than the manifest says.</summary>
    Foreign,

    /// <summary>It ended.</summary>
    Finished,
}

/// <summary>The folder of a sweep: a manifest, a spec per run, and the logs as they come.</summary>
internal sealed class SweepFolder
{
    private const string ManifestName = "sweep.json";

    /// <summary>A run may end on the last whole batch before its planned tokens, or after it.</summary>
    private const double TokensOff = 0.1;

    private SweepFolder(string path, string? command, IReadOnlyList<SweepRun> runs) => (Path, Command, Runs) = (path, command, runs);

    public string Path { get; }

    /// <summary>What trains one run; null where none was stated yet.</summary>
    public string? Command { get; }

    public IReadOnlyList<SweepRun> Runs { get; }

    public string Of(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>Writes specs and manifest. A folder that holds a sweep is refused: its runs would be mixed with the new ones.</summary>
    public static SweepFolder Create(string path, string? command, IReadOnlyList<SweepRun> runs)
    {
        var folder = new SweepFolder(path, command, runs);
        if (File.Exists(folder.Of(ManifestName)))
            throw new UsageException($"'{path}' holds a sweep already; 'scaling sweep resume {path}' goes on with it, -o names another folder");
        Directory.CreateDirectory(path);
        foreach (var run in runs)
            OutputFile.Write(folder.Of(run.Spec), Spec(run), replace: true);

        // The manifest comes last: a folder that has one is whole.
        OutputFile.Write(folder.Of(ManifestName), folder.Manifest(), replace: false);
        return folder;
    }

    public static SweepFolder Open(string path, Terminal terminal)
    {
        var file = System.IO.Path.Combine(path, ManifestName);
        var text = InputFile.Require(file, terminal);
        var runs = new List<SweepRun>();
        if (JsonReader.Read(text).Root is not JsonObject root || root.Find("runs")?.Value is not JsonArray items)
            throw new InputException($"'{file}' is no manifest of a sweep; 'scaling sweep --flops 1e16 -o {path}' writes one");
        foreach (var item in items.Items)
        {
            if (item is not JsonObject o || o.Find("name")?.Value is not JsonString { Value: { Length: > 0 } name } || !IsPlain(name)
                || Number(o, "parameters") is not { } parameters || Number(o, "tokens") is not { } tokens || Number(o, "flops") is not { } flops)
                throw new InputException($"'{file}' has a run without a plain name, parameters, tokens and flops");
            runs.Add(new(name, parameters, tokens, flops, (long)(Number(o, "seed") ?? 1)));
        }

        if (runs.Select(static run => run.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() < runs.Count)
            throw new InputException($"'{file}' names a run twice");
        return new(path, (root.Find("command")?.Value as JsonString)?.Value, runs);
    }

    /// <summary>How far a run is, and its log where that is readable.</summary>
    public (RunState State, RunRecord? Record) Look(SweepRun run)
    {
        var log = Of(run.Log);
        if (IsLocked(log + ".lock"))
            return (RunState.Running, null);
        if (!File.Exists(log))
            return (RunState.Missing, null);
        if (LogEnds.Read(log) is not { } text)
            return (RunState.Stopped, null);
        var record = RunRecord.Read(text);
        return (StateOf(run, record), record);
    }

    private static RunState StateOf(SweepRun run, RunRecord record) => record switch
    {
        { Result: null } => RunState.Stopped,
        _ when !string.Equals(record.Start?.Name, run.Name, StringComparison.Ordinal) => RunState.Foreign,
        { Result.Loss: var loss } when !double.IsFinite(loss) => RunState.Diverged,
        { Result.Tokens: var tokens } when Math.Abs((tokens / run.Tokens) - 1) > TokensOff => RunState.Foreign,
        _ => RunState.Finished,
    };

    // The writer of a log holds a file beside it: see RunLog.
    private static bool IsLocked(string path)
    {
        if (!File.Exists(path))
            return false;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return File.Exists(path);
        }
    }

    private string Manifest()
    {
        var json = new JsonWriter().StartObject();
        json.Name("command").Value(Command).Name("runs").StartArray();
        foreach (var run in Runs)
        {
            json.StartObject().Name("name").Value(run.Name).Name("parameters").Value(run.Parameters).Name("tokens").Value(run.Tokens)
                .Name("flops").Value(run.Flops).Name("seed").Value(run.Seed).EndObject();
        }

        return json.EndArray().EndObject().ToString();
    }

    private static string Spec(SweepRun run) => new JsonWriter().StartObject()
        .Name("name").Value(run.Name)
        .Name("model").StartObject().Name("parameters").Value(run.Parameters).EndObject()
        .Name("data").StartObject().Name("tokens").Value(run.Tokens).EndObject()
        .EndObject().ToString();

    // A name becomes a file: a manifest is input like any other.
    private static bool IsPlain(string name) => name.Length <= 100 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    private static double? Number(JsonObject o, string name) =>
        o.Find(name)?.Value is JsonNumber number && double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value > 0 && double.IsFinite(value) ? value : null;
}
