using ScalingSdk.Fitting.Data;

namespace ScalingSdk.Fitting.Formats;

/// <summary>A trainer's log: how its lines are points.</summary>
/// <param name="Name">The trainer, for the output.</param>
/// <param name="Point">Writes what a line says of a step; nothing where it says nothing.</param>
internal sealed partial record TextLogKind(string Name, Action<string, Dictionary<string, string>> Point)
{
    /// <summary>The name under which a point has its sequences so far: they become tokens where the log says how long they are.</summary>
    internal const string Samples = "samples";

    /// <summary>The name under which a point has its micro-batches so far: they become steps.</summary>
    internal const string Iteration = "iteration";

    /// <summary>How many points tell that a log is of this kind.</summary>
    internal int Least { get; private init; } = 1;

    /// <summary>The step of a line below which the values of a step stand, one a line; null where a line is a point.</summary>
    internal Func<string, string?>? Heading { get; private init; }

    /// <summary><c>iter 10: loss 5.1106, time 1333.54ms</c> and <c>step 300: train loss 3.4010, val loss 3.4101</c> (train.py of nanoGPT).</summary>
    internal static TextLogKind NanoGpt { get; } = new("a log of nanoGPT", static (line, to) =>
    {
        var evaluation = line.StartsWith("step ", StringComparison.Ordinal) && LogText.After(line, "val loss ") is not null;
        if (!evaluation && !(line.StartsWith("iter ", StringComparison.Ordinal) && LogText.After(line, ": loss ") is not null))
            return;
        Set(to, "step", LogText.After(line, evaluation ? "step " : "iter "));
        Set(to, evaluation ? "val_loss" : "train_loss", LogText.After(line, evaluation ? "val loss " : ": loss "));
    });

    /// <summary><c>step 00100/21400 (0.47%) | loss: 5.512345 | lrm: 1.00 | ...</c> and <c>Step 00250 | Validation bpb: 1.1234</c> (nanochat).</summary>
    internal static TextLogKind NanoChat { get; } = new("a log of nanochat", static (line, to) =>
    {
        var bits = line.StartsWith("Step ", StringComparison.Ordinal) ? LogText.After(line, "| Validation bpb: ") : null;
        var loss = line.StartsWith("step ", StringComparison.Ordinal) && line.Holds("| lrm: ") ? LogText.After(line, "| loss: ") : null;
        if (bits is null && loss is null)
            return;
        Set(to, "step", LogText.After(line.Replace('/', ' '), bits is null ? "step " : "Step "));
        Set(to, "val_bpb", bits);
        Set(to, "train_loss", loss);
    });

    /// <summary><c>s:30 tel:4.2780</c> and <c>s:1 trl:7.9497 lr:0.000600 norm:1.00</c> (main.log of llm.c).</summary>
    internal static TextLogKind LlmC { get; } = new("a main.log of llm.c", static (line, to) =>
    {
        if (!line.StartsWith("s:", StringComparison.Ordinal) || (LogText.After(line, "tel:") ?? LogText.After(line, "trl:")) is null)
            return;
        Set(to, "step", LogText.After(line, "s:"));
        Set(to, "val_loss", LogText.After(line, "tel:"));
        Set(to, "train_loss", LogText.After(line, "trl:"));
        Set(to, "lr", LogText.After(line, "lr:"));
    });

    /// <summary><c>iteration 10/ 1000 | consumed samples: 2560 | ... | lm loss: 7.949747E+00 |</c> (Megatron-LM).</summary>
    internal static TextLogKind Megatron { get; } = new("a log of Megatron-LM", static (line, to) =>
    {
        if (LogText.After(line, "validation loss at iteration ") is { } evaluated)
        {
            if (line.Holds("on test set"))
                return;
            Set(to, "step", evaluated);
            Set(to, "val_loss", LogText.After(line, "lm loss value: "));
            return;
        }

        if (LogText.After(line, "| lm loss: ") is not { } loss)
            return;
        Set(to, "step", LogText.After(line.Replace('/', ' '), "iteration "));
        Set(to, "train_loss", loss);
        Set(to, "lr", LogText.After(line, "learning rate: "));
        Set(to, "tokens", LogText.After(line, "consumed tokens: "));
        Set(to, Samples, LogText.After(line, "consumed samples: "));
    });

    /// <summary><c>samples/sec: 63.7 | iteration 10/ 143000 | ... | lm_loss: 1.09E+01 |</c> and <c>validation results at iteration 1000 | lm_loss value: 2.7E+00 |</c> (GPT-NeoX).</summary>
    internal static TextLogKind NeoX { get; } = new("a log of GPT-NeoX", static (line, to) =>
    {
        var evaluated = LogText.After(line, "validation results at iteration ");
        if ((evaluated is null ? LogText.After(line, "| lm_loss: ") : LogText.After(line, "lm_loss value: ")) is not { } loss)
            return;
        Set(to, "step", evaluated ?? LogText.After(line.Replace('/', ' '), "| iteration "));
        Set(to, evaluated is null ? "train_loss" : "val_loss", loss);
        Set(to, "lr", LogText.After(line, "learning rate: "));
    });

    /// <summary><c>iteration: 327281 / 378950 | consumed_tokens: 85.8G | ... | lm_loss: 2.38 | lr: 1e-05 |</c> (nanotron).</summary>
    internal static TextLogKind Nanotron { get; } = new("a log of nanotron", static (line, to) =>
    {
        if (LogText.After(line, "iteration: ") is not { } step || LogText.After(line, "| lm_loss: ") is not { } loss)
            return;
        Set(to, "step", step);
        Set(to, "train_loss", loss);
        Set(to, "tokens", LogText.After(line, "consumed_tokens: "));
        Set(to, "lr", LogText.After(line, "| lr: "));
    });

    /// <summary><c>step:1750/1750 val_loss:3.2789 train_time:...</c> (modded-nanogpt).</summary>
    internal static TextLogKind ModdedNanoGpt { get; } = new("a log of modded-nanogpt", static (line, to) =>
    {
        if (!line.StartsWith("step:", StringComparison.Ordinal) || (LogText.After(line, " val_loss:") ?? LogText.After(line, " train_loss:")) is null)
            return;
        Set(to, "step", LogText.After(line.Replace('/', ' '), "step:"));
        Set(to, "val_loss", LogText.After(line, " val_loss:"));
        Set(to, "train_loss", LogText.After(line, " train_loss:"));
    });

    /// <summary><c>[titan] ... step: 10  loss:  7.9497  grad_norm: ...</c> and <c>validate step: 100  loss:  3.2</c> (torchtitan).</summary>
    internal static TextLogKind TorchTitan { get; } = new("a log of torchtitan", static (line, to) =>
    {
        if (LogText.After(line, " step: ") is not { } step || LogText.After(line, " loss: ") is not { } loss || !line.Holds("tps: "))
            return;
        Set(to, "step", step);
        Set(to, line.Holds("validate ") ? "val_loss" : "train_loss", loss);
    });

    /// <summary><c>completed step: 9, seconds: 5.667, ..., total_weights: 196608, loss: 10.374</c> and <c>eval metrics after step: 99, loss=3.1, ...</c> (MaxText).</summary>
    internal static TextLogKind MaxText { get; } = new("a log of MaxText", static (line, to) =>
    {
        var trained = LogText.After(line, "completed step: ");
        var evaluated = LogText.After(line, "eval metrics after step: ") ?? LogText.After(line, "eval after train step ");
        if ((trained ?? evaluated) is not { } step)
            return;
        Set(to, "step", step);
        Set(to, "train_loss", trained is null ? null : LogText.After(line, ", loss: "));
        Set(to, "val_loss", trained is null ? LogText.After(line, " loss=") : null);
    });

    /// <summary><c>Training epoch 0, iteration 9/99 | lr: 1e-05 | global_batch_size: 256 | global_step: 9 | reduced_train_loss: 7.03 | val_loss: 7.01</c> (NeMo).</summary>
    internal static TextLogKind NeMo { get; } = new("a log of NeMo", static (line, to) =>
    {
        if ((LogText.After(line, "global_step: ") ?? LogText.After(line.Replace('/', ' '), ", iteration ")) is not { } step || LogText.After(line, "reduced_train_loss: ") is not { } loss)
            return;
        Set(to, "step", step);
        Set(to, "train_loss", loss);
        Set(to, "val_loss", LogText.After(line, "| val_loss: "));
        Set(to, "lr", LogText.After(line, "lr: "));
        Set(to, Samples, LogText.After(line, "consumed_samples: "));
    });

    /// <summary><c>Epoch 1 | iter 40 step 10 | loss train: 5.980, val: n/a | ...</c> and <c>iter 200: val loss 3.4567, val time: 99.1 ms</c> (litgpt).</summary>
    internal static TextLogKind LitGpt { get; } = new("a log of litgpt", static (line, to) =>
    {
        var evaluated = line.StartsWith("iter ", StringComparison.Ordinal) ? LogText.After(line, ": val loss ") : null;
        var trained = LogText.After(line, "| loss train: ");
        if (evaluated is null && trained is null)
            return;
        Set(to, Iteration, LogText.After(line, evaluated is null ? "| iter " : "iter "));
        Set(to, "step", LogText.After(line, " step "));
        Set(to, "val_loss", evaluated);
        Set(to, "train_loss", trained);
    });

    private static void Set(Dictionary<string, string> to, string name, string? value)
    {
        if (value is not null)
            to[name] = value;
    }
}
