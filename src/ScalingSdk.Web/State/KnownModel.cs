using System.Globalization;
using ScalingSdk.Json;

namespace ScalingSdk.Web.State;

/// <summary>A published model that a spec can name: its dimensions are in the page, as its <c>config.json</c> has them.</summary>
/// <param name="Name">As people say it: "Llama 3 8B".</param>
/// <param name="File">What a spec calls it: "llama-3-8b.config.json".</param>
/// <param name="Parameters">Its parameters with embeddings, as the tests of the library count them.</param>
/// <param name="Config">The configuration.</param>
internal sealed record KnownModel(string Name, string File, double Parameters, string Config)
{
    private static readonly Lazy<IReadOnlyList<KnownModel>> Read = new(ReadAll);

    /// <summary>All of them, in the order of the tables of published counts.</summary>
    public static IReadOnlyList<KnownModel> All => Read.Value;

    /// <summary>The model that is called so, whatever the case.</summary>
    public static KnownModel? Find(string name) => All.FirstOrDefault(model => string.Equals(model.Name, name.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The model of a file that a spec names.</summary>
    public static KnownModel? OfFile(string file) => All.FirstOrDefault(model => string.Equals(model.File, file, StringComparison.Ordinal));

    /// <summary>The configuration that a spec names; null where it is not one of a known model.</summary>
    public static string? ConfigOf(string file) => OfFile(file)?.Config;

    private static List<KnownModel> ReadAll()
    {
        using var stream = typeof(KnownModel).Assembly.GetManifestResourceStream("models.json")!;
        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        return [.. ((JsonObject)JsonReader.Read(text, JsonLimits.Configuration).Root!).Members.Select(member => Of(member, text))];
    }

    private static KnownModel Of(JsonMember member, string text)
    {
        var content = (JsonObject)member.Value;
        var config = content.Find("config")!.Value.Span;
        var stem = string.Concat(member.Name.Select(static c => char.IsAsciiLetterOrDigit(c) || c == '.' ? char.ToLowerInvariant(c) : '-')).Trim('-');
        return new(member.Name, stem + ".config.json", double.Parse(((JsonNumber)content.Find("total")!.Value).Text, CultureInfo.InvariantCulture), text.Substring(config.Start, config.Length));
    }
}
