using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Laws;
using ScalingSdk.Models;
using ScalingSdk.Models.Architectures;
using ScalingSdk.Models.Reading;
using ScalingSdk.Quantities;
using ScalingSdk.Quantities.Units;

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
        return section.Find(SizeKeys.Parameters.Name) is null && section.Find(SizeKeys.ActiveParameters.Name) is null ? sized : Beside(section, sized);
    }

    // The size that is stated beside the dimensions.
    private SizedModel? Beside(JsonObject section, SizedModel? sized)
    {
        var reader = new SectionReader(section, "model", [.. section.Members.Select(static member => member.Name)], problems);
        var (stated, active) = (reader.Quantity(SizeKeys.Parameters), reader.Quantity(SizeKeys.ActiveParameters));
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
        var active = reader.Quantity(SizeKeys.ActiveParameters);
        if (reader.Quantity(SizeKeys.Parameters) is not { } count)
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
        return reading.Model is { } model ? new SizedModel(model, model.Size) { Stated = reader.Quantity(SizeKeys.Parameters), StatedActive = reader.Quantity(SizeKeys.ActiveParameters) } : null;
    }
}

/// <summary>The keys of the <c>model</c> section but the dimensions of a model, which <c>ModelKeys</c> has.</summary>
internal static class SizeKeys
{
    private static readonly KeyTable Table = new();

    public static readonly SpecKey Config = Table.Add(new(
        "model",
        "config",
        meaning: "a Hugging Face `config.json` or Meta `params.json`, as a path from the spec's folder",
        example: "config.json",
        moves: "size",
        foreign: "config_file config_path hf_config model_config"));

    public static readonly SpecKey Parameters = Table.Add(new(
        "model",
        "parameters",
        meaning: "size of the model where its shape is not known; with dimensions or a `config`, a check of their count",
        example: "7B",
        moves: "size",
        unit: Unit.Parameters,
        option: "--params",
        foreign: "params n_params num_params num_parameters parameter_count model_size size"));

    public static readonly SpecKey ActiveParameters = Table.Add(new(
        "model",
        "active_parameters",
        meaning: "with `parameters`: the parameters that one token passes through, for a model with experts whose shape is not known",
        example: "3B",
        moves: "compute, loss",
        unit: Unit.Parameters,
        foreign: "active_params activated_params activated_parameters"));

    public static IReadOnlyList<SpecKey> All => Table.Keys;
}
