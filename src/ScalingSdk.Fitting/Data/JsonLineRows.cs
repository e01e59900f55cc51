using System.Text;
using ScalingSdk.Json;

namespace ScalingSdk.Fitting.Data;

/// <summary>The objects of a JSON Lines text: nested names are joined by '/', as wandb does.</summary>
internal static class JsonLineRows
{
    private static readonly string[] NotFinite = ["NaN", "-Infinity", "Infinity"];
    private static readonly JsonLimits Limits = new(MaxLength: 1024 * 1024, MaxDepth: 8);

    /// <summary>Each line's members, or the reason why it has none.</summary>
    internal static IEnumerable<(int Line, Dictionary<string, string>? Members, string? Problem)> Read(string text)
    {
        var line = 0;
        var at = 0;
        while (at < text.Length)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end;
            var one = text.Substring(at, end - at).Trim();
            at = end + 1;
            line++;
            if (one.Length == 0)
                continue;

            // Python writes NaN and Infinity bare; they mean a diverged run.
            var reading = JsonReader.Read(QuoteNotFinite(one), Limits);
            if (reading.Root is JsonObject found)
            {
                var members = new Dictionary<string, string>(StringComparer.Ordinal);
                Flatten(found, "", members);
                yield return (line, members, null);
            }
            else
            {
                yield return (line, null, reading.Error?.Message ?? "is not an object; write one JSON object a line");
            }
        }
    }

    private static string QuoteNotFinite(string line)
    {
        if (!line.Holds("NaN") && !line.Holds("Infinity"))
            return line;
        var quoted = new StringBuilder(line.Length + 16);
        var inText = false;
        for (var i = 0; i < line.Length; i++)
        {
            var word = inText ? null : Array.Find(NotFinite, word => string.CompareOrdinal(line, i, word, 0, word.Length) == 0);
            if (word is not null)
            {
                quoted.Append('"').Append(word).Append('"');
                i += word.Length - 1;
                continue;
            }

            quoted.Append(line[i]);
            if (line[i] == '\\' && inText && i + 1 < line.Length)
                quoted.Append(line[++i]);
            else if (line[i] == '"')
                inText = !inText;
        }

        return quoted.ToString();
    }

    private static void Flatten(JsonObject from, string prefix, Dictionary<string, string> to)
    {
        foreach (var member in from.Members)
        {
            var name = prefix + member.Name;
            switch (member.Value)
            {
                case JsonObject inner:
                    Flatten(inner, name + "/", to);
                    break;
                case JsonString text:
                    to[name] = text.Value;
                    break;
                case JsonNumber number:
                    to[name] = number.Text;
                    break;
                case JsonBoolean truth:
                    to[name] = truth.Value ? "true" : "false";
                    break;
            }
        }
    }
}
