using System.CommandLine;
using ScalingSdk.Rules;
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
    private readonly string? _text;
    private readonly Dictionary<string, string> _files = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<SpecFlag> _given;

    private SpecInput(Terminal terminal, string path, string? text, bool isFile, IReadOnlyList<SpecFlag> given) =>
        (_terminal, Path, _text, IsFile, _given) = (terminal, path, text, isFile, given);

    /// <summary>The spec as findings name it.</summary>
    public string Path { get; }

    /// <summary>True where people can look up a finding's line in a file.</summary>
    public bool IsFile { get; }

    /// <summary>A spec or a config.json.</summary>
    public static SpecInput FromFile(string path, Terminal terminal, IReadOnlyList<SpecFlag>? given = null)
    {
        var text = InputFile.Read(path, terminal);
        var name = string.Equals(path, InputFile.Standard, StringComparison.Ordinal) ? InputFile.StandardName : path;
        given ??= [];
        if (text is null || !ConfigFile.IsConfig(name, text))
            return new SpecInput(terminal, name, text, isFile: true, given);

        var input = new SpecInput(terminal, ConfigFile.SpecNameOf(name) + ".scaling.json", ConfigFile.Spec(name), isFile: false, given);
        input._files[SpecPaths.Normalize(name)] = text;
        return input;
    }

    /// <summary>A spec of flags alone.</summary>
    public static SpecInput FromFlags(Terminal terminal, IReadOnlyList<SpecFlag> given) =>
        new(terminal, "Plan.scaling.json", "{}", isFile: false, given);

    /// <summary>A text that was made of flags' values.</summary>
    public static SpecInput FromText(Terminal terminal, string path, string text, IReadOnlyList<SpecFlag> given) =>
        new(terminal, path, text, isFile: false, given) { Text = text };

    /// <summary>What the pipeline says of it, with the values of the given flags written over what the file says.</summary>
    public SpecResult Run(ParseResult? options, CancellationToken cancellation)
    {
        if (_text is { Length: > SpecPipeline.MaxCharacters })
            return SpecPipeline.TooLarge(Path, _text.Length);
        var text = _text;
        if (text is not null && options is not null)
        {
            // Backwards, for every key is inserted before those that are there: the spec then reads as the command line.
            foreach (var flag in _given.Reverse())
                text = SpecText.Set(text, flag.Section, flag.Key, SpecText.Quote(options.GetValue(flag.Option) ?? ""));
        }

        Text = text ?? "";
        return SpecPipeline.Run(Path, text, ReadFile, cancellation);
    }

    /// <summary>The text that went through the pipeline.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The flag that a finding is about, or null where it is about the file.</summary>
    public SpecFlag? FlagOf(Finding finding) => _given.FirstOrDefault(flag =>
        SpecText.Find(Text, flag.Section, flag.Key) is { } span && span.Start <= finding.Span.Start && finding.Span.End <= span.End);

    private string? ReadFile(string path) => _files.TryGetValue(path, out var text) ? text : InputFile.Read(path, _terminal);
}
