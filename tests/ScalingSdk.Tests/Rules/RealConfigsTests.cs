using System.Text.RegularExpressions;
using ScalingSdk.Diagnostics;
using ScalingSdk.Tests.Models;
using static ScalingSdk.Tests.Specs.SpecFixture;

namespace ScalingSdk.Tests.Rules;

/// <summary>The configurations of published models through the catalogue: what would be said of them, counted.</summary>
public sealed class RealConfigsTests
{
    private static readonly IReadOnlyList<(string File, IReadOnlyList<Finding> Findings)> Results =
        [.. (SharedData.Exists ? Directory.GetFiles(SharedData.Path("models"), "*.config.json") : [])
            .Select(static path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal)
            .Select(static file => (file, Check(file, """{ "model": { "config": "config.json" } }""")))];

    /// <summary>Table 2.1 of GPT-3 prints two shapes that are none: the heads do not divide the width.</summary>
    private static readonly string[] Refused = ["gpt3-13b.config.json", "gpt3-xl.config.json"];

    [SharedDataFact]
    public void HeadsThatDoNotDivide_AreTheTwoMisprints() => Assert.Equal(Refused, FilesWith("SCALE0004"));

    [SharedDataFact]
    public void VocabularyThatIsNotPadded_IsASuggestionForEveryFourth()
    {
        // 27 of 94, of which the two that are refused are two.
        Assert.Equal(27 - Refused.Length, FilesWith("SCALE3001").Count());
        Assert.All(Results.SelectMany(static result => result.Findings).Where(static finding => finding.Rule.Id == "SCALE3001"),
            static finding => Assert.Equal(Severity.Suggestion, finding.Severity));
    }

    [SharedDataFact]
    public void Encoders_AreToldThatNoLawIsTheirs() =>
        Assert.All(FilesWith("SCALE5001"), static file => Assert.Matches("^(bert|t5)-", file));

    [SharedDataFact]
    public void NoOtherRule_FiresOnAPublishedModel() => Assert.Equal(
        ["SCALE0004", "SCALE3001", "SCALE5001"],
        Results.SelectMany(static result => result.Findings).Select(static finding => finding.Rule.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>"Gemma 7B" has 8.54B parameters, 7.75B without embeddings: the size in a name is none of ours to correct.</summary>
    [SharedDataFact]
    public void SizeInTheName_IsWithinReachOfANamedCount()
    {
        var size = new Regex(@"[ -](?<size>[0-9]+(\.[0-9]+)?[mb])\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        var named = Csv.Read("models", "golden.csv")
            .Where(row => row["config_file"].Length > 0 && !Refused.Contains(row["config_file"], StringComparer.Ordinal) && size.IsMatch(row["name"]))
            .Select(row => (Name: row["name"], Stated: size.Match(row["name"]).Groups["size"].Value.ToUpperInvariant(), File: row["config_file"]))
            .ToList();

        var reported = named.Where(model => Check(model.File, $$"""{ "model": { "config": "config.json", "parameters": "{{model.Stated}}" } }""")
            .Any(static finding => finding.Rule.Id == "SCALE3003")).Select(static model => model.Name);

        Assert.True(named.Count > 60, FormattableString.Invariant($"{named.Count}"));
        Assert.Empty(reported);
    }

    private static IEnumerable<string> FilesWith(string id) =>
        Results.Where(result => result.Findings.Any(finding => finding.Rule.Id == id)).Select(static result => result.File);

    private static IReadOnlyList<Finding> Check(string file, string spec) => Run(spec, ("dir/config.json", ModelFile.SharedText(file))).Findings;
}
