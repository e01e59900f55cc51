using System.Text.RegularExpressions;

namespace ScalingSdk.Tool.Tests;

/// <summary>Every option of the tool stands on a page, and a test states it.</summary>
public sealed partial class OptionTests
{
    // What is not so yet. These lists may only become shorter.
    private static readonly string[] OnNoPage = ["--accuracy", "--force", "--layers", "--no-browser", "--output"];

    private static readonly string[] InNoTest =
    [
        "--accuracy", "--at-tokens", "--bytes-per-token", "--constants", "--convention", "--cost", "--count", "--layers", "--layout", "--output", "--residual", "--task-memory",
    ];

    private static IEnumerable<string> Options => Texts("src/ScalingSdk.Tool", "*.cs").SelectMany(static text => Option().Matches(text)).Select(static match => match.Groups["name"].Value).Distinct();

    [Fact]
    public void Options_EveryOne_StandsOnAPage() =>
        Hold(OnNoPage, string.Concat(Texts("docs", "*.md")), "stands on no page: add it to docs/tool.md");

    [Fact]
    public void Options_EveryOne_IsStatedByATest() =>
        Hold(InNoTest, string.Concat(Texts("tests/ScalingSdk.Tool.Tests", "*.cs", Path.DirectorySeparatorChar + nameof(OptionTests)).Concat(Texts("tests/ScalingStudy.Tests", "*.cs"))), "is stated by no test: run it in a test of tests/ScalingSdk.Tool.Tests");

    private static void Hold(string[] listed, string text, string what)
    {
        var without = Options.Where(option => !text.Contains(option, StringComparison.Ordinal)).ToList();

        Assert.All(without.Except(listed), option => Assert.Fail($"'{option}' {what}"));
        Assert.All(listed.Except(without), static option => Assert.Fail($"'{option}' is mended: remove it from the list of OptionTests.cs"));
    }

    private static IEnumerable<string> Texts(string folder, string pattern, string except = " ") => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !file.Contains(except, StringComparison.Ordinal))
        .Select(File.ReadAllText);

    [GeneratedRegex("new\\(\"(?<name>--[a-z-]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Option();
}
