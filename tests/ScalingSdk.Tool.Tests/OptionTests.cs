using System.CommandLine;
using System.CommandLine.Help;
using System.Text.RegularExpressions;
using ScalingSdk.Tool.Commands;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Tests;

/// <summary>Every option of every command stands on a page, and a test states it.</summary>
public sealed partial class OptionTests
{
    // What no test states yet. This list may only become shorter.
    private static readonly string[] InNoTest = ["--best", "--bytes-per-token", "--constants", "--convention", "--residual", "--task-memory", "--task-time"];

    [Fact]
    public void Options_EveryOne_StandsOnAPage() => Assert.All(
        Without(Words("docs", "*.md")), static option => Assert.Fail($"'{option.Name}' of '{option.Command}' stands on no page: write a word of it in docs/tool.md"));

    [Fact]
    public void Options_EveryOne_IsStatedByATest()
    {
        var without = Without([.. Words("tests/ScalingSdk.Tool.Tests", "*.cs"), .. Words("tests/ScalingStudy.Tests", "*.cs")]);

        Assert.All(without.ExceptBy(InNoTest, static option => option.Name), static option => Assert.Fail(
            $"'{option.Name}' of '{option.Command}' is stated by no test: add one to tests/ScalingSdk.Tool.Tests that runs Tool.Run(\"{option.Command.Replace(" ", "\", \"", StringComparison.Ordinal)}\", \"{option.Name}\", ...)"));
        Assert.All(InNoTest.Except(without.Select(static option => option.Name)), static name => Assert.Fail($"'{name}' is mended: remove it from the list of OptionTests.cs"));
    }

    // Each once, by the first command that has it; an option of several names is there by any of them.
    private static List<(string Command, string Name)> Without(HashSet<string> words)
    {
        using var terminal = new Terminal(static () => Stream.Null, TextWriter.Null, TextWriter.Null);
        return [.. ToolCommands.For([], terminal).SelectMany(static command => Of(command, command.Name))
            .Where(row => !words.Contains(row.Option.Name) && !row.Option.Aliases.Any(words.Contains))
            .Select(static row => (row.Command, row.Option.Name)).DistinctBy(static row => row.Name)];
    }

    private static IEnumerable<(string Command, Option Option)> Of(Command command, string name) => command.Options
        .Where(static option => option is not HelpOption && !option.Hidden).Select(option => (name, option))
        .Concat(command.Subcommands.SelectMany(sub => Of(sub, $"{name} {sub.Name}")));

    private static HashSet<string> Words(string folder, string pattern) => Directory
        .EnumerateFiles(Path.Combine(Repository.Root, folder), pattern, SearchOption.AllDirectories)
        .Where(static file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal) && !string.Equals(Path.GetFileName(file), $"{nameof(OptionTests)}.cs", StringComparison.Ordinal))
        .SelectMany(static file => Word().Matches(File.ReadAllText(file))).Select(static match => match.Value).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex("(?<![a-z-])--?[a-z][a-z-]*", RegexOptions.None, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Word();
}
