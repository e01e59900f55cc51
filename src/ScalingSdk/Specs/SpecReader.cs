using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Text;

namespace ScalingSdk.Specs;

/// <summary>Turns the values of a spec into a typed spec, or into problems.</summary>
internal sealed class SpecReader
{
    internal static readonly string[] Keys = [.. RootKeys.All.Select(static key => key.Name)];

    private readonly string _path;
    private readonly List<ReadingProblem> _problems = [];
    private readonly SpecFiles _files;
    private readonly ModelSection _model;
    private readonly Func<IReadOnlyCollection<string>> _suppressible;
    private readonly (SpecTree Tree, TrainingSpec Spec)? _before;

    private SpecReader(string path, Func<string, string?> readFile, Func<IReadOnlyCollection<string>> suppressible, (SpecTree Tree, TrainingSpec Spec)? before = null)
    {
        (_suppressible, _before) = (suppressible, before);
        _path = path;
        _files = new SpecFiles(path, readFile, _problems);
        _model = new ModelSection(_files, _problems);
    }

    /// <summary>The spec, or null where a problem leaves it without meaning.</summary>
    public static (TrainingSpec? Spec, IReadOnlyList<ReadingProblem> Problems) Read(
        string path, SpecTree tree, Func<string, string?> readFile, Func<IReadOnlyCollection<string>> suppressible) =>
        new SpecReader(path, readFile, suppressible).Read(tree);

    /// <summary>The spec after a change: what the change did not touch is read already.</summary>
    public static (TrainingSpec? Spec, IReadOnlyList<ReadingProblem> Problems) ReadAgain(
        SpecTree tree, (SpecTree Tree, TrainingSpec Spec) before, Func<string, string?> readFile, Func<IReadOnlyCollection<string>> suppressible) =>
        new SpecReader(before.Spec.Path, readFile, suppressible, before).Read(tree);

    private (TrainingSpec? Spec, IReadOnlyList<ReadingProblem> Problems) Read(SpecTree tree)
    {
        var spec = ReadRoot(tree.Root);
        return (_problems.Exists(static problem => problem.Kind != ProblemKind.UnknownKey) ? null : spec, _problems);
    }

    private TrainingSpec? ReadRoot(JsonObject root)
    {
        if (root.Find("model") is null && (root.Find("model_type") is not null || root.Find("architectures")?.Value is JsonArray))
        {
            _problems.Add(new ReadingProblem(ProblemKind.Missing, Start(root), "this is the configuration of a model, not a spec",
                Remedy.Advice("save it as config.json, and write a spec that names it: { \"model\": { \"config\": \"config.json\" }, \"data\": { \"tokens\": \"10B\" } }")));
            return null;
        }

        var reader = new SectionReader(root, "", Keys, _problems);
        var name = SpecName.Read(reader, _path);
        var data = Section(reader, "data", DataSection.Read, Unstated.Data, static spec => spec.Data);
        var budget = Section(reader, "budget", BudgetSection.Read, Unstated.Budget, static spec => spec.Budget);
        var model = reader.Object("model") is { } m ? Known(m) ?? _model.Read(m) : null;
        var spec = new TrainingSpec
        {
            Path = _path,
            Name = name,
            Model = model?.Model,
            Size = model?.Size,
            StatedParameters = model?.Stated,
            StatedActive = model?.StatedActive,
            ModelOrigin = root.Find("model")?.NameOrigin ?? Start(root),
            VocabularyKey = root.Find("model")?.Value is JsonObject described ? ModelSection.VocabularyKey(described) : null,
            Data = data,
            Training = Section(reader, "training", TrainingSection.Read, Unstated.Training, static spec => spec.Training),
            Hardware = Section(reader, "hardware", HardwareSection.Read, Unstated.Hardware, static spec => spec.Hardware),
            Budget = budget,
            Limits = Section(reader, "limits", LimitsSection.Read, Unstated.Limits, static spec => spec.Limits),
            Inference = Section(reader, "inference", InferenceSection.Read, Unstated.Inference, static spec => spec.Inference),
            Transfer = Section(reader, "transfer", TransferSection.Read, Unstated.Transfer, static spec => spec.Transfer),
            Laws = reader.Object("laws") is { } laws ? LawsSection.Read(laws, _files, _problems) : Unstated.Laws,
            Suppressions = reader.Object("suppress") is { } s ? ReadSuppressions(s) : Unstated.Suppressions,
        };
        spec = spec with { Laws = spec.Laws.For(spec) };
        if (root.Find("model") is null && (spec.Budget.Any is null || MissesModel(root)))
            return ReportMissingModel(root);
        if (!_problems.Exists(static problem => problem.Kind != ProblemKind.UnknownKey))
            SpecConsistency.Check(spec, _problems);
        return spec;
    }

    private T Section<T>(SectionReader reader, string key, Func<JsonObject, List<ReadingProblem>, T> read, T unstated, Func<TrainingSpec, T> of)
        where T : class =>
        reader.Object(key) is not { } section ? unstated
        : _before is { } before && IsUntouched(before.Tree, key, section) ? of(before.Spec)
        : read(section, _problems);

    private SizedModel? Known(JsonObject section) => _before is { Spec: { Size: { } size } spec, Tree: var tree } && IsUntouched(tree, "model", section)
        ? new SizedModel(spec.Model, size) { Stated = spec.StatedParameters, StatedActive = spec.StatedActive }
        : null;

    private static bool IsUntouched(SpecTree before, string key, JsonObject section) => ReferenceEquals(before.Root.Find(key)?.Value, section);

    // A key that was meant to be 'model' is reported as unknown already.
    private static bool MissesModel(JsonObject root) => root.Members.Any(IsMeantAsModel);

    private static bool IsMeantAsModel(JsonMember member) => !Keys.Contains(member.Name, StringComparer.Ordinal)
        && string.Equals(Suggest.Nearest(member.Name, Keys), "model", StringComparison.Ordinal);

    // The brace, where a file says it; the whole file is not underlined.
    private static Origin Start(JsonObject root) => root.Origin.Kind == OriginKind.File ? new SourceSpan(root.Span.Start, 1) : root.Origin;

    private TrainingSpec? ReportMissingModel(JsonObject root)
    {
        var misspelt = _problems.FindIndex(problem => problem.Kind == ProblemKind.UnknownKey
            && root.Members.Any(member => member.NameOrigin == problem.Origin && IsMeantAsModel(member)));
        if (misspelt >= 0)
        {
            _problems[misspelt] = _problems[misspelt] with { Headline = _problems[misspelt].Headline + ", and without a 'model' there is no plan" };
        }
        else
        {
            _problems.Add(new ReadingProblem(ProblemKind.Missing, Start(root),
                "the spec has no 'model'", Remedy.Advice(root.Origin.Kind == OriginKind.Option
                    ? $"add {SizeKeys.Parameters.OptionText}, a config.json, or a budget for the plan to propose a size: {BudgetKeys.Flops.OptionText}"
                    : "add \"model\": { \"architecture\": \"gpt2\", ... }, { \"config\": \"config.json\" } or "
                    + "{ \"parameters\": \"124M\" }, or a 'budget' for the plan to propose a size: \"budget\": { \"flops\": \"1e21\" }")));
        }

        return null;
    }

    private Dictionary<string, string> ReadSuppressions(JsonObject section)
    {
        var reader = new SectionReader(section, "suppress", _suppressible(), _problems);
        var suppressions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in section.Members)
        {
            if (reader.Text(member.Name, $"a suppression needs its reason, such as \"{Excerpt.Of(member.Name)}\": \"this is all the text there is\"") is { } reason)
                suppressions[member.Name] = reason.Value;
        }

        return suppressions;
    }
}
