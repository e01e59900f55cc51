using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ScalingSdk.EndToEnd.Tests;

/// <summary>docs/properties.md says what props and targets do.</summary>
public sealed class PropertiesPageTests
{
    private static readonly string[] Files = ["build/build/ScalingSdk.props", "build/build/ScalingSdk.targets"];
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    [Fact]
    public void Page_Properties_AreThoseOfTheTargetsWithTheirDefaults() => Assert.Equal(InTargets(), OnPage(), StringComparer.Ordinal);

    // A public property is set only where the project has not; its comment stands above it.
    private static string[] InTargets() =>
    [
        .. Files
            .SelectMany(static file => XDocument.Load(Repository.File(file)).Root!.Elements("PropertyGroup").Elements())
            .Where(static property => !property.Name.LocalName.StartsWith('_'))
            .Select(static property =>
            {
                var name = property.Name.LocalName;
                Assert.Equal($"'$({name})' == ''", property.Attribute("Condition")?.Value);
                var comment = Assert.IsType<XComment>(property.PreviousNode);
                return $"{name} | {(property.IsEmpty ? "none" : property.Value)} | {comment.Value.Trim()}";
            }),
    ];

    private static string[] OnPage() =>
    [
        .. Regex.Matches(Repository.Read("docs/properties.md"), @"^\| `(\w+)` \| (`.+`|none) \| (.+) \|$", RegexOptions.Multiline, Limit)
            .Select(static row => $"{row.Groups[1]} | {row.Groups[2].Value.Trim('`')} | {row.Groups[3].Value.Replace("`", "", StringComparison.Ordinal)}"),
    ];
}
