using System.Globalization;
using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Text;

namespace ScalingSdk.Models.Reading;

/// <summary>
/// The values of a model section by key. A value that is missing or wrong becomes one problem, and 1 or null in its place so that
/// reading goes on: a description is worth something only while there are no problems.
/// </summary>
internal sealed class ModelFields
{
    /// <summary>Far above every model; bounds the work that a description takes.</summary>
    public const int MostLayers = 65_536;

    private readonly JsonMember?[] _members = new JsonMember?[ModelKeys.All.Count];
    private readonly bool[] _refused = new bool[ModelKeys.All.Count];
    private readonly bool[] _asked = new bool[ModelKeys.All.Count];
    private Dictionary<ModelKey, int>? _assumed;
    private readonly List<ReadingProblem> _problems;
    private JsonMember? _largest;
    private long _largestValue;

    public ModelFields(JsonObject section, ModelOrigin origin, List<ReadingProblem> problems)
    {
        Section = section;
        _problems = problems;
        Origin = origin;
        foreach (var member in section.Members)
        {
            if (ModelKeys.Find(member.Name) is not { } key || member.Value is JsonNull)
                continue;
            if (_members[key.Index] is not { } other)
                _members[key.Index] = member;
            else
                Choose(key, other, member);
        }
    }

    public JsonObject Section { get; }

    public ModelOrigin Origin { get; }

    public string Architecture { get; set; } = "";

    public bool Sound => _problems.Count == 0;

    /// <summary>The largest number that was read: what to point at when a count overflows.</summary>
    public Origin LargestValue => _largest?.Origin ?? Section.Origin;

    public bool Has(ModelKey key) => Member(key) is not null;

    public JsonMember? Member(ModelKey key)
    {
        _asked[key.Index] = true;
        return _members[key.Index];
    }

    /// <summary>The member of a key that is given and that no one asked for.</summary>
    public JsonMember? Unasked(ModelKey key) => _asked[key.Index] ? null : _members[key.Index];

    /// <summary>What a key is where the file leaves it out.</summary>
    public void Assume(ModelKey key, int value) => (_assumed ??= [])[key] = value;

    /// <summary>The fields of an object inside this one, whose problems go to the same list.</summary>
    public ModelFields Nested(JsonObject section) => new(section, Origin, _problems);

    /// <summary>Adds problems that others found.</summary>
    public void Report(IEnumerable<ReadingProblem> problems) => _problems.AddRange(problems);

    /// <summary>Takes the value of a key from elsewhere.</summary>
    public void Override(ModelKey key, JsonMember member) => _members[key.Index] = member;

    public int Int(ModelKey key) => OptionalInt(key) ?? Missing(key);

    public int IntOr(ModelKey key, int fallback) => OptionalInt(key) ?? fallback;

    public int? OptionalInt(ModelKey key) => (int?)OptionalLong(key, key == ModelKeys.Layers || key == ModelKeys.DecoderLayers ? MostLayers : int.MaxValue);

    /// <summary>A count that may be 0.</summary>
    public int CountOr(ModelKey key, int fallback) => (int?)OptionalLong(key, int.MaxValue, least: 0) ?? fallback;

    public long Long(ModelKey key) => OptionalLong(key, long.MaxValue) ?? Missing(key);

    public bool Flag(ModelKey key, bool fallback)
    {
        if (Member(key) is not { } member || _refused[key.Index])
            return fallback;
        if (member.Value is JsonBoolean flag)
            return flag.Value;
        Refuse(key, $"'{member.Label}' is {member.Value.Kind}; expected true or false");
        return fallback;
    }

    public string? Text(ModelKey key)
    {
        if (Member(key) is not { } member || _refused[key.Index])
            return null;
        if (member.Value is JsonString text)
            return text.Value;
        Refuse(key, $"'{member.Label}' is {member.Value.Kind}; expected text");
        return null;
    }

    /// <summary>A positive number that need not be whole, or null.</summary>
    public double? Ratio(ModelKey key)
    {
        if (Member(key) is not { } member || _refused[key.Index])
            return null;
        if (member.Value is JsonNumber number && Double(number) is { } value && value > 0 && value <= int.MaxValue)
            return value;
        Refuse(key, $"'{member.Label}' is {Quoted(member.Value)}; expected a number above 0");
        return null;
    }

    /// <summary>One problem at a key's value, whatever else is wrong with it.</summary>
    public void Refuse(ModelKey key, string message, Remedy? remedy = null)
    {
        if (_refused[key.Index])
            return;
        _refused[key.Index] = true;
        _problems.Add(new(ProblemKind.BadValue, _members[key.Index]?.Value.Origin ?? Section.Origin, message, remedy));
    }

    /// <summary>One problem for a key that is not there, with what it is for and what to type.</summary>
    public int Missing(ModelKey key, string? hint = null)
    {
        if (_refused[key.Index])
            return 1;
        _refused[key.Index] = true;
        var span = Member(ModelKeys.Architecture)?.Origin ?? Section.Origin;
        _problems.Add(new(ProblemKind.Missing, span, $"'{key.Name}' is missing; '{Architecture}' needs it{hint}", MissingKey: key.Name));
        return 1;
    }

    internal static string Quoted(JsonNode value) => value switch
    {
        JsonNumber number => $"'{Excerpt.Of(number.Text)}'",
        JsonString text => $"the text '{Excerpt.Of(text.Value)}'",
        _ => value.Kind,
    };

    internal static double? Double(JsonNumber number) =>
        double.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !double.IsInfinity(value) ? value : null;

    private long? OptionalLong(ModelKey key, long most, long least = 1)
    {
        if (Member(key) is not { } member || _refused[key.Index])
            return _refused[key.Index] ? 1 : _assumed is not null && _assumed.TryGetValue(key, out var assumed) ? assumed : null;
        if (WholeNumber.Read(member.Value, least, most, out var wrong) is not { } value)
        {
            Refuse(key, $"'{member.Label}' is {Quoted(member.Value)}; {wrong}");
            return 1;
        }

        if (value > _largestValue)
            (_largest, _largestValue) = (member, value);
        return value;
    }

    private void Choose(ModelKey key, JsonMember first, JsonMember second)
    {
        // Configurations name the context twice with different meanings; the table of positions has the first alias.
        if (key == ModelKeys.ContextLength && Origin == ModelOrigin.ConfigFile)
        {
            _members[key.Index] = Rank(key, first.Name) <= Rank(key, second.Name) ? first : second;
            return;
        }

        if (!Same(first.Value, second.Value) && !_refused[key.Index])
        {
            _refused[key.Index] = true;
            _problems.Add(new(
                ProblemKind.BadValue,
                second.Origin,
                $"'{first.Label}' is {Quoted(first.Value)} and '{second.Label}' is {Quoted(second.Value)}, two names of one size; keep one of them"));
        }
    }

    private static int Rank(ModelKey key, string name)
    {
        for (var i = 0; i < key.Aliases.Count; i++)
        {
            if (string.Equals(key.Aliases[i], name, StringComparison.Ordinal))
                return i;
        }

        return -1;
    }

    private static bool Same(JsonNode first, JsonNode second) => (first, second) switch
    {
        (JsonNumber a, JsonNumber b) => string.Equals(a.Text, b.Text, StringComparison.Ordinal) || (Double(a) is { } x && x.Equals(Double(b))),
        (JsonString a, JsonString b) => string.Equals(a.Value, b.Value, StringComparison.Ordinal),
        (JsonBoolean a, JsonBoolean b) => a.Value == b.Value,
        _ => false,
    };
}
