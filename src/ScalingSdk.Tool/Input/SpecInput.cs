using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Json.Editing;
using ScalingSdk.Specs;
using ScalingSdk.Text;
using ScalingSdk.Tool.Plans;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Input;

/// <summary>
/// A spec from wherever it comes: a file, standard input, a <c>config.json</c>, flags, or a file with flags over it. Each gives
/// values with their origin, which go the one way through the pipeline.
/// </summary>
internal sealed class SpecInput
{
    private readonly Terminal _terminal;
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<FlagValue> _given;

    private SpecInput(Terminal terminal, string path, string? text, SpecTree? tree, bool isFile, IReadOnlyList<FlagValue> given)
    {
        (_terminal, Path, IsFile, Text, _given) = (terminal, path, isFile, text, given);
        Tree = tree is null ? null : given.Aggregate(tree, static (spec, flag) => flag.Over(spec));
    }

    /// <summary>The spec as findings name it.</summary>
    public string Path { get; }

    /// <summary>True where people can look up a finding's line in a file.</summary>
    public bool IsFile { get; }

    /// <summary>The file's text without the flags; null where there is no file or it cannot be read.</summary>
    public string? Text { get; }

    /// <summary>What file and flags state together; null where the file is no spec.</summary>
    public SpecTree? Tree { get; }

    /// <summary>A spec or a config.json, with flags over it.</summary>
    public static SpecInput FromFile(string path, Terminal terminal, IReadOnlyList<FlagValue>? given = null)
    {
        given ??= [];
        if (ModelFile.Find(path, terminal) is { } file)
        {
            var described = new SpecInput(terminal, ConfigFile.SpecNameOf(file.Path) + ".scaling.json", text: null, file.Spec(), isFile: false, given);
            described._files[SpecPaths.Normalize(file.Path)] = file.Config;
            return described;
        }

        var text = InputFile.Read(path, terminal);
        var name = string.Equals(path, InputFile.Standard, StringComparison.Ordinal) ? InputFile.StandardName : path;
        if (text is null || text.Length > SpecPipeline.MaxCharacters)
            return new SpecInput(terminal, name, text, tree: null, isFile: true, given);
        if (!ConfigFile.IsConfig(name, text))
            return new SpecInput(terminal, name, text, SpecTree.Parse(text, out _), isFile: true, given);

        var input = new SpecInput(terminal, ConfigFile.SpecNameOf(name) + ".scaling.json", text: null, ConfigFile.Spec(name), isFile: false, given);
        input._files[SpecPaths.Normalize(name)] = text;
        return input;
    }

    /// <summary>A spec of flags alone.</summary>
    public static SpecInput FromFlags(Terminal terminal, IReadOnlyList<FlagValue> given, string path = "plan.scaling.json") =>
        new(terminal, path, text: null, SpecTree.Empty(Origin.Option("")), isFile: false, given);

    /// <summary>A spec that the tool is about to write.</summary>
    public static SpecInput FromText(Terminal terminal, string path, string text, IReadOnlyList<FlagValue> given) =>
        new(terminal, path, text, SpecTree.Parse(text, out _), isFile: false, given);

    /// <summary>What the pipeline says of it.</summary>
    public SpecResult Run(CancellationToken cancellation) => Tree is { } tree ? Run(tree, cancellation) : Run(Text, cancellation);

    /// <summary>What the pipeline says of other values beside these.</summary>
    public SpecResult Run(SpecTree tree, CancellationToken cancellation) => SpecPipeline.Run(Path, tree, ReadFile, withRules: true, cancellation);

    /// <summary>What the pipeline says of another text of the file.</summary>
    public SpecResult Run(string? text, CancellationToken cancellation) => text is { Length: > SpecPipeline.MaxCharacters }
        ? SpecPipeline.TooLarge(Path)
        : SpecPipeline.Run(Path, text, ReadFile, cancellation);

    /// <summary>A plan of this input, seen beside the best one.</summary>
    public PlanView View(SpecResult result, CancellationToken cancellation) => PlanView.Of(result, Tree, other => Run(other, cancellation));

    /// <summary>The text of a spec that states the same, for a file: the file's own with the flags written into it.</summary>
    public string ToText()
    {
        var text = Text ?? (Tree?.Root.Find("model")?.Value is JsonObject model && model.Find(SizeKeys.Config.Name)?.Value is JsonString config
            ? $$"""{ "model": { "config": {{JsonQuote.Of(config.Value)}} } }"""
            : "{}");
        return _given.Aggregate(text, static (spec, flag) => flag.Into(spec));
    }

    /// <summary>The option that a finding is about, or null where it is about the file.</summary>
    public static string? FlagOf(Finding finding) => finding.Origin is { Kind: OriginKind.Option, Name: { Length: > 0 } option } ? option : null;

    private string? ReadFile(string path) => _files.TryGetValue(path, out var text) ? text : InputFile.Read(path, _terminal);
}
