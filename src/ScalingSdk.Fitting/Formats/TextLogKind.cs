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

    /// <summary><c>iteration 10/ 1000 | consumed samples: 2560 | ... | lm loss: 7.949747E+00 |</c> (Megatron-LM; GPT-NeoX writes <c>lm_loss</c>).</summary>
    internal static TextLogKind Megatron { get; } = new("a log of Megatron-LM", static (line, to) =>
    {
        if ((TextLogs.After(line, "validation loss at iteration ") ?? TextLogs.After(line, "validation results at iteration ")) is { } evaluated)
        {
            Set(to, "step", evaluated);
            Set(to, "val_loss", TextLogs.After(line, "lm loss value: ") ?? TextLogs.After(line, "lm_loss value: "));
            return;
        }

        if ((TextLogs.After(line, "| lm loss: ") ?? TextLogs.After(line, "| lm_loss: ")) is not { } loss)
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

    /// <summary><c>Training epoch 0, iteration 9/99 | lr: 1e-05 | global_batch_size: 256 | global_step: 9 | reduced_train_loss: 7.03 | val_loss: 7.01</c> (NeMo).</summary>
    internal static TextLogKind NeMo { get; } = new("a log of NeMo", static (line, to) =>
    {
        if ((TextLogs.After(line, "global_step: ") ?? TextLogs.After(line, ", iteration ")) is not { } step || TextLogs.After(line, "reduced_train_loss: ") is not { } loss)
            return;
        Set(to, "step", step);
        Set(to, "train_loss", loss);
        Set(to, "val_loss", TextLogs.After(line, "| val_loss: "));
        Set(to, "lr", TextLogs.After(line, "lr: "));
    })
    {
        SequencesPerStep = static line => TextLogs.Number(line, "global_batch_size: "),
    };

    /// <summary><c>Epoch 1 | iter 40 step 10 | loss train: 5.980, val: n/a | ...</c> and <c>iter 200: val loss 3.4567, val time: 99.1 ms</c> (litgpt).</summary>
    internal static TextLogKind LitGpt { get; } = new("a log of litgpt, whose steps are its iterations", static (line, to) =>
    {
        var evaluated = line.StartsWith("iter ", StringComparison.Ordinal) ? TextLogs.After(line, ": val loss ") : null;
        var trained = TextLogs.After(line, "| loss train: ");
        if (evaluated is null && trained is null)
            return;
        Set(to, "step", TextLogs.After(line, evaluated is null ? "| iter " : "iter "));
        Set(to, "val_loss", evaluated);
        Set(to, "train_loss", trained);
    });

    private static void Set(Dictionary<string, string> to, string name, string? value)
    {
        if (value is not null)
            to[name] = value;
    }
}
