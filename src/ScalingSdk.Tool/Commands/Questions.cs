using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Commands;

/// <summary>Asks a person what a new spec cannot do without.</summary>
internal static class Questions
{
    private static readonly (string Section, string Key, string Question)[] All =
    [
        ("model", "parameters", "Parameters of the model, such as 124M"),
        ("data", "unique_tokens", "Distinct tokens of the data, such as 2B (empty: unknown)"),
        ("data", "tokens", "Tokens to train on, such as 10B (empty: propose them)"),
    ];

    /// <exception cref="UsageException">There is nobody to ask.</exception>
    public static void Ask(List<FlagValue> answers, Terminal terminal)
    {
        if (!terminal.Interactive)
            throw new UsageException("give a config.json or flags: 'scaling init config.json', 'scaling init --params 124M --unique-tokens 2B'");
        using var reader = new StreamReader(terminal.OpenInput());
        foreach (var (section, key, question) in All)
        {
            terminal.Error.Write(question + ": ");
            terminal.Error.Flush();
            if (reader.ReadLine()?.Trim() is { Length: > 0 } answer)
                answers.Add(new FlagValue(question, section, key, answer));
        }
    }
}
