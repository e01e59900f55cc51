using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using ScalingSdk.Diagnostics;
using ScalingSdk.Specs;
using ScalingSdk.Tool.Commands;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool;

/// <summary>The command line: parses it, runs the command, and turns whatever happens into a documented exit code.</summary>
internal static class ScalingTool
{
    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        try
        {
            // No response files: '@name' is an argument like any other.
            if (args.Length == 0)
                args = ["--help"];
            var parsed = Root(args, terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            RejectUnknownCommand(parsed);
            RejectUnknownOptions(parsed);
            if (parsed.Action is ParseErrorAction error)
                return await TellAsync(parsed, error, terminal).ConfigureAwait(false);
            var code = await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
            }).ConfigureAwait(false);
            terminal.Flush();
            return code;
        }
        catch (OutputException problem)
        {
            return terminal.Fail(problem.Message, ExitCode.Output);
        }
        catch (UsageException problem)
        {
            return terminal.Fail(problem.Message, ExitCode.Usage);
        }
        catch (InputException problem)
        {
            return terminal.Fail(problem.Message, ExitCode.Unreadable);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
#pragma warning disable CA1031 // No exception reaches a user.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            return terminal.Fail($"a bug of this tool, please report it: {bug.GetType().Name}: {bug.Message}", ExitCode.Internal);
        }
    }

    // The parser's own words, without the names of types, and where to read on.
    private static async Task<int> TellAsync(ParseResult parsed, ParseErrorAction error, Terminal terminal)
    {
        error.ShowHelp = false;
        using var told = new StringWriter();
        await parsed.InvokeAsync(new InvocationConfiguration { Output = told, Error = told, EnableDefaultExceptionHandler = false }).ConfigureAwait(false);
        var path = "";
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult { Command: var command }; at = at.Parent)
            path = command is RootCommand ? $"scaling{path}" : $" {command.Name}{path}";
        terminal.Error.Write($"{Plain(told.ToString().Trim().ReplaceLineEndings("\n").Replace("\t", "  ", StringComparison.Ordinal))}\n'{path} --help' shows what it takes\n");
        return ExitCode.Usage;
    }

    private static string Plain(string text)
    {
        const string Type = "as expected type '";
        return text.IndexOf(Type, StringComparison.Ordinal) is >= 0 and var start && text.IndexOf('\'', start + Type.Length) is >= 0 and var end
            ? text[..start] + (text[start..end].Contains("Int", StringComparison.Ordinal) ? "as a whole number" : "as a number") + text[(end + 1)..]
            : text;
    }

    // The parser would speak of the first option that the root does not have.
    private static void RejectUnknownCommand(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is not RootCommand root || parsed.Tokens is not [{ Type: TokenType.Argument, Value: var typed }, ..])
            return;
        var known = root.Subcommands.Select(static command => command.Name);
        throw new UsageException($"there is no command '{typed}'; {Suggest.Hint(Suggest.Nearest(typed, known), "'scaling --help' lists them")}");
    }

    // The parser takes an option that it does not know for an argument: '--parms 7B' would be a file of that name.
    private static void RejectUnknownOptions(ParseResult parsed)
    {
        if (parsed.Tokens.Any(static token => token.Type == TokenType.DoubleDash))
            return;
        var unknown = parsed.Tokens.FirstOrDefault(static token => token.Type == TokenType.Argument && IsOption(token.Value));
        if (unknown is null)
            return;
        var options = parsed.CommandResult.Command.Options;
        var known = options.Select(static option => option.Name).ToList();
        var typed = unknown.Value.Split('=')[0];
        var nearest = Suggest.Nearest(typed, known);
        var meant = nearest is null && known.Contains(KeyText.AnyOption) ? MisplacedKey.Named(typed.TrimStart('-')) : [];
        throw new UsageException($"there is no option '{typed}'; " + (meant.Count > 0
            ? $"write {string.Join(" or ", meant.Select(key => $"'{(options.FirstOrDefault(option => string.Equals(option.Name, key.Option, StringComparison.Ordinal)) is { } option ? $"{option.Name} {option.HelpName}" : key.OptionText)}'").Distinct(StringComparer.Ordinal))}"
            : Suggest.Hint(nearest, "'--help' lists them")));
    }

    // '-' alone is standard input, and a number below zero a value.
    private static bool IsOption(string text) => text.StartsWith("--", StringComparison.Ordinal) || (text.Length == 2 && text[0] == '-' && char.IsAsciiLetter(text[1]));

    private static RootCommand Root(string[] args, Terminal terminal)
    {
        var root = new RootCommand("Plans LLM training runs by published scaling laws.");
        foreach (var command in ToolCommands.For(args, terminal))
            root.Add(command);
        return root;
    }
}
