using System.Globalization;

namespace ScalingSdk.Fitting.Tests.Reading;

/// <summary>Numbers, units and names of columns as people write them.</summary>
internal static partial class KindsOfRuns
{
    private static Dictionary<string, Kind> Numbers() => new(StringComparer.Ordinal)
    {
        ["log10(N) and log10(D)"] = new(Table("log10(N),log10(D),loss", (n, d, l) => $"{Math.Log10(n):R},{Math.Log10(d):R},{l:R}"), 25, Says: "in log10"),
        ["log10_params and log10_flops"] = new(Table("log10_params,log10_flops,val_loss", (n, d, l) => $"{Math.Log10(n):R},{Math.Log10(6 * n * d):R},{l:R}"), 25, Says: "in log10"),
        ["ln N"] = new(Table("ln N,ln D,loss", (n, d, l) => $"{Math.Log(n):R},{Math.Log(d):R},{l:R}"), 25, Says: "in ln"),
        ["a logarithm without a base"] = new(Table("log_params,tokens,loss", (n, d, l) => $"{Math.Log(n):R},{d},{l:R}"), 0, "a logarithm whose base is not stated"),
        ["a logarithm without a base, stated"] = new(Table("log_params,tokens,loss", (n, d, l) => $"{Math.Log(n):R},{d},{l:R}"), 25, Options: Columns("N", "log_params[ln]")),
        ["logarithms under plain names"] = new(Table("N,D,loss", (n, d, l) => $"{Math.Log10(n):R},{Math.Log10(d):R},{l:R}"), 0, "--column \"N=N[log10]\""),
        ["a log loss"] = new(Table("N,D,log_loss", (n, d, l) => $"{n},{d},{l:R}"), 25),
        ["perplexity, stated"] = new(Table("N,D,val_ppl", (n, d, l) => $"{n},{d},{Math.Exp(l):R}"), 25, Options: Columns("loss", "val_ppl[ppl]")),
        ["perplexity beside a training loss"] = new(Table("N,D,val_ppl,train_loss", (n, d, l) => $"{n},{d},{Math.Exp(l + 0.1):R},{l:R}"), 25, Says: "'val_ppl' is not read: it is a perplexity"),
        ["bits per character"] = new(Table("N,D,bpc", (n, d, l) => $"{n},{d},{l / Math.Log(2) / 4.5:R}"), 0, "in bits per character"),
        ["bits per byte beside the same loss"] = new(Table("N,D,val_bpb,val_loss", (n, d, l) => $"{n},{d},{l / 3:R},{l:R}"), 25, Says: "'val_loss' is the same per token"),
        ["thousands in quotes"] = new(Table("N,D,loss", (n, d, l) => $"\"{n:N0}\",\"{d:N0}\",{l:R}"), 25, Says: "'44,000,000' is read as 44000000"),
        ["thousands with spaces"] = new(Table("N;D;loss", (n, d, l) => $"{n:N0};{d:N0};{l:R}").Replace(',', ' '), 25, Says: "is read as 44000000"),
        ["thousands with narrow spaces and decimal commas"] = new(Table("N;D;loss", (n, d, l) => $"{n:N0};{d:N0};{l:R}").Replace(',', '\u202F').Replace('.', ','), 25, Says: "decimal commas"),
        ["thousands with dots and decimal commas"] = new(Swapped(Table("N;D;loss", (n, d, l) => $"{n:N0};{d:N0};{l:R}")), 25, Says: "decimal commas"),
        ["thousands with apostrophes"] = new(Table("N;D;loss", (n, d, l) => $"{n:N0};{d:N0};{l:R}").Replace(',', '\''), 25),
        ["thousands with underscores"] = new(Table("N,D,loss", (n, d, l) => $"{n.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '_')},{d},{l:R}"), 25),
        ["losses of three digits after a decimal comma"] = new(Table("N;D;loss", (n, d, l) => $"{n};{d};{l:0.000}").Replace('.', ','), 25, Says: "'4,728' is read as 4.728", Rounded: true),
        ["'params in millions'"] = new(Table("Params in millions,Tokens (in billions),Loss", (n, d, l) => $"{n / 1e6:R},{d / 1e9:R},{l:R}"), 25),
        ["milliards"] = new(Table("N (Mio);D (Mrd);loss", (n, d, l) => $"{n / 1e6:R};{d / 1e9:R};{l:R}").Replace('.', ','), 25),
        ["EFLOPs as the name"] = new(Table("params (B),EFLOPs,loss", (n, d, l) => $"{n / 1e9:R},{6 * n * d / 1e18:R},{l:R}"), 25, Says: "C from 'EFLOPs'"),
        ["C (1e18 FLOP)"] = new(Table("N_millions,C (1e18 FLOP),eval_loss", (n, d, l) => $"{n / 1e6:R},{6 * n * d / 1e18:R},{l:R}"), 25),
        ["tokens per parameter"] = new(Table("n_params,tokens_per_param,loss", (n, d, l) => $"{n},{d / n:R},{l:R}"), 25, Says: "tokens_per_param from"),
        ["D/N"] = new(Table("N,D/N,loss", (n, d, l) => $"{n},{d / n:R},{l:R}"), 25),
        ["sequences without their length"] = new(Table("n_params,sequences,seq_len,loss", (n, d, l) => $"{n},{d / 2048:R},2048,{l:R}"), 0, "D=sequences[2048]"),
        ["max_steps and batch_tokens"] = new(Table("n_params,max_steps,batch_tokens,loss", (n, d, l) => $"{n},{d / 1e5:R},100000,{l:R}"), 25, Says: "steps from 'max_steps'"),
        ["without embeddings beside the total"] = new(Table("N_non_emb,N_total,tokens,loss", (n, d, l) => $"{n * 0.9:R},{n},{d},{l:R}"), 25, Says: "'N_non_emb' is not read"),
        ["an interval beside the loss"] = new(Table("N,D,loss,loss_std,loss_ci_low,loss_ci_high", (n, d, l) => $"{n},{d},{l:R},0.01,{l - 0.01:R},{l + 0.01:R}"), 25),
        ["the loss as 'L'"] = new(Table("N,D,L", (n, d, l) => $"{n},{d},{l:R}"), 0, "--column loss=L"),
        ["one name twice"] = new(Table("N,D,loss,loss", (n, d, l) => $"{n},{d},{l:R},{l + 0.1:R}"), 0, "two columns are named 'loss'"),
        ["sizes in two units"] = new(Table("N,D,loss", (n, d, l) => $"{(n < 1e9 ? n / 1e6 : n)},{d},{l:R}"), 0, "as in two units"),
    };

    private static string Swapped(string text) => text.Replace(',', '\0').Replace('.', ',').Replace('\0', '.');
}
