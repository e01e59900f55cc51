using ScalingSdk.Diagnostics;
using ScalingSdk.Specs;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Input;

/// <summary>
/// A spec from wherever it comes: a file, standard input, a <c>config.json</c>, flags, or a file with flags over it. All of
/// them become the text of a spec, which goes the one way through the pipeline.
/// </summary>
internal sealed class SpecInput
{
    private readonly Terminal _terminal;
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<FlagValue> _given;

    private SpecInput(Terminal terminal, string path, string? text, bool isFile, IReadOnlyList<FlagValue> given)
    {
        (_terminal, Path, IsFile, _given) = (terminal, path, isFile, given);

        if (text is { Length: <= SpecPipeline.MaxCharacters })
            text = given.Aggregate(text, static (spec, flag) => SpecText.Set(spec, flag.Section, flag.Key, flag.Value));
        Text = text;
    }

    /// <summary>The spec as findings name it.</summary>
    public string Path { get; }

    /// <summary>True where people can look up a finding's line in a file.</summary>
    public bool IsFile { get; }

    /// <summary>The text that goes through the pipeline; null where the file cannot be read.</summary>
    public string? Text { get; }

    /// <summary>A spec or a config.json, with flags over it.</summary>
    public static SpecInput FromFile(string path, Terminal terminal, IReadOnlyList<FlagValue>? given = null)
    {
        given ??= [];
        if (ModelFile.Find(path, terminal) is { } file)
        {
            var described = new SpecInput(terminal, ConfigFile.SpecNameOf(file.Path) + ".scaling.json", file.Spec(), isFile: false, given);
            described._files[SpecPaths.Normalize(file.Path)] = file.Config;
            return described;
        }

        var text = InputFile.Read(path, terminal);
        var name = string.Equals(path, InputFile.Standard, StringComparison.Ordinal) ? InputFile.StandardName : path;
        if (text is null || text.Length > SpecPipeline.MaxCharacters || !ConfigFile.IsConfig(name, text))
            return new SpecInput(terminal, name, text, isFile: true, given);

        var input = new SpecInput(terminal, ConfigFile.SpecNameOf(name) + ".scaling.json", ConfigFile.Spec(name), isFile: false, given);
        input._files[SpecPaths.Normalize(name)] = text;
        return input;
    }

    /// <summary>A spec of flags alone, or one that the tool wrote.</summary>
    public static SpecInput FromFlags(Terminal terminal, IReadOnlyList<FlagValue> given, string path = "plan.scaling.json", string text = "{}") =>
        new(terminal, path, text, isFile: false, given);

    /// <summary>What the pipeline says of it.</summary>
    public SpecResult Run(CancellationToken cancellation) => Run(Text, cancellation);

    /// <summary>What the pipeline says of another text beside this one.</summary>
    public SpecResult Run(string? text, CancellationToken cancellation) => text is { Length: > SpecPipeline.MaxCharacters }
        ? SpecPipeline.TooLarge(Path)
        : SpecPipeline.Run(Path, text, ReadFile, cancellation);

    /// <summary>The option that a finding is about, or null where it is about the file.</summary>
    public string? FlagOf(Finding finding) => _given.FirstOrDefault(flag =>
        SpecText.Find(Text ?? "", flag.Section, flag.Key) is { } span && span.Start <= finding.Span.Start && finding.Span.End <= span.End)?.Name;

    private string? ReadFile(string path) => _files.TryGetValue(path, out var text) ? text : InputFile.Read(path, _terminal);
}
