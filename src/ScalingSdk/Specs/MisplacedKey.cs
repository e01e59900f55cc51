using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Json.Editing;
using ScalingSdk.Text;

namespace ScalingSdk.Specs;

/// <summary>A key that its section does not have: under another tool's name, in another section, or misspelt. The message names the right key.</summary>
internal static class MisplacedKey
{
    private const string Comment = "for a note write a comment: // ...";
    private static readonly string[] Notes = ["//", "#", "_comment", "$comment", "comment", "comments", "note", "notes", "_note", "description", "desc", "todo"];

    // Other tools' settings that say the same in another way: the value cannot be taken over.
    private static readonly Dictionary<string, string> Related = new(StringComparer.OrdinalIgnoreCase)
    {
        ["warmup_ratio"] = "write \"warmup_steps\" in 'training', which is that share of the steps",
        ["warmup_fraction"] = "write \"warmup_steps\" in 'training', which is that share of the steps",
        ["warmup_tokens"] = "write \"warmup_steps\" in 'training', which is those tokens divided by the tokens of a step",
        ["bf16"] = "write \"precision\": \"bf16\" in 'training'",
        ["fp16"] = "write \"precision\": \"fp16\" in 'training'",
        ["gradient_accumulation_steps"] = "write \"batch_sequences\" in 'training', which is the sequences of a step over all devices",
        ["context"] = "write \"sequence_length\" in 'training', the length of a training sequence",
        ["context_window"] = "write \"sequence_length\" in 'training', the length of a training sequence",
        ["context_size"] = "write \"sequence_length\" in 'training', the length of a training sequence",
        ["top_k"] = "write \"active_experts\" in 'model', the experts that a token is sent to",
    };

    /// <summary>The problem of a key that means a known one, or null where the name says nothing.</summary>
    /// <param name="section">The section in which it stands; empty for the root.</param>
    /// <param name="member">The key and its value.</param>
    /// <param name="isStated">True for a key that the section states too.</param>
    public static ReadingProblem? Explain(string section, JsonMember member, Func<string, bool> isStated)
    {
        if (section.Length > 0 && RootKeys.Find(member.Name) is { } root && member.Value is JsonObject)
        {
            return new ReadingProblem(ProblemKind.UnknownKey, member.NameOrigin, $"'{root.Name}' is a section of its own, not a part of '{section}'",
                Remedy.Advice($"close the braces of '{section}' before it"));
        }

        var place = section.Length == 0 ? "a spec" : $"'{section}'";
        var headline = $"'{Excerpt.Of(member.Name)}' is not a key of {place}";
        if (Related.TryGetValue(member.Name, out var advice) || (Notes.Contains(member.Name, StringComparer.OrdinalIgnoreCase) && (advice = Comment) is not null))
            return new ReadingProblem(ProblemKind.UnknownKey, member.NameOrigin, headline, Remedy.Advice(advice));

        var meant = Meant(section, member.Name);
        if (meant.Count == 0)
            return null;
        if (meant.Count > 1)
        {
            var either = string.Join(" or ", meant.Select(key => Written(key, section)));
            return new ReadingProblem(ProblemKind.UnknownKey, member.NameOrigin, headline, Remedy.Advice($"write the one that you mean, {either} ({Meanings(meant)})"));
        }

        var one = meant[0];
        var here = string.Equals(one.Section, section, StringComparison.Ordinal);
        var help = $"write {Written(one, section)}: {one.PlainMeaning}";
        return new ReadingProblem(ProblemKind.UnknownKey, member.NameOrigin, headline,
            here && isStated(one.Name) || !one.Accepts(member.Value) ? Remedy.Advice(help) : Change(section, member, one, here) with { Text = help });
    }

    /// <summary>The keys that a name from elsewhere can mean, as an option of a command line: "lr", "max-steps".</summary>
    public static IReadOnlyList<SpecKey> Named(string name) => Meant("", name);

    /// <summary>The keys that a name can mean: those of its own section, otherwise of all.</summary>
    private static List<SpecKey> Meant(string section, string name)
    {
        var normal = Normalize(name);
        var named = SpecKeys.All.Where(key => Means(key, normal)).ToList();
        var own = named.FindAll(key => string.Equals(key.Section, section, StringComparison.Ordinal));
        return own.Count > 0 ? own : named;
    }

    private static bool Means(SpecKey key, string normal) =>
        string.Equals(Normalize(key.Name), normal, StringComparison.Ordinal) || key.ForeignNames.Any(name => string.Equals(Normalize(name), normal, StringComparison.Ordinal));

    private static string Written(SpecKey key, string section) =>
        string.Equals(key.Section, section, StringComparison.Ordinal) ? $"\"{key.Name}\"" : $"\"{key.Name}\" in '{key.Section}'";

    private static string Meanings(List<SpecKey> keys) => string.Join("; ", keys.Select(static key => $"{key.Name}: {key.PlainMeaning}"));

    private static Remedy Change(string section, JsonMember member, SpecKey key, bool here)
    {
        string[] from = section.Length == 0 ? [member.Name] : [section, member.Name];
        return here
            ? Remedy.Rename(key.Name, from)
            : new Remedy("", [SpecEdit.Remove(from), SpecEdit.Set(Json(member.Value), key.Path)]) { Title = $"Write '{key}' for '{string.Join(".", from)}'" };
    }

    private static string Json(JsonNode value) => value is JsonNumber number ? number.Text : JsonQuote.Of(SectionReader.Written(value));

    private static string Normalize(string name) => new([.. name.Where(static c => c is not ('_' or '-' or ' ' or '.')).Select(char.ToLowerInvariant)]);
}
