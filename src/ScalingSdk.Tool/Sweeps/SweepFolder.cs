using System.Globalization;
using ScalingSdk.Json;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;
using ScalingSdk.Training;

namespace ScalingSdk.Tool.Sweeps;

/// <summary>The folder of a sweep: a manifest, a spec per run, and the logs as they come.</summary>
internal sealed class SweepFolder
{
    private const string ManifestName = "sweep.json";

    private SweepFolder(string path, string? command, IReadOnlyList<string> earlier, IReadOnlyList<SweepRun> runs) =>
        (Path, Command, Earlier, Runs) = (path, command, earlier, runs);

    public string Path { get; }

    /// <summary>What trains one run; null where none was stated yet.</summary>
    public string? Command { get; }

    /// <summary>Files of runs, as seen from the folder, that the runs of this sweep add to: a law is fitted to all of them.</summary>
    public IReadOnlyList<string> Earlier { get; }

    public IReadOnlyList<SweepRun> Runs { get; }

    public string Of(string file) => System.IO.Path.Combine(Path, file);

    /// <summary>Keeps other commands from running the same sweep until it is disposed; the system frees it with the process.</summary>
    /// <exception cref="UsageException">Another command has its turn.</exception>
    public IDisposable TakeTurn()
    {
        try
        {
            return new FileStream(Of("sweep.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"another 'scaling sweep' runs '{Path}': wait for it, or stop it");
        }
    }

    /// <summary>How far a run is, and its log where that is readable.</summary>
    public (RunState State, RunRecord? Record) Look(SweepRun run) => SweepLog.Look(Of(run.Log), run);

    /// <exception cref="UsageException">The folder holds a sweep, whose runs would be mixed with the new ones.</exception>
    public static void RequireNone(string path)
    {
        RequirePlain(path);
        if (File.Exists(System.IO.Path.Combine(path, ManifestName)))
            throw new UsageException($"'{path}' holds a sweep already; 'scaling sweep resume {path}' goes on with it, -o names another folder");
    }

    /// <summary>Writes specs and manifest.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="command">What trains one run.</param>
    /// <param name="earlier">Files of runs that these add to.</param>
    /// <param name="runs">The runs, each with the text of its spec.</param>
    public static SweepFolder Create(string path, string? command, IReadOnlyList<string> earlier, IReadOnlyList<(SweepRun Run, string Spec)> runs)
    {
        RequireNone(path);
        var folder = new SweepFolder(
            path, command, [.. earlier.Select(file => System.IO.Path.GetRelativePath(path, file).Replace('\\', '/'))], [.. runs.Select(static pair => pair.Run)]);
        try
        {
            Directory.CreateDirectory(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException($"'{path}' cannot be made a folder: it is a file, or you may not write there; -o names another");
        }

        foreach (var (run, spec) in runs)
            OutputFile.Write(folder.Of(run.Spec), spec, replace: true);

        // The manifest comes last: a folder that has one is whole.
        OutputFile.Write(folder.Of(ManifestName), folder.Manifest(), replace: false);
        return folder;
    }

    public static SweepFolder Open(string path, Terminal terminal)
    {
        RequirePlain(path);
        var file = System.IO.Path.Combine(path, ManifestName);
        if (!File.Exists(file))
            throw new InputException($"'{path}' holds no sweep: it has no '{ManifestName}'; 'scaling sweep --flops 1e16 -o {path}' designs one");
        if (JsonReader.Read(InputFile.Require(file, terminal)).Root is not JsonObject root || root.Find("runs")?.Value is not JsonArray { Items.Count: > 0 } items)
            throw new InputException($"'{file}' is not the manifest of a sweep; 'scaling sweep --flops 1e16 -o {path}' writes one");
        var runs = new List<SweepRun>();
        foreach (var item in items.Items)
        {
            if (item is not JsonObject o || o.Find("name")?.Value is not JsonString { Value: { Length: > 0 } name } || !IsPlain(name)
                || Number(o, "parameters") is not { } parameters || Number(o, "tokens") is not { } tokens || Number(o, "flops") is not { } flops)
                throw new InputException($"'{file}' has a run without a plain name, parameters, tokens and flops");
            if (string.Equals(name, "runs", StringComparison.OrdinalIgnoreCase))
                throw new InputException($"'{file}' calls a run '{name}', whose log would be the file that 'scaling sweep collect' writes; give the run another name");
            runs.Add(new(name, parameters, tokens, flops, (long)(Number(o, "seed") ?? 1)));
        }

        if (runs.Select(static run => run.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count() < runs.Count)
            throw new InputException($"'{file}' names a run twice");
        var earlier = (root.Find("earlier")?.Value as JsonArray)?.Items.OfType<JsonString>().Select(static item => item.Value);
        return new(path, (root.Find("command")?.Value as JsonString)?.Value, [.. earlier ?? []], runs);
    }

    private string Manifest()
    {
        var json = new JsonWriter().StartObject();
        json.Name("command").Value(Command);
        if (Earlier.Count > 0)
        {
            json.Name("earlier").StartArray();
            foreach (var file in Earlier)
                json.Value(file);
            json.EndArray();
        }

        json.Name("runs").StartArray();
        foreach (var run in Runs)
        {
            json.StartObject().Name("name").Value(run.Name).Name("parameters").Value(run.Parameters).Name("tokens").Value(run.Tokens)
                .Name("flops").Value(run.Flops).Name("seed").Value(run.Seed).EndObject();
        }

        return json.EndArray().EndObject().ToString();
    }

    // A name becomes a file: a manifest is input like any other.
    // The table of a job array has a line for a run and a tab between its columns.
    private static void RequirePlain(string path)
    {
        if (System.IO.Path.GetFullPath(path).Any(char.IsControl))
            throw new UsageException("the path of the folder has a tab, a line break or another control character, which no table of runs and no batch script can hold; take a folder without");
    }

    private static bool IsPlain(string name) => name.Length <= 100 && name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    private static double? Number(JsonObject o, string name) =>
        o.Find(name)?.Value is JsonNumber number && double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            && value > 0 && double.IsFinite(value) ? value : null;
}
