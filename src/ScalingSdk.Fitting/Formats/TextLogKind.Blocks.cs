using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Tables;

namespace ScalingSdk.Fitting.Formats;

/// <summary>The logs whose steps have a heading, and a value on each line below it; those that name each number; and those of trainers that are not known.</summary>
internal sealed partial record TextLogKind
{
    /// <summary><c>[step=10/739328,epoch=0]</c>, then <c>train/CrossEntropyLoss=3.1</c> and <c>throughput/total_tokens=1,048,576</c> (OLMo and OLMo-core).</summary>
    internal static TextLogKind Olmo { get; } = new("a log of OLMo", static (line, to) =>
    {
        var equals = line.LastIndexOf('=');
        if (equals > 0 && LogText.NumberAt(line, equals + 1) is { } value && ColumnNames.Find(line.Substring(0, equals)).Field is RunField.Loss or RunField.Tokens or RunField.LearningRate)
            to[line.Substring(0, equals)] = value;
    })
    {
        Heading = static line => LogText.After(line.Replace('/', ' '), "[step="),
    };

    /// <summary><c>[batch=366/48000]:</c>, then <c>Train metrics/train/LanguageCrossEntropy: 10.3</c> and <c>Train time/token: 382730240</c> (Composer and LLM-Foundry).</summary>
    internal static TextLogKind Composer { get; } = new("a log of Composer", static (line, to) =>
    {
        Set(to, "tokens", LogText.After(line, "Train time/token: "));
        Set(to, "train_loss", LogText.After(line, "Train metrics/train/LanguageCrossEntropy: ") ?? (to.ContainsKey("train_loss") ? null : LogText.After(line, "Train loss/train/total: ")));
        var colon = line.StartsWith("Eval metrics/", StringComparison.Ordinal) ? line.LastIndexOf(": ", StringComparison.Ordinal) : -1;
        if (colon > 0 && LogText.NumberAt(line, colon + 1) is { } evaluated && LossNames.IsLoss(line.Substring(0, colon)))
            to[line.Substring(0, colon)] = evaluated;
    })
    {
        Heading = static line => LogText.After(line.Replace('/', ' '), "[batch="),
    };

    /// <summary>
    /// <c>| INFO | train_inner | epoch 001: 100 / 2820 loss=9.1, ..., wpb=131072, num_updates=100, lr=1e-05</c> and <c>| INFO | valid | epoch 001 | ... | loss 5.2 |
    /// ... | num_updates 2820</c>, or the same as JSON (fairseq). Its losses are to the base of 2; nll_loss is the one without smoothing of labels.
    /// </summary>
    internal static TextLogKind Fairseq { get; } = new("a log of fairseq", static (line, to) =>
    {
        var prefix = line.Holds("valid_num_updates") ? "valid_" : "";
        if (LogText.Named(line, prefix + "num_updates") is not { } step || (LogText.Named(line, prefix + "nll_loss") ?? LogText.Named(line, prefix + "loss")) is not { } loss)
            return;
        Set(to, "step", step);
        Set(to, prefix.Length > 0 || line.Holds("| valid |") ? "valid_loss (bits)" : "train_loss (bits)", loss);
        Set(to, "lr", LogText.Named(line, "lr"));
    });

    /// <summary>Lines of another trainer: <c>step 100 | loss 3.21 | lr 3e-4</c>, <c>step=100 val_loss=3.2</c>.</summary>
    internal static TextLogKind Other { get; } = new("a log with a step and a loss in its lines", NamedNumbers.Read) { Least = 3 };
}
