using System.CommandLine;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary><c>scaling completion</c>: the script that teaches a shell to complete this command, by asking it.</summary>
internal sealed class CompletionCommand : Command
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _shell = new("shell") { Description = "bash, zsh, fish or pwsh", HelpName = "shell" };

    public CompletionCommand(Terminal terminal)
        : base("completion", "A script for shell completion: eval \"$(scaling completion bash)\"")
    {
        _terminal = terminal;
        Arguments.Add(_shell);
        _shell.AcceptOnlyFromAmong("bash", "zsh", "fish", "pwsh");
        SetAction(options => _terminal.Out.Write(Script(options.GetValue(_shell)!)));
    }

    private static string Script(string shell) => shell switch
    {
        "bash" => """
            _scaling() {
              local IFS=$'\n'
              COMPREPLY=($(compgen -o default -W "$(scaling "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _scaling scaling

            """,
        "zsh" => """
            _scaling() {
              local -a found
              found=("${(@f)$(scaling "[suggest:${#BUFFER}]" "${BUFFER}" 2>/dev/null)}")
              compadd -a found
              _files
            }
            compdef _scaling scaling

            """,
        "fish" => """
            complete -c scaling -a '(scaling "[suggest:"(string length -- (commandline -cp))"]" (commandline -cp) 2>/dev/null)'

            """,
        _ => """
            Register-ArgumentCompleter -Native -CommandName scaling -ScriptBlock {
              param($word, $line, $position)
              scaling "[suggest:$position]" "$line" | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }

            """,
    };
}
