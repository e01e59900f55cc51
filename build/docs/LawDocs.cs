using System.Text;
using ScalingSdk.Laws;

namespace ScalingSdk.Docs;

/// <summary>Every generated file of docs/laws, by its path in the repository.</summary>
internal static class LawDocs
{
    private const string Start = "<!-- facts: written by 'dotnet run --project build/docs' -->";
    private const string End = "<!-- end of facts -->";

    public static IEnumerable<(string Path, string Text)> Files(string repository)
    {
        foreach (var page in LawPages.All)
        {
            yield return (page.ImagePath, LawChart.Svg(page));
            var full = Path.Combine(repository, page.Path);
            if (File.Exists(full))
                yield return (page.Path, WithFacts(page, File.ReadAllText(full)));
        }

        yield return ("docs/laws/README.md", Index());
    }

    /// <summary>The page with its facts written anew between the two marks.</summary>
    public static string WithFacts(LawPage page, string text)
    {
        var start = text.IndexOf(Start, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        if (start < 0 || end < start)
            throw new InvalidDataException($"'{page.Path}' lacks the line '{Start}' before '{End}'");
        return text[..(start + Start.Length)] + "\n" + LawFacts.Write(page) + text[end..];
    }

    private static string Index()
    {
        var text = new StringBuilder();
        text.Append("# Scaling laws\n\n");
        text.Append("One page a paper: what it claims, from what runs, its equations and constants, where it was observed, and when not to use it.\n");
        text.Append("This table is written by `dotnet run --project build/docs`.\n\n");
        text.Append("| Page | Laws | Paper | N counts | Observed N | Can be asked |\n| --- | --- | --- | --- | --- | --- |\n");
        foreach (var page in LawPages.All)
        {
            var info = page.Laws[0].Info;
            var name = info.Experimental ? $"[{page.Id}]({page.Id}.md) (experimental)" : $"[{page.Id}]({page.Id}.md)";
            var ids = string.Join(", ", page.Laws.Select(law => $"`{law.Info.Id}`"));
            var answers = page.Laws.Aggregate(LawQuestions.None, (all, law) => all | law.Info.Answers);
            text.Append($"| {name} | {ids} | {info.Paper} | {LawFacts.Words(info.Parameters)} | {LawFacts.Span(info.Range.Parameters)} | {LawFacts.Words(answers)} |\n");
        }

        return text.ToString();
    }
}
