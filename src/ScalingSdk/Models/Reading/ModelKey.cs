namespace ScalingSdk.Models.Reading;

/// <summary>A size or a switch of a model under all its names: the spec's first, then those of other files, with blanks between.</summary>
internal sealed class ModelKey(int index, string name, string meaning, string aliases)
{
    public int Index { get; } = index;

    public string Name { get; } = name;

    /// <summary>What it is, as docs/models.md prints it.</summary>
    public string Meaning { get; } = meaning;

    public IReadOnlyList<string> Aliases { get; } = aliases.Length == 0 ? [] : aliases.Split(' ');
}
