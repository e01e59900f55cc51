using System.Text.RegularExpressions;
using ScalingSdk.Diagnostics;
using ScalingSdk.Tests.Models;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

/// <summary>The configurations of published models through the catalogue: what would be said of them, counted.</summary>
public sealed class RealConfigsTests
{
    private static readonly IReadOnlyList<(string Model, IReadOnlyList<Finding> Findings)> Results =
        [.. ModelFile.PublishedNames
            .Order(StringComparer.Ordinal)
            .Select(static model => (model, Check(model, """{ "model": { "config": "config.json" } }""")))];

    /// <summary>Table 2.1 of GPT-3 prints two shapes that are none: the heads do not divide the width.</summary>
    private static readonly string[] Refused = ["gpt3-13b", "gpt3-xl"];

    [Fact]
    public void HeadsThatDoNotDivide_AreTheTwoMisprints() => Assert.Equal(Refused, ModelsWith("SCALE0004"));

    [Fact]
    public void VocabularyThatIsNotPadded_IsASuggestionForEveryFourth()
    {
        // 27 of 94, of which the two that are refused are two.
        Assert.Equal(27 - Refused.Length, ModelsWith("SCALE3001").Count());
        Assert.All(Results.SelectMany(static result => result.Findings).Where(static finding => finding.Rule.Id == "SCALE3001"),
            static finding => Assert.Equal(Severity.Suggestion, finding.Severity));
    }

    [Fact]
    public void Encoders_AreToldThatNoLawIsTheirs() =>
        Assert.All(ModelsWith("SCALE5001"), static model => Assert.Matches("^(bert|t5)-", model));

    [Fact]
    public void NoOtherRule_FiresOnAPublishedModel() => Assert.Equal(
        ["SCALE0004", "SCALE3001", "SCALE5001"],
        Results.SelectMany(static result => result.Findings).Select(static finding => finding.Rule.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>"Gemma 7B" has 8.54B parameters, 7.75B without embeddings: the size in a name is none of ours to correct.</summary>
    [Fact]
    public void SizeInTheName_IsWithinReachOfANamedCount()
    {
        var size = new Regex(@"[ -](?<size>[0-9]+(\.[0-9]+)?[mb])\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, Timeout.InfiniteTimeSpan);
        var named = Csv.Read("models", "published-counts.csv")
            .Where(row => row["configuration"].Length > 0 && !Refused.Contains(row["configuration"], StringComparer.Ordinal) && size.IsMatch(row["name"]))
            .Select(row => (Name: row["name"], Stated: size.Match(row["name"]).Groups["size"].Value.ToUpperInvariant(), Configuration: row["configuration"]))
            .ToList();

        var reported = named.Where(model => Check(model.Configuration, $$"""{ "model": { "config": "config.json", "parameters": "{{model.Stated}}" } }""")
            .Any(static finding => finding.Rule.Id == "SCALE3003")).Select(static model => model.Name);

        Assert.True(named.Count > 60, FormattableString.Invariant($"{named.Count}"));
        Assert.Empty(reported);
    }

    private static IEnumerable<string> ModelsWith(string id) =>
        Results.Where(result => result.Findings.Any(finding => finding.Rule.Id == id)).Select(static result => result.Model);

    private static IReadOnlyList<Finding> Check(string model, string spec) => Run(spec, ("dir/config.json", ModelFile.PublishedText(model))).Findings;
}
