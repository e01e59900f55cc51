using ScalingSdk.Quantities;
using ScalingSdk.Quantities.Units;

namespace ScalingSdk.Fitting.Formats;

/// <summary>A trainer's log: how a line of it is a point, and where it states the size and the batch.</summary>
/// <param name="Name">The trainer, for the output.</param>
/// <param name="Point">Writes what a line says of a step; nothing where it says nothing.</param>
internal sealed record TextLogKind(string Name, Action<string, Dictionary<string, string>> Point)
{
    internal Func<string, double?>? Parameters { get; private init; }

    internal Func<string, double?>? TokensPerStep { get; private init; }

    internal Func<string, double?>? SequencesPerStep { get; private init; }

    /// <summary><c>iter 10: loss 5.1106, time 1333.54ms</c> and <c>step 300: train loss 3.4010, val loss 3.4101</c> (train.py of nanoGPT).</summary>
    internal static TextLogKind NanoGpt { get; } = new("a log of nanoGPT", static (line, to) =>
    {
        var evaluation = line.StartsWith("step ", StringComparison.Ordinal) && TextLogs.After(line, "val loss ") is not null;
        if (!evaluation && !(line.StartsWith("iter ", StringComparison.Ordinal) && TextLogs.After(line, ": loss ") is not null))
            return;
        Set(to, "step", TextLogs.After(line, evaluation ? "step " : "iter "));
        Set(to, evaluation ? "val_loss" : "train_loss", TextLogs.After(line, evaluation ? "val loss " : ": loss "));
    })
    {
        // 'number of parameters: 123.59M' is without position embeddings alone.
        Parameters = static line => line.StartsWith("number of parameters: ", StringComparison.Ordinal) && Quantity.Read(line.Substring(22), Unit.Parameters) is { Error: null } read ? read.Value : null,
        TokensPerStep = static line => TextLogs.Number(line, "tokens per iteration will be: "),
    };

    /// <summary><c>s:30 tel:4.2780</c> and <c>s:1 trl:7.949747 lr:0.000600 norm:1.00</c> (main.log of llm.c).</summary>
    internal static TextLogKind LlmC { get; } = new("a main.log of llm.c", static (line, to) =>
    {
        if (!line.StartsWith("s:", StringComparison.Ordinal) || (TextLogs.After(line, "tel:") ?? TextLogs.After(line, "trl:")) is null)
            return;
        Set(to, "step", TextLogs.After(line, "s:"));
        Set(to, "val_loss", TextLogs.After(line, "tel:"));
        Set(to, "train_loss", TextLogs.After(line, "trl:"));
        Set(to, "lr", TextLogs.After(line, "lr:"));
    });

    /// <summary><c>iteration 10/ 1000 | consumed samples: 2560 | ... | lm loss: 7.949747E+00 |</c> (Megatron-LM).</summary>
    internal static TextLogKind Megatron { get; } = new("a log of Megatron-LM", static (line, to) =>
    {
        var evaluation = line.IndexOf("validation loss at iteration ", StringComparison.Ordinal);
        if (evaluation >= 0)
        {
            Set(to, "step", TextLogs.After(line, "validation loss at iteration "));
            Set(to, "val_loss", TextLogs.After(line, "lm loss value: "));
            return;
        }

        if (TextLogs.After(line, "| lm loss: ") is not { } loss)
            return;
        Set(to, "step", TextLogs.After(line, "iteration "));
        Set(to, "train_loss", loss);
        Set(to, "lr", TextLogs.After(line, "learning rate: "));
        Set(to, "tokens", TextLogs.After(line, "consumed tokens: "));
    })
    {
        SequencesPerStep = static line => TextLogs.Number(line, "global batch size:"),
    };

    /// <summary><c>step:1750/1750 val_loss:3.2789 train_time:...</c> (modded-nanogpt).</summary>
    internal static TextLogKind ModdedNanoGpt { get; } = new("a log of modded-nanogpt", static (line, to) =>
    {
        if (!line.StartsWith("step:", StringComparison.Ordinal) || (TextLogs.After(line, " val_loss:") ?? TextLogs.After(line, " train_loss:")) is null)
            return;
        Set(to, "step", TextLogs.After(line.Replace('/', ' '), "step:"));
        Set(to, "val_loss", TextLogs.After(line, " val_loss:"));
        Set(to, "train_loss", TextLogs.After(line, " train_loss:"));
    });

    /// <summary><c>[titan] ... step: 10  loss:  7.9497  grad_norm: ...</c> (torchtitan); <c>validate step: 100 loss: 3.2</c>.</summary>
    internal static TextLogKind TorchTitan { get; } = new("a log of torchtitan", static (line, to) =>
    {
        if (TextLogs.After(line, "step: ") is not { } step || TextLogs.After(line, " loss: ") is not { } loss)
            return;
        Set(to, "step", step);
        Set(to, line.IndexOf("validate ", StringComparison.Ordinal) >= 0 ? "val_loss" : "train_loss", loss);
    })
    {
        Parameters = static line => line.IndexOf("Model ", StringComparison.Ordinal) >= 0 ? TextLogs.Number(line, "size: ") : null,
    };

    private static void Set(Dictionary<string, string> to, string name, string? value)
    {
        if (value is not null)
            to[name] = value;
    }
}
