using CliWrap;
using CliWrap.Buffered;
using ScalingSdk.Testing;

namespace ScalingSdk.Tool.Tests.LanguageServer;

/// <summary>The packed extension with the installed tool, in a real Visual Studio Code that is driven as a person drives it.</summary>
[Collection(nameof(InstalledTool))]
public sealed class VisualStudioCodeTests(InstalledTool tool)
{
    // The first run on a machine installs the editor.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    [VisualStudioCodeFact]
    public async Task Extension_OnTheQuickStart_ShowsTheWarningWhileTyping()
    {
        using var limit = new CancellationTokenSource(Limit);

        var run = await Cli.Wrap("bash").WithArguments([Path.Combine(Repository.Root, "editors", "vscode", "test", "run.sh"), tool.Executable])
            .WithEnvironmentVariables(variables => variables.Set("CHROMIUM", BrowserFactAttribute.Browser).Set("SCALING_FEED", tool.Feed))
            .WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(limit.Token);

        Assert.True(run.ExitCode == 0, $"run editors/vscode/test/run.sh and read what it saw last\n{run.StandardOutput}{run.StandardError}");
        foreach (var expected in (string[])["the squiggle under \"2B\"", "the hover", "completion of epochs", "the quick fix", "the warning gone while typing", "a new spec by the command", "two specs side by side", "the report of the unsaved spec", "the report by the lens", "a server that ended for good", "the tool of a dotnet-tools.json in", "the tool of a dotnet-tools.json above", "what restores the tool", "how to install the tool", "the setting that names no tool", "the schema completes"])
            Assert.Contains(expected, run.StandardOutput, StringComparison.Ordinal);
    }
}
