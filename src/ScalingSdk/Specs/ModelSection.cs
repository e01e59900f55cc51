using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Laws;
using ScalingSdk.Models;
using ScalingSdk.Models.Architectures;
using ScalingSdk.Models.Reading;
using ScalingSdk.Quantities;

namespace ScalingSdk.Specs;

/// <summary>A model's size, and the model itself where its shape is known.</summary>
internal sealed record SizedModel(ModelDescription? Model, ModelSize Size)
{
    /// <summary>The size that is stated beside what gives it.</summary>
    public Stated<double>? Stated { get; init; }

    /// <summary>The active part of it that is stated beside what gives it.</summary>
    public Stated<double>? StatedActive { get; init; }
}

/// <summary>The <c>model</c> section: a shape in the spec's own words, a <c>config</c> file beside it, or a bare count of <c>parameters</c>; beside the others the count is checked.</summary>
internal sealed class ModelSection(SpecFiles files, List<ReadingProblem> problems)
{
    internal static string[] OwnKeys => ModelKeys.OfTheSpec;

    public SizedModel? Read(JsonObject section)
    {
        if (section.Find("config") is { } config)
            return Alone(section, config) ? FromConfig(section) : null;
        if (section.Find("parameters") is { } parameters && IsSizeAlone(section))
            return Alone(section, parameters) ? FromNominal(section) : null;
        var reading = ModelReader.Read(section, ModelOrigin.Spec);
        foreach (var problem in reading.Problems)
            problems.Add(Explained(section, problem));
        var sized = reading.Model is { } model ? new SizedModel(model, model.Size) : null;
        return section.Find(SpecKeys.Parameters.Name) is null && section.Find(SpecKeys.ActiveParameters.Name) is null ? sized : Beside(section, sized);
    }

    // The size that is stated beside the dimensions.
    private SizedModel? Beside(JsonObject section, SizedModel? sized)
    {
        var reader = new SectionReader(section, "model", [.. section.Members.Select(static member => member.Name)], problems);
        var (stated, active) = (reader.Quantity(SpecKeys.Parameters), reader.Quantity(SpecKeys.ActiveParameters));
        return sized is null ? null : sized with { Stated = stated, StatedActive = active };
    }

    /// <summary>The key that states the rows of the vocabulary, and where; the padded rows where both are stated. Null where none is.</summary>
    public static Stated<string>? VocabularyKey(JsonObject section)
    {
        JsonMember? rows = null, padded = null;
        foreach (var member in section.Members)
        {
            var key = ModelKeys.Find(member.Name);
            if (key == ModelKeys.VocabularySize)
                rows ??= member;
            else if (key == ModelKeys.PaddedVocabularySize)
                padded ??= member;
        }

        return (padded ?? rows) is { } states ? new(states.Name, states.Name, states.Value.Origin) : null;
    }

    /// <summary>A key of another section, or another tool's name of one, where the model's own keys hold no nearer name.</summary>
    private static ReadingProblem Explained(JsonObject section, ReadingProblem problem) =>
        problem is { Kind: ProblemKind.UnknownKey } && (problem.Remedy is null || problem.Remedy.Edits.Count == 0)
        && section.Members.FirstOrDefault(member => member.NameOrigin == problem.Origin) is { } unknown
            ? MisplacedKey.Explain("model", unknown, name => section.Find(name) is not null) ?? problem
            : problem;

    // The name of an architecture that is not counted says whose size it is.
    private static bool IsSizeAlone(JsonObject section) => section.Find("blocks") is null
        && (section.Find("architecture") ?? section.Find("model_type")) is var name
        && (name is null || (name.Value is JsonString { Value: var text } && UncountedNames.Contains(text)));

    // A size beside a config is checked against it.
    private bool Alone(JsonObject section, JsonMember only)
    {
        var before = problems.Count;
        foreach (var member in section.Members)
        {
            if (!ReferenceEquals(member, only) && !StandsBeside(member.Name, only.Name))
            {
                problems.Add(MisplacedKey.Explain("model", member, name => section.Find(name) is not null) is { } elsewhere && ModelKeys.Find(member.Name) is null
                    ? elsewhere with { Kind = ProblemKind.BadValue }
                    : new ReadingProblem(ProblemKind.BadValue, member.Origin,
                        $"'model.{member.Name}' stands beside 'model.{only.Name}', which says it all", Remedy.Advice("remove one of them")));
            }
        }

        return problems.Count == before;
    }

    // A file may leave open whether its head is tied; a bare size may have an active one.
    private static bool StandsBeside(string name, string only) => name switch
    {
        "parameters" => true,
        "active_parameters" => true,
        "architecture" or "model_type" => only is "parameters",
        "tied_embeddings" => only is "config",
        _ => false,
    };

    private SizedModel? FromNominal(JsonObject section)
    {
        string[] keys = section.Find("architecture") is null && section.Find("model_type") is null ? OwnKeys : [.. OwnKeys, "architecture", "model_type"];
        var reader = new SectionReader(section, "model", keys, problems);
        var active = reader.Quantity(SpecKeys.ActiveParameters);
        if (reader.Quantity(SpecKeys.Parameters) is not { } count)
            return null;
        if (active is null)
            return new SizedModel(null, NominalSize.Of(new TotalParameters(count.Value)));
        if (active.Value <= count.Value)
            return new SizedModel(null, NominalSize.Of(new TotalParameters(count.Value), new ActiveParameters(active.Value)));
        problems.Add(new ReadingProblem(ProblemKind.BadValue, active.Origin,
            $"'{KeyText.Named(active.Origin, "active_parameters")}' is '{active.Text}', more than the '{count.Text}' of '{KeyText.Named(count.Origin, "parameters")}'; a token passes through a part of them"));
        return null;
    }

    private SizedModel? FromConfig(JsonObject section)
    {
        var reader = new SectionReader(section, "model", [.. OwnKeys, "tied_embeddings"], problems);
        if (reader.Text("config") is not { } file)
            return null;
        if (files.Read(file) is not { } text)
            return null;
        var json = JsonReader.Read(text, JsonLimits.Configuration);
        if (json.Root is not JsonObject root)
        {
            var (span, message) = json.Error is { } error
                ? (error.Span, error.Message)
                : (json.Root!.Span, $"expected an object in braces, got {json.Root.Kind}");
            files.Refuse(file, ProblemKind.Unreadable, text, span, message);
            return null;
        }

        if (section.Find("tied_embeddings") is { } tied)
            root = new JsonObject(root.Span, [.. root.Members.Where(static member => ModelKeys.Find(member.Name) != ModelKeys.TiedEmbeddings), tied]);
        var reading = ModelReader.Read(root, ModelOrigin.ConfigFile);
        foreach (var problem in reading.Problems)
            files.Refuse(file, problem.Kind, text, problem.Origin.Span, problem.Headline, problem.Remedy);
        return reading.Model is { } model ? new SizedModel(model, model.Size) { Stated = reader.Quantity(SpecKeys.Parameters), StatedActive = reader.Quantity(SpecKeys.ActiveParameters) } : null;
    }
}
