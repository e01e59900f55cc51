using System.Globalization;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Tables;

namespace ScalingSdk.Fitting.Formats;

/// <summary>The text logs of trainers: words and numbers of a step, on a line or below a heading.</summary>
internal static class TextLogs
{
    private const int LinesLookedAt = 2000;

    private static readonly TextLogKind[] Kinds =
    [
        TextLogKind.NanoGpt, TextLogKind.NanoChat, TextLogKind.LlmC, TextLogKind.Megatron, TextLogKind.NeoX, TextLogKind.Nanotron, TextLogKind.ModdedNanoGpt, TextLogKind.NeMo, TextLogKind.LitGpt,
        TextLogKind.TorchTitan, TextLogKind.MaxText, TextLogKind.Olmo, TextLogKind.Composer, TextLogKind.Fairseq,
    ];

    /// <summary>True for a log whose lines begin with a bracket: <c>[rank0]:[titan]</c>, <c>[2025-03-01 10:00:01] iteration</c>.</summary>
    internal static bool Begins(string text) => text.TrimStart().StartsWith("[", StringComparison.Ordinal) && KindOf(text) is not null;

    /// <summary>True for what Hugging Face's Trainer prints, also under axolotl and others: dictionaries of Python without steps.</summary>
    internal static bool IsPrintedByTrainer(string text) => LogText.Lines(text).Take(LinesLookedAt).Any(static line =>
        line.EndsWith("}", StringComparison.Ordinal) && line.IndexOf('"') < 0 && (line.Holds("{'loss': ") || line.Holds("{'eval_loss': ")));

    internal static LogTable? Find(string text)
    {
        if (KindOf(text) is not { } kind)
            return null;
        var facts = new LogFacts();
        var rows = new List<(int Line, Dictionary<string, string> Members)>();
        foreach (var (line, members) in Points(text, kind, facts))
        {
            if (members.Count > 1)
                rows.Add((line, members));
        }

        IterationsToSteps(rows);
        SamplesToTokens(rows, facts);
        return JsonTable.Of(kind.Name, rows, []) with
        {
            IsCurve = true,
            Parameters = facts.Parameters,
            TokensPerStep = facts.TokensPerStep ?? (facts.Tokens / rows.Max(static row => Number(row.Members, "step"))),
            SequencesPerStep = facts.SequencesPerStep,
        };
    }

    private static TextLogKind? KindOf(string text) =>
        Array.Find(Kinds, kind => Has(text, kind)) ?? (Has(text, TextLogKind.Other) ? TextLogKind.Other : null);

    private static bool Has(string text, TextLogKind kind) =>
        Points(text, kind, null).TakeWhile(static point => point.Line <= LinesLookedAt).Where(static point => point.Members.Count > 1).Skip(kind.Least - 1).Any();

    // A point a line, or one for each heading with what stands below it.
    private static IEnumerable<(int Line, Dictionary<string, string> Members)> Points(string text, TextLogKind kind, LogFacts? facts)
    {
        var number = 0;
        (int Line, Dictionary<string, string> Members)? open = null;
        foreach (var line in LogText.Lines(text))
        {
            number++;
            facts?.Read(line);
            if (kind.Heading is null)
            {
                var members = new Dictionary<string, string>(StringComparer.Ordinal);
                kind.Point(line, members);
                yield return (number, members);
            }
            else if (kind.Heading(line) is { } step)
            {
                if (open is { } ended)
                    yield return ended;
                open = (number, new(StringComparer.Ordinal) { ["step"] = step });
            }
            else if (open is { } point)
            {
                kind.Point(line, point.Members);
            }
            else
            {
                yield return (number, []);
            }
        }

        if (open is { } last)
            yield return last;
    }

    // Micro-batches count as steps by the ratio that the last line with both has.
    private static void IterationsToSteps(List<(int Line, Dictionary<string, string> Members)> rows)
    {
        var ratio = 1.0;
        foreach (var (_, members) in rows)
        {
            if (Number(members, TextLogKind.Iteration) is not { } iteration)
                continue;
            if (Number(members, "step") is { } step && step > 0)
                ratio = iteration / step;
            members["step"] = members.TryGetValue("step", out var stated) ? stated : Math.Round(iteration / ratio).ToString("R", CultureInfo.InvariantCulture);
            members.Remove(TextLogKind.Iteration);
        }
    }

    // A batch may grow: the sequences so far are exact where steps times a batch are not.
    private static void SamplesToTokens(List<(int Line, Dictionary<string, string> Members)> rows, LogFacts facts)
    {
        double? samples = null, at = null;
        foreach (var (_, members) in rows)
        {
            var step = Number(members, "step");
            if (Number(members, TextLogKind.Samples) is { } stated)
                (samples, at) = (stated, step);
            members.Remove(TextLogKind.Samples);
            if (samples + ((step - at) * facts.SequencesPerStep) is { } now && facts.TokensPerSequence is { } length && !members.ContainsKey("tokens"))
                members["tokens"] = (now * length).ToString("R", CultureInfo.InvariantCulture);
        }
    }

    private static double? Number(Dictionary<string, string> members, string name) =>
        members.TryGetValue(name, out var text) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
}
