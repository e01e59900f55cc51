using ScalingSdk.Rules;
using ScalingSdk.Text;

namespace ScalingSdk.Specs;

/// <summary>Turns the text of a <c>*.scaling.json</c> into a spec, or into problems.</summary>
internal sealed class SpecReader
{
    internal static readonly string[] Keys = ["$schema", "name", "model", "data", "training", "laws", "suppress"];

    private readonly string _path;
    private readonly List<ReadingProblem> _problems = [];
    private readonly ModelSection _model;

    private SpecReader(string path, Func<string, string?> readFile)
    {
        _path = path;
        _model = new ModelSection(path, readFile, _problems);
    }

    /// <summary>The spec, or null where a problem leaves it without meaning.</summary>
    public static (TrainingSpec? Spec, IReadOnlyList<ReadingProblem> Problems) Read(
        string path, string text, Func<string, string?> readFile)
    {
        var reading = JsonReader.Read(text);
        if (reading.Error is { } error)
            return (null, [new ReadingProblem(ProblemKind.Unreadable, error.Span, error.Message)]);
        if (reading.Root is not JsonObject root)
        {
            return (null, [new ReadingProblem(ProblemKind.Unreadable, reading.Root!.Span,
                $"a spec is an object in braces, not {reading.Root.Kind}; write {{ \"model\": {{ ... }}, \"data\": {{ ... }} }}")]);
        }

        var reader = new SpecReader(path, readFile);
        var spec = reader.ReadRoot(root);
        return (reader._problems.Any(static problem => problem.Kind != ProblemKind.UnknownKey) ? null : spec, reader._problems);
    }

    private TrainingSpec? ReadRoot(JsonObject root)
    {
        var reader = new SectionReader(root, "", Keys, _problems);
        var name = SpecName.Read(reader, _path);
        var data = reader.Object("data") is { } d ? DataSection.Read(d, _problems) : new DataSection();
        var training = reader.Object("training") is { } t ? TrainingSection.Read(t, _problems) : new TrainingSection();
        var laws = reader.Object("laws") is { } l ? LawsSection.Read(l, _problems) : new LawsSection();
        var suppressions = reader.Object("suppress") is { } s ? ReadSuppressions(s) : [];
        var size = root.Find("model") is null
            ? Missing(root)
            : reader.Object("model") is { } m ? _model.Read(m) : null;
        return size is null ? null : new TrainingSpec
        {
            Path = _path,
            Name = name,
            Model = size.Model,
            Size = size.Size,
            ModelSpan = root.Find("model")!.NameSpan,
            Data = data,
            Training = training,
            Laws = laws,
            Suppressions = suppressions,
        };
    }

    private SizedModel? Missing(JsonObject root)
    {
        // A key that was meant to be 'model' is reported as unknown already.
        if (!root.Members.Any(static member => string.Equals(NearestName.Find(member.Name, Keys), "model", StringComparison.Ordinal)))
        {
            _problems.Add(new ReadingProblem(ProblemKind.Missing, new SourceSpan(root.Span.Start, 1),
                "the spec has no 'model'; add \"model\": { \"architecture\": \"gpt2\", ... }, { \"config\": \"config.json\" } or { \"parameters\": \"124M\" }"));
        }

        return null;
    }

    private Dictionary<string, string> ReadSuppressions(JsonObject section)
    {
        var ids = RuleCatalog.All.Where(static rule => rule.Severity != Severity.Error).Select(static rule => rule.Id).ToList();
        var reader = new SectionReader(section, "suppress", ids, _problems);
        var suppressions = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in section.Members)
        {
            if (reader.Text(member.Name) is { } reason)
                suppressions[member.Name] = reason.Value;
        }

        return suppressions;
    }
}
