using System.Globalization;
using System.Text.Json;

namespace ScalingSdk.Training;

/// <summary>A run as its log tells it.</summary>
public sealed record RunRecord
{
    // What short writers call it: docs/sweep.md lists them.
    private static readonly string[] Parameters = ["active_parameters", "N", "params", "n_params", "num_params", "parameters"];
    private static readonly string[] Tokens = ["tokens", "D", "tokens_seen", "total_tokens", "n_tokens"];
    private static readonly string[] Losses = ["loss", "val_loss", "eval_loss", "final_loss"];

    /// <summary>The run; null where the log has no whole first line.</summary>
    public RunStart? Start { get; private init; }

    /// <summary>Its steps, rising: after a resume those of the resumed run.</summary>
    public IReadOnlyList<RunPoint> Points { get; private init; } = [];

    /// <summary>How it ended; null where it has not, or was killed.</summary>
    public RunEnd? Result { get; private init; }

    /// <summary>How many times it was started.</summary>
    public int Starts { get; private init; }

    /// <summary>Lines that are not a whole record: at most the last one of each start that was killed.</summary>
    public int TornLines { get; private init; }

    /// <summary>Lines that bear the name of another run, and were passed over.</summary>
    public int LinesOfOthers { get; private init; }

    /// <summary>Reads a log. Never throws over its content.</summary>
    public static RunRecord Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(text, run: null);
    }

    /// <summary>Reads what a log says of one run: of a log that holds lines of several, those that bear its name, or none. Never throws over its content.</summary>
    public static RunRecord Read(string text, string? run)
    {
        ArgumentNullException.ThrowIfNull(text);
        RunStart? start = null;
        RunEnd? end = null;
        var points = new List<RunPoint>();
        int torn = 0, starts = 0, others = 0;
        foreach (var line in text.Split('\n'))
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;
            switch (Parse(line, run))
            {
                case RunStart read:
                    (start, starts) = (read, starts + 1);
                    break;
                case RunPoint point:
                    // A resumed run repeats the steps after its checkpoint.
                    while (points.Count > 0 && points[^1].Step >= point.Step)
                        points.RemoveAt(points.Count - 1);
                    points.Add(point);
                    break;
                case (RunStart read, RunEnd last):
                    // The end states the run, where a short writer has written nothing else.
                    if (start is null || double.IsNaN(start.ActiveParameters))
                        (start, starts) = (read, Math.Max(starts, 1));
                    end = last;
                    break;
                case Other:
                    others++;
                    break;
                case null:
                    torn++;
                    break;
            }
        }

        return new() { Start = start, Points = points, Result = end, Starts = starts, TornLines = torn, LinesOfOthers = others };
    }

    // A boolean for the lines that a reader passes over.
    private static object? Parse(string line, string? run)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                return null;
            var json = document.RootElement;
            if (run is not null && Text(json, "name") is { } name && !string.Equals(name, run, StringComparison.Ordinal))
                return default(Other);
            return Text(json, "record") switch
            {
                "start" => StartOf(json),
                "step" => new RunPoint(
                    Whole(json, "step") ?? 0, Number(json, "tokens") ?? double.NaN, Number(json, "loss") ?? double.NaN,
                    Number(json, "batch_tokens"), Number(json, "learning_rate"), Number(json, "validation_loss")),
                "run" => (StartOf(json), EndOf(json)),
                null when Number(json, Losses) is not null && Number(json, Tokens) is not null => (StartOf(json), EndOf(json)),
                _ => true,
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static RunStart StartOf(JsonElement json) => new()
    {
        Name = Text(json, "name") ?? Text(json, "run") ?? "",
        ActiveParameters = Number(json, Parameters) ?? double.NaN,
        PlannedTokens = Number(json, "planned_tokens") ?? Number(json, Tokens) ?? double.NaN,
        UniqueTokens = Number(json, "unique_tokens"),
        Seed = Whole(json, "seed"),
        LearningRate = Number(json, "learning_rate"),
        Corpus = Text(json, "corpus"),
        Group = Text(json, "group"),
    };

    private static RunEnd EndOf(JsonElement json) => new(
        Whole(json, "steps") ?? Whole(json, "step") ?? 0, Number(json, Tokens) ?? double.NaN, Number(json, Losses) ?? double.NaN, Number(json, "flops") ?? Number(json, "C"));

    private static double? Number(JsonElement json, string[] names)
    {
        foreach (var name in names)
        {
            if (Number(json, name) is { } number)
                return number;
        }

        return null;
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Whole(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var whole) ? whole : null;

    private static double? Number(JsonElement json, string name) => !json.TryGetProperty(name, out var value) ? null
        : value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number
        : value.ValueKind == JsonValueKind.String && double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var word) ? word
        : null;

    private readonly record struct Other;
}
