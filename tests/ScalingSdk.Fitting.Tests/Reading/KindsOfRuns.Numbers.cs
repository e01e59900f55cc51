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
        ["tabs and decimal commas"] = new(Table("N\tD\tloss", (n, d, l) => $"{n}\t{d}\t{l:R}").Replace('.', ','), 25, Says: "TSV and decimal commas"),
        ["perplexities of training and evaluation"] = new(Table("N,D,train_ppl,val_ppl", (n, d, l) => $"{n},{d},{Math.Exp(l - 0.1):R},{Math.Exp(l):R}"), 0, "--column \"loss=val_ppl[ppl]\""),
        ["bits per byte beside the bytes of a token"] = new(Table("N,D,val_bpb,bytes_per_token", (n, d, l) => $"{n},{d},{l / Math.Log(2) / 4.5:R},4.5"), 0, "--bytes-per-token 4.5"),
        ["nats per byte"] = new(Table("N,D,loss (nats/byte)", (n, d, l) => $"{n},{d},{l / 4.5:R}"), 0, "is in nats per byte"),
        ["nats per byte, stated"] = new(Table("N,D,loss (nats/byte)", (n, d, l) => $"{n},{d},{l / 4.5:R}"), 25, Options: new() { BytesPerToken = 4.5 }, Says: "nats per byte, 4.5 bytes a token"),
        ["bits a token"] = new(Table("N,D,loss (bits/token)", (n, d, l) => $"{n},{d},{l / Math.Log(2):R}"), 25, Says: "in bits/token (x 0.693)"),
        ["N_B and D_B"] = new(Table("N_B,D_B,loss", (n, d, l) => $"{n / 1e9:R},{d / 1e9:R},{l:R}"), 25, Says: "D from 'D_B' in B"),
        ["#params and #tokens"] = new(Table("#params,#tokens,loss", (n, d, l) => $"{n},{d},{l:R}"), 25, Says: "D from '#tokens'"),
        ["numpy's header"] = new("# made by sweep.py\n" + Table("# N,D,loss", (n, d, l) => $"{n:E18},{d:E18},{l:E18}"), 25),
        ["numpy's header with spaces"] = new(Table("# N D loss", (n, d, l) => $"{n:E18} {d:E18} {l:E18}"), 25, Says: "columns with spaces"),
        ["sizes in words"] = new(Table("model_size,tokens,loss", (n, d, l) => $"{n / 1e6:R}M,{d / 1e9:R}B,{l:R}"), 25),
        ["a row of units"] = new(Table("N,D,loss\nM,B,nats", (n, d, l) => $"{n / 1e6:R},{d / 1e9:R},{l:R}"), 0, "--column \"N=N[M]\""),
        ["compute and tokens a parameter"] = new(Table("FLOPs,tokens_per_param,loss", (n, d, l) => $"{6 * n * d:R},{d / n:R},{l:R}"), 25, Says: "tokens_per_param from"),
        ["steps, batch and length"] = new(Table("n_params,steps,batch_size,seq_len,loss", (n, d, l) => $"{n},{d / 524288:R},256,2048,{l:R}"), 0, "'batch_size' times 'seq_len'"),
        ["half the tokens twice"] = new(Table("N,unique_tokens,epochs,loss", (n, d, l) => $"{n},{d / 2:R},2,{l:R}"), 25, Says: "epochs from 'epochs'"),
        ["a loss in per cent"] = new(Table("N,D,val loss %", (n, d, l) => $"{n},{d},{l:R}"), 0, "no column holds a loss"),
        ["validation and test"] = new(Table("N,D,val_loss,test_loss", (n, d, l) => $"{n},{d},{l:R},{l + 0.01:R}"), 0, "may both hold the loss"),
        ["a time with spaces and colons"] = new(Table("time,N,D,loss", (n, d, l) => $"2025-01-01 10:00:00,{n},{d},{l:R}"), 25),
        ["no row is flagged"] = new(Table("N,D,loss", (n, d, l) => $"{n},{d},{l:R}"), 25, Options: new() { DropFlagged = true }, Says: "no column flags rows: --drop-flagged leaves out none"),
        ["no steps to warm up"] = new(Table("N,D,loss", (n, d, l) => $"{n},{d},{l:R}"), 25, Options: new() { WarmUpSteps = 100 }, Says: "no column holds steps: --warmup leaves out no row"),
        ["sizes in two units"] = new(Table("N,D,loss", (n, d, l) => $"{(n < 1e9 ? n / 1e6 : n)},{d},{l:R}"), 0, "as in two units"),
    };

    private static string Swapped(string text) => text.Replace(',', '\0').Replace('.', ',').Replace('\0', '.');
}
