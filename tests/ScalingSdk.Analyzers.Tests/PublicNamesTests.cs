using ScalingSdk.Analyzers.ConfigTypes;
using ScalingSdk.Testing;

namespace ScalingSdk.Analyzers.Tests;

/// <summary>Names of public training code that no rule was written for.</summary>
public sealed class PublicNamesTests
{
    private static readonly List<(string Key, string Name)> Names = [.. File.ReadLines(Path.Combine(SourceTree.Root, "tests", "Data", "code", "member-names.csv"))
        .Skip(1)
        .Select(static line => line.Split(',', 3))
        .SelectMany(static cells => cells[1].Split(' ').Select(name => (cells[0], name)))];

    [Fact]
    public void Find_NamesOfPublicCode_GiveTheirKeyOrNone()
    {
        var wrong = Names.Select(static one => (one.Key, one.Name, Found: MemberNames.Find(one.Name)?.Key ?? "none")).Where(static one => one.Found != one.Key).ToList();

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {Names.Count} names are read otherwise, add their words to MemberNames: " + string.Join(", ", wrong.Select(static one => $"{one.Name} is '{one.Key}', read as '{one.Found}'")));
    }
}
