using System.Globalization;

namespace ScalingSdk.Tool.Tests;

/// <summary>A page of the documentation: the files that it shows, and its examples.</summary>
internal sealed class ToolDocument(string page)
{
    private const string Fence = "```";
    private readonly List<string> _lines = [.. File.ReadAllText(Repository.Document(page)).ReplaceLineEndings("\n").Split('\n')];

    /// <summary>The files that the page says are there: "`name`:", a blank line, a block.</summary>
    public IEnumerable<(string Name, string Text)> Files()
    {
        for (var i = 0; i + 2 < _lines.Count; i++)
        {
            if (_lines[i].StartsWith('`') && _lines[i].EndsWith("`:", StringComparison.Ordinal) && _lines[i + 2].StartsWith(Fence, StringComparison.Ordinal))
                yield return (_lines[i][1..^2], string.Join('\n', _lines.Skip(i + 3).TakeWhile(static line => line != Fence)) + "\n");
        }
    }

    /// <summary>The blocks of language "console", in order.</summary>
    public IEnumerable<Example> Examples()
    {
        for (var i = 0; i < _lines.Count; i++)
        {
            if (!_lines[i].StartsWith(Fence + "console", StringComparison.Ordinal))
                continue;
            var block = _lines.Skip(i + 1).TakeWhile(static line => line != Fence).ToList();
            var words = _lines[i].Split(' ');
            yield return new Example(i + 1, block, words.Length == 3 ? int.Parse(words[2], CultureInfo.InvariantCulture) : 0);
        }
    }

    /// <summary>Writes what the examples gave, last first so that lines keep their numbers.</summary>
    public void Accept(IEnumerable<(Example Example, List<string> Block)> given)
    {
        foreach (var (example, block) in given.OrderByDescending(static pair => pair.Example.Start))
        {
            _lines.RemoveRange(example.Start, example.Block.Count);
            _lines.InsertRange(example.Start, block);
        }

        File.WriteAllText(Repository.Document(page), string.Join('\n', _lines));
    }
}

/// <summary>Commands and what they print. A last line of "...", with the number of lines to show, leaves the rest out.</summary>
/// <param name="Start">Where the block's lines begin, from 0.</param>
/// <param name="Block">The lines.</param>
/// <param name="Code">The exit code of the last command.</param>
internal sealed record Example(int Start, List<string> Block, int Code)
{
    private const string Cut = "...";

    public IEnumerable<string> Commands => Block.Where(static line => line.StartsWith("$ scaling ", StringComparison.Ordinal));

    /// <summary>The lines of a run, cut as the page cuts them.</summary>
    public List<string> Shown(List<string> run)
    {
        if (Block[^1] is var last && !last.StartsWith(Cut, StringComparison.Ordinal))
            return run;
        var lines = last.Length > Cut.Length ? int.Parse(last[Cut.Length..], CultureInfo.InvariantCulture) + Commands.Count() : Block.Count - 1;
        return [.. run.Take(lines), Cut];
    }
}
