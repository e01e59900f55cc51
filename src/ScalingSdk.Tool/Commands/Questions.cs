using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary>Asks a person what a new spec cannot do without.</summary>
internal static class Questions
{
    private static readonly (string Flag, string Question)[] All =
    [
        ("--params", "Parameters of the model, such as 124M"),
        ("--unique-tokens", "Distinct tokens of the data, such as 2B (empty: unknown)"),
        ("--tokens", "Tokens to train on, such as 10B (empty: propose them)"),
    ];

    /// <exception cref="UsageException">There is nobody to ask.</exception>
    public static void Ask(Dictionary<string, string> answers, Terminal terminal)
    {
        if (!terminal.Interactive)
            throw new UsageException("give a config.json or flags: 'scaling init config.json', 'scaling init --params 124M --unique-tokens 2B'");
        using var reader = new StreamReader(terminal.OpenInput());
        foreach (var (flag, question) in All)
        {
            terminal.Error.Write(question + ": ");
            terminal.Error.Flush();
            if (reader.ReadLine()?.Trim() is { Length: > 0 } answer)
                answers[flag] = answer;
        }
    }
}
