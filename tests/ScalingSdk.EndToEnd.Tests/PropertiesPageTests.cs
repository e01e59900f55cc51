using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>docs/properties.md says what props and targets do.</summary>
public sealed class PropertiesPageTests
{
    private static readonly string[] Files = ["build/build/ScalingSdk.props", "build/build/ScalingSdk.targets"];
    private static readonly TimeSpan Limit = Timeout.InfiniteTimeSpan;

    [Fact]
    public void Page_Properties_AreThoseOfTheTargetsWithTheirDefaults() => Assert.Equal(InTargets(), OnPage(), StringComparer.Ordinal);

    [Fact]
    public void Page_Items_AreThoseThatTheTargetsRead() => Assert.Equal(
        Matches(string.Concat(Files.Select(Repository.Read)), @"@\((Scaling\w+)"),
        Matches(Section("## Items", "What their metadata"), @"^\| `(\w+)` \|"));

    [Fact]
    public void Page_Metadata_AreThoseThatTheTargetsReadWithTheirDefaults()
    {
        var targets = Elements("ItemGroup").SelectMany(static group => group.Elements()).ToList();

        // The compiler is told of a spec's; of the runs', those have a default that the project may leave out.
        var specs = targets.Where(static item => item.Name.LocalName is "CompilerVisibleItemMetadata").Select(static item => "ScalingSpec " + item.Attribute("MetadataName")!.Value);
        var runs = targets.Where(static item => item.Name.LocalName is "_ScalingRun").Elements()
            .Where(static data => data.Attribute("Condition")?.Value == $"'%({data.Name.LocalName})' == ''")
            .Select(static data => $"ScalingRuns {data.Name.LocalName} {data.Value}");

        var page = Section("What their metadata", "```xml");
        Assert.Equal(specs.Order(StringComparer.Ordinal), Matches(page, @"^\| `(ScalingSpec)` \| `(\w+)`"));
        Assert.Equal(runs.Order(StringComparer.Ordinal), Matches(page, @"^\| `(ScalingRuns)` \| `(\w+)` \| `(.+?)`"));
    }

    // A public property is set only where the project has not; its comment stands above it.
    private static string[] InTargets() =>
    [
        .. Elements("PropertyGroup").Elements()
            .Where(static property => !property.Name.LocalName.StartsWith('_'))
            .Select(static property =>
            {
                var name = property.Name.LocalName;
                Assert.Equal($"'$({name})' == ''", property.Attribute("Condition")?.Value);
                var comment = Assert.IsType<XComment>(property.PreviousNode);
                return $"{name} | {(property.IsEmpty ? "none" : property.Value)} | {comment.Value.Trim()}";
            }),
    ];

    private static IEnumerable<XElement> Elements(string name) => Files.SelectMany(file => XDocument.Load(Repository.File(file)).Root!.Elements(name));

    private static string Section(string from, string to)
    {
        var page = Repository.Read("docs/properties.md");
        var start = page.IndexOf(from, StringComparison.Ordinal);
        return page[start..page.IndexOf(to, start, StringComparison.Ordinal)];
    }

    private static IEnumerable<string> Matches(string text, string pattern) => Regex.Matches(text, pattern, RegexOptions.Multiline, Limit)
        .Select(static match => string.Join(' ', match.Groups.Values.Skip(1).Select(static group => group.Value)))
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal);

    private static string[] OnPage() =>
    [
        .. Regex.Matches(Section("## Properties", "## Items"), @"^\| `(\w+)` \| (`.+`|none) \| (.+) \|$", RegexOptions.Multiline, Limit)
            .Select(static row => $"{row.Groups[1]} | {row.Groups[2].Value.Trim('`')} | {row.Groups[3].Value.Replace("`", "", StringComparison.Ordinal)}"),
    ];
}
