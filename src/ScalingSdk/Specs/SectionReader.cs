using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Quantities.Units;
using ScalingSdk.Text;

namespace ScalingSdk.Specs;

/// <summary>Reads one object of a spec: its known keys with their units, and a problem for every other.</summary>
internal sealed class SectionReader
{
    private const string TheSpec = "the spec";

    private readonly JsonObject _section;
    private readonly string _name;
    private readonly string _whole;
    private readonly bool _explainsMisplaced;
    private readonly List<ReadingProblem> _problems;

    /// <param name="section">The object.</param>
    /// <param name="name">What messages call it: "data".</param>
    /// <param name="known">Every key that the section takes.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="whole">What messages call the file where the section has no name.</param>
    public SectionReader(JsonObject section, string name, IReadOnlyCollection<string> known, List<ReadingProblem> problems, string whole = TheSpec)
    {
        _section = section;
        _name = name;
        _whole = whole;
        _explainsMisplaced = _name is not "suppress" && string.Equals(whole, TheSpec, StringComparison.Ordinal);
        _problems = problems;
        foreach (var member in section.Members)
        {
            if (!Knows(known, member.Name))
                problems.Add(Unknown(member, known));
        }
    }

    /// <summary>A section of the spec, with the keys of the table.</summary>
    public static SectionReader Of(string section, JsonObject content, List<ReadingProblem> problems) => new(content, section, SpecKeys.Of(section), problems);

    /// <summary>The value of a key as a quantity, or null where it is absent or bad.</summary>
    public Stated<double>? Quantity(SpecKey key)
    {
        if (_section.Find(key.Name) is not { } member)
            return null;
        var reading = ScalingSdk.Quantities.Quantity.Read(member.Value, key.Unit!, key.AllowsZero);
        if (reading.Error is not null && key.Unit == Unit.Fraction && member.Value is JsonNumber { Origin.Kind: OriginKind.Code } share)
            Bad(member, $"'{share.Text}' is no share; write a number from '0' to '{NumberText.Round(key.Maximum)}'");
        else if (reading.Error is { } problem)
            Bad(member, problem);
        else if (reading.Value > key.Maximum)
            Bad(member, $"'{Written(member.Value)}' is too large, at most '{NumberText.Round(key.Maximum)}'");
        else
            return new Stated<double>(reading.Value, Written(member.Value), member.Value.Origin);
        return null;
    }

    /// <summary>The value of a key as one of a few names, or null where it is absent or no name of them.</summary>
    public Stated<T>? Choice<T>(SpecKey key, Func<string, T?> find)
        where T : struct
    {
        // What is expected is put into words only where the key stands.
        if (_section.Find(key.Name) is null || Text(key.Name, $"expected one of {Suggest.List(key.Choices)}") is not { } text)
            return null;
        if (find(text.Value) is { } value)
            return new Stated<T>(value, text.Text, text.Origin);
        NotOf(key.Choices, key, text);
        return null;
    }

    private void NotOf(IReadOnlyList<string> names, SpecKey key, Stated<string> text)
    {
        var nearest = Suggest.Nearest(text.Value, names);
        var known = (nearest is null ? "known are " : Suggest.Hint(nearest) + " Known are ") + Suggest.List(names);
        Bad(text.Origin, key.Name, $"'{Excerpt.Of(text.Value)}' is not known", known, nearest is null ? null : ScalingSdk.Json.Editing.JsonQuote.Of(nearest));
    }

    /// <summary>The value of a key as text, or null where it is absent or not text.</summary>
    /// <param name="key">The key.</param>
    /// <param name="wanted">What is expected, where that is more than text.</param>
    public Stated<string>? Text(string key, string? wanted = null)
    {
        if (_section.Find(key) is not { } member)
            return null;
        if (member.Value is JsonString { Value.Length: > 0 } text)
            return new Stated<string>(text.Value, text.Value, text.Origin);
        Bad(member, $"{wanted ?? $"expected text such as \"{key}\": \"...\""}, got {Described(member.Value)}");
        return null;
    }

    /// <summary>The value of a key as an object, or null where it is absent or not an object.</summary>
    public JsonObject? Object(string key)
    {
        if (_section.Find(key) is not { } member)
            return null;
        if (member.Value is JsonObject found)
            return found;
        Bad(member, $"expected an object in braces, got {Described(member.Value)}{(SectionExample.Of(key, member.Value) is { } example ? "; " + example : "")}");
        return null;
    }

    /// <summary>Reports the value of a key.</summary>
    /// <param name="origin">The value.</param>
    /// <param name="key">Its key.</param>
    /// <param name="message">What is wrong with it.</param>
    /// <param name="help">What to type; where there is none, the message says it.</param>
    /// <param name="instead">The value to write instead, as JSON, where it is known.</param>
    public void Bad(Origin origin, string key, string message, string? help = null, string? instead = null)
    {
        var remedy = instead is null ? null : Remedy.Write(instead, Keys(key));
        _problems.Add(new ReadingProblem(ProblemKind.BadValue, origin, KeyText.Prefix(origin, Path(key)) + message, help is null ? remedy : (remedy ?? Remedy.Advice(help)) with { Text = help }));
    }

    internal static string Written(JsonNode value) => value switch
    {
        JsonString text => text.Value,
        JsonNumber number => number.Text,
        _ => value.Kind,
    };

    // By hand: LINQ's is several times slower for a few short names.
    private static bool Knows(IReadOnlyCollection<string> known, string name)
    {
        foreach (var one in known)
        {
            if (string.Equals(one, name, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private static string Described(JsonNode value) =>
        value is JsonString or JsonNumber ? $"{value.Kind} '{Written(value)}'" : value.Kind;

    private void Bad(JsonMember member, string message) => Bad(member.Value.Origin, member.Name, message);

    private string[] Keys(string key) => _name.Length == 0 ? [key] : [_name, key];

    private string Path(string key) => _name.Length == 0 ? key : _name + "." + key;

    private ReadingProblem Unknown(JsonMember member, IReadOnlyCollection<string> known)
    {
        if (_explainsMisplaced && MisplacedKey.Explain(_name, member, name => _section.Find(name) is not null) is { } problem)
            return problem;
        var where = _name.Length == 0 ? _whole : $"'{_name}'";
        return new ReadingProblem(ProblemKind.UnknownKey, member.NameOrigin, $"{where} has no key '{member.Name}'", Meant(member.Name, known) is not { } meant
            ? Remedy.Advice(_name is "suppress" ? "it takes the ids of rules that are not errors, such as 'SCALE1001'" : "it takes " + Suggest.List(known))
            : MistypedKey.Help(_section, member.Name, meant, name => Knows(known, name) ? null : Meant(name, known), Keys(member.Name)));
    }

    // The ids of rules are near each other, and each means something else.
    private string? Meant(string typed, IReadOnlyCollection<string> known) => _name is "suppress" ? Suggest.SameCode(typed, known) : Suggest.Nearest(typed, known);
}
