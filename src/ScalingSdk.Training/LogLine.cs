using System.Buffers;
using System.Text.Json;

namespace ScalingSdk.Training;

/// <summary>The lines of a run log, as UTF-8 with their line end.</summary>
/// <remarks>Only the line of kind <c>run</c> is a run to a fit: the losses inside a run are not of L(N, D).</remarks>
internal static class LogLine
{
    internal static byte[] Of(RunStart start, DateTimeOffset time) => Line("start", json =>
    {
        json.WriteString("time", time.ToUniversalTime());
        json.WriteNumber("planned_tokens", start.PlannedTokens);
        Write(json, start);
    });

    internal static byte[] Of(RunPoint point) => Line("step", json =>
    {
        json.WriteNumber("step", point.Step);
        Number(json, "tokens", point.Tokens);
        Number(json, "loss", point.Loss);
        Number(json, "validation_loss", point.ValidationLoss);
        Number(json, "batch_tokens", point.BatchTokens);
        Number(json, "learning_rate", point.LearningRate);
    });

    internal static byte[] Of(RunEvent found) => Line("event", json =>
    {
        json.WriteString("rule", found.Rule.Id);
        json.WriteNumber("step", found.Step);
        Number(json, "tokens", found.Tokens);
        json.WriteString("message", found.Message);
    });

    internal static byte[] Of(RunStart start, RunEnd end) => Line("run", json =>
    {
        Number(json, "steps", end.Steps);
        Number(json, "tokens", end.Tokens);
        Number(json, "flops", end.Flops);
        Number(json, "loss", end.Loss);
        json.WriteString("state", double.IsFinite(end.Loss) ? "finished" : "diverged");
        Write(json, start);
    });

    private static void Write(Utf8JsonWriter json, RunStart start)
    {
        json.WriteString("name", start.Name);
        Number(json, "active_parameters", start.ActiveParameters);
        Number(json, "unique_tokens", start.UniqueTokens);
        if (start.Seed is { } seed)
            json.WriteNumber("seed", seed);
        Number(json, "learning_rate", start.LearningRate);
        if (start.Corpus is not null)
            json.WriteString("corpus", start.Corpus);
        if (start.Group is not null)
            json.WriteString("group", start.Group);
    }

    // JSON has no NaN; readers of runs take the word for a diverged run.
    private static void Number(Utf8JsonWriter json, string name, double? value)
    {
        if (value is not { } number)
            return;
        if (double.IsFinite(number))
            json.WriteNumber(name, number);
        else
            json.WriteString(name, double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
    }

    private static byte[] Line(string record, Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("record", record);
            members(json);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.WrittenSpan.ToArray();
    }
}
