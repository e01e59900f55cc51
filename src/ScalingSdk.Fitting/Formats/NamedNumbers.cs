using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Tables;

namespace ScalingSdk.Fitting.Formats;

/// <summary>The numbers of a line with the words before them, as trainers print them in many ways: a line that has a step and a loss is a point.</summary>
internal static class NamedNumbers
{
    private static readonly string[] Sets = ["train", "training", "trn", "val", "valid", "validation", "eval", "evaluation", "test", "dev", "heldout"];

    internal static void Read(string line, Dictionary<string, string> to)
    {
        if (line.Length == 0 || line.Holds("{'") || line.Holds("{\""))
            return;
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var from = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (!IsNumber(line, at))
                continue;
            if (Name(line.Substring(from, at - from)) is { } name && LogText.NumberAt(line, at) is { } number && !found.ContainsKey(name))
                found.Add(name, number);
            while (at < line.Length && (char.IsLetterOrDigit(line[at]) || line[at] is '.' or '-' or '+' or ','))
                at++;
            from = at;
        }

        if (!found.ContainsKey("step") || !found.Keys.Any(static name => name.EndsWith("loss", StringComparison.Ordinal) || name.EndsWith("bpb", StringComparison.Ordinal)))
            return;
        foreach (var pair in found)
            to[pair.Key] = pair.Value;
    }

    // A digit that begins a word, or its sign.
    private static bool IsNumber(string line, int at)
    {
        var isStart = char.IsDigit(line[at]) || (line[at] is '-' or '+' && at + 1 < line.Length && char.IsDigit(line[at + 1]));
        return isStart && (at == 0 || !(char.IsLetterOrDigit(line[at - 1]) || line[at - 1] is '_' or '.' or '-'));
    }

    // The words that end a text: 'step', 'loss' with what it is of, 'lr', 'tokens'.
    private static string? Name(string text)
    {
        var words = ColumnNames.Normal(text).Split('_');
        if (text.TrimEnd().EndsWith("/", StringComparison.Ordinal) || words.Length == 0)
            return null;
        var last = words[words.Length - 1];
        var before = words.Length > 1 ? words[words.Length - 2] : "";
        return last switch
        {
            "step" or "steps" or "iter" or "iteration" or "update" or "batch" => "step",
            "lr" => "lr",
            "rate" when before is "learning" => "lr",
            "tokens" or "seen" when before is not ("per" or "max") && words.Contains("tokens", StringComparer.Ordinal) => "tokens",
            "loss" or "bpb" => Sets.Contains(before, StringComparer.Ordinal) ? before + "_" + last
                : last is "loss" && before is "aux" or "z" or "balance" or "balancing" or "router" or "kd" or "mtp" or "kl" or "reg" ? null : last,
            _ => null,
        };
    }
}
