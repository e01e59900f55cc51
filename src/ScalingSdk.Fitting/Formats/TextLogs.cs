using System.Globalization;
using System.Text;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Tables;

namespace ScalingSdk.Fitting.Formats;

/// <summary>The text logs of trainers: a line of words and numbers a step.</summary>
internal static class TextLogs
{
    private const int LinesLookedAt = 2000;
    private static readonly TextLogKind[] Kinds = [TextLogKind.NanoGpt, TextLogKind.LlmC, TextLogKind.Megatron, TextLogKind.ModdedNanoGpt, TextLogKind.NeMo, TextLogKind.LitGpt, TextLogKind.TorchTitan];

    /// <summary>True for a log whose lines begin with a bracket: <c>[rank0]:[titan]</c>, <c>[2025-03-01 10:00:01] iteration</c>.</summary>
    internal static bool Begins(string text) => text.TrimStart().StartsWith("[", StringComparison.Ordinal) && KindOf(text) is not null;

    /// <summary>True for what Hugging Face's Trainer prints, also under axolotl and others: dictionaries of Python without steps.</summary>
    internal static bool IsPrintedByTrainer(string text) => Lines(text).Take(LinesLookedAt).Any(static line =>
        line.EndsWith("}", StringComparison.Ordinal) && line.IndexOf('"') < 0 && (line.Holds("{'loss': ") || line.Holds("{'eval_loss': ")));

    internal static LogTable? Find(string text)
    {
        if (KindOf(text) is not { } kind)
            return null;
        var rows = new List<(int Line, Dictionary<string, string> Members)>();
        double? parameters = null, perStep = null, sequences = null;
        var line = 0;
        foreach (var raw in Lines(text))
        {
            line++;
            var plain = WithoutColours(raw);
            parameters ??= kind.Parameters?.Invoke(plain);
            perStep ??= kind.TokensPerStep?.Invoke(plain);
            sequences ??= kind.SequencesPerStep?.Invoke(plain);
            var members = new Dictionary<string, string>(StringComparer.Ordinal);
            kind.Point(plain, members);
            if (members.Count > 1)
                rows.Add((line, members));
        }

        return JsonTable.Of(kind.Name, rows, []) with { IsCurve = true, Parameters = parameters, TokensPerStep = perStep, SequencesPerStep = sequences };
    }

    private static TextLogKind? KindOf(string text)
    {
        foreach (var raw in Lines(text).Take(LinesLookedAt))
        {
            var plain = WithoutColours(raw);
            foreach (var kind in Kinds)
            {
                var members = new Dictionary<string, string>(StringComparer.Ordinal);
                kind.Point(plain, members);
                if (members.Count > 1)
                    return kind;
            }
        }

        return null;
    }

    private static IEnumerable<string> Lines(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            yield return text.Substring(at, Math.Min(end - at, 4096)).Trim();
            at = end + 1;
        }
    }

    // Terminals' colours: ESC [ ... m.
    private static string WithoutColours(string line)
    {
        if (line.IndexOf('\u001B') < 0)
            return line;
        var plain = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != '\u001B')
            {
                plain.Append(line[i]);
                continue;
            }

            while (i < line.Length && !char.IsLetter(line[i]))
                i++;
        }

        return plain.ToString();
    }

    /// <summary>The number after a marker, as text; null where there is none.</summary>
    internal static string? After(string line, string marker, int from = 0)
    {
        var at = line.IndexOf(marker, from, StringComparison.Ordinal);
        if (at < 0)
            return null;
        at += marker.Length;
        while (at < line.Length && line[at] == ' ')
            at++;
        var end = at;
        while (end < line.Length && (char.IsLetterOrDigit(line[end]) || line[end] is '.' or '-' or '+' or ','))
            end++;
        var text = line.Substring(at, end - at).TrimEnd(',', '.').Replace(",", "");
        return text.Length > 0 && (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _) || text is "nan" or "inf" or "-inf") ? text : null;
    }

    internal static double? Number(string line, string marker) =>
        After(line, marker) is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > 0 ? value : null;
}
