using ScalingSdk.Json;
using ScalingSdk.Quantities;
using ScalingSdk.Quantities.Units;

namespace ScalingSdk.Specs;

/// <summary>One key of a spec: the reader, the schema, the page, the tool's options, names in C# and suggestions follow from it.</summary>
/// <remarks>Made by one call, of text alone: every process compiles the table before it reads a spec.</remarks>
internal sealed class SpecKey(
    string section,
    string name,
    string meaning,
    string example,
    string moves,
    Unit? unit = null,
    bool allowsZero = false,
    double maximum = double.PositiveInfinity,
    IReadOnlyList<string>? choices = null,
    string? option = null,
    string leftOut = "",
    string foreign = "")
{
    private IReadOnlyList<string>? _foreignNames;

    /// <summary>The section: "data"; of the model's dimensions, "model".</summary>
    public string Section { get; } = section;

    /// <summary>The key: "unique_tokens".</summary>
    public string Name { get; } = name;

    /// <summary>What the key means, as a part of a sentence: "passes over the unique tokens".</summary>
    public string Meaning { get; } = meaning;

    /// <summary>The meaning without marks of Markdown, as messages and help texts write it.</summary>
    public string PlainMeaning => WithoutMarks(Meaning);

    /// <summary>What holds where the key is left out; empty where nothing follows.</summary>
    public string LeftOut { get; } = leftOut;

    /// <summary>A value as the command line writes it.</summary>
    public string Example { get; } = example;

    /// <summary>What of a plan the key moves.</summary>
    public string Moves { get; } = moves;

    /// <summary>The unit of a quantity; null where the key takes a name or text.</summary>
    public Unit? Unit { get; } = unit;

    /// <summary>True where zero is a value.</summary>
    public bool AllowsZero { get; } = allowsZero;

    /// <summary>The largest value, where it is below the unit's.</summary>
    public double Maximum { get; } = maximum;

    /// <summary>The names that the key takes; empty where it takes any text.</summary>
    public IReadOnlyList<string> Choices { get; } = choices ?? [];

    /// <summary>What other tools call it, as they write it.</summary>
    public IReadOnlyList<string> ForeignNames => _foreignNames ??= foreign.Split([' '], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The tool's option for it; null where only <c>--set</c> states it.</summary>
    public string? Option { get; } = option;

    /// <summary>The keys from the root: "data", "unique_tokens".</summary>
    public string[] Path => [Section, Name];

    /// <summary>What to type at a terminal: <c>--tokens 1.4T</c>, <c>--set training.steps=1000</c>.</summary>
    public string OptionText => Option is null ? $"--set {Quoted($"{this}={Example}")}" : $"{Option} {Quoted(Example)}";

    /// <summary>As a shell wants it: several words in quotes.</summary>
    internal static string Quoted(string text) => text.IndexOf(' ') < 0 ? text : $"\"{text}\"";

    /// <summary>True where the key takes the value as it stands.</summary>
    public bool Accepts(JsonNode value) => Unit is { } unit
        ? Quantity.Read(value, unit, AllowsZero) is { Error: null } read && read.Value <= Maximum
        : value is JsonString { Value.Length: > 0 } text
            && (Choices.Count == 0 || Choices.Contains(text.Value.Trim(), StringComparer.OrdinalIgnoreCase));

    /// <summary>Text of the documentation without links and code marks.</summary>
    public static string WithoutMarks(string markdown)
    {
        for (var link = markdown.IndexOf("](", StringComparison.Ordinal); link >= 0; link = markdown.IndexOf("](", StringComparison.Ordinal))
            markdown = markdown.Remove(link, markdown.IndexOf(')', link) - link + 1).Remove(markdown.LastIndexOf('[', link), 1);
        return markdown.Replace("`", "");
    }

    /// <summary>The key with its section: "data.unique_tokens".</summary>
    public override string ToString() => $"{Section}.{Name}";
}
