using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using ScalingSdk.Analyzers.ConfigTypes;
using ScalingSdk.Testing;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>docs/csharp.md says what is: its examples compile and have the findings that their lines name.</summary>
public sealed class CSharpPageTests
{
    private static readonly TimeSpan Limit = Timeout.InfiniteTimeSpan;
    private static readonly string Page = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "csharp.md"));

    public static TheoryData<string> Examples => [.. Regex.Matches(Page, "```csharp\n(.*?)```", RegexOptions.Singleline, Limit).Select(static block => block.Groups[1].Value)];

    public static TheoryData<string, string> Members
    {
        get
        {
            var members = new TheoryData<string, string>();
            foreach (Match row in Regex.Matches(Page, @"^\| `(\w+\.\w+)` \| ([^|;]+)", RegexOptions.Multiline, Limit))
            {
                foreach (Match name in Regex.Matches(row.Groups[2].Value, "`(\\w+)`", RegexOptions.None, Limit))
                    members.Add(row.Groups[1].Value, name.Groups[1].Value);
            }

            return members;
        }
    }

    [Theory, MemberData(nameof(Examples))]
    public async Task Example_HasTheFindingsThatItsLinesName(string code)
    {
        var project = Project.With("Gpt2Small.scaling.json", Specs.Gpt2Small).Code(code);
        var named = code.Split('\n').SelectMany(static (line, index) =>
            Regex.Matches(line, @"(?<=// .*)SCALE\d{4}", RegexOptions.None, Limit).Select(id => (index + 1, id.Value)));

        var found = (await project.Analyze()).Where(static one => one.Location.IsInSource)
            .Select(static one => (one.Location.GetLineSpan().StartLinePosition.Line + 1, one.Id));

        Assert.Equal(named.Order(), found.Order());
        Assert.DoesNotContain(project.Compile().GetDiagnostics(), static one => one.Severity == DiagnosticSeverity.Error && !one.Id.StartsWith("CS1591", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Members))]
    public void Member_OfTheTable_IsKnownByItsName(string key, string member) => Assert.Equal(key, MemberNames.Find(member)?.ToString());
}
