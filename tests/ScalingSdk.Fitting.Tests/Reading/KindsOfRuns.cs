using System.Globalization;
using ScalingSdk.Fitting.Data;

namespace ScalingSdk.Fitting.Tests.Reading;

/// <summary>Small inputs of every kind that people have, each with the answer that is right: the law, or what the reader asks for.</summary>
internal static partial class KindsOfRuns
{
    private static readonly string[] Names = ["N", "D", "loss"];

    private static readonly double[] Sizes = [4.4e7, 1.25e8, 3.5e8, 1.3e9, 2.7e9];

    private static readonly double[] Ratios = [5, 10, 20, 40, 80];

    /// <summary>A kind: its text, how it is read, and the runs that come of it, or a part of the refusal.</summary>
    internal sealed record Kind(string Text, int Runs, string? Refusal = null, RunReaderOptions? Options = null, string? Says = null, bool Rounded = false);

    internal static IReadOnlyDictionary<string, Kind> All { get; } = Columns().Concat(Numbers()).Concat(Shapes()).Concat(Logs()).ToDictionary(static kind => kind.Key, static kind => kind.Value, StringComparer.Ordinal);

    private static Dictionary<string, Kind> Columns() => new(StringComparer.Ordinal)
    {
        // Units.
        ["tokens (bn)"] = new(Table("N,tokens (bn),loss", (n, d, l) => $"{n},{d / 1e9:R},{l:R}"), 25),
        ["tokens (1e9)"] = new(Table("N,tokens (1e9),loss", (n, d, l) => $"{n},{d / 1e9:R},{l:R}"), 25),
        ["params (MM)"] = new(Table("params (MM),tokens,loss", (n, d, l) => $"{n / 1e6:R},{d},{l:R}"), 25),
        ["params_M and tokens_billions"] = new(Table("params_M,tokens_billions,loss", (n, d, l) => $"{n / 1e6:R},{d / 1e9:R},{l:R}"), 25),
        ["compute in GFLOP"] = new(Table("C (GFLOP),D,loss", (n, d, l) => $"{6 * n * d / 1e9:R},{d},{l:R}"), 25),
        ["compute in PF-days"] = new(Table("compute [PF-days],D,loss", (n, d, l) => $"{6 * n * d / 8.64e19:R},{d},{l:R}"), 25),
        ["sequences"] = new(Table("N,D (sequences),loss", (n, d, l) => $"{n},{d / 2048:R},{l:R}"), 0, "has the unit 'sequences'"),
        ["sequences, stated"] = new(Table("N,D (sequences),loss", (n, d, l) => $"{n},{d / 2048:R},{l:R}"), 25, Options: Columns("D", "D (sequences)[2048]")),
        ["bits per byte"] = new(Table("N,D,loss (bpb)", (n, d, l) => $"{n},{d},{l / Math.Log(2) / 4.5:R}"), 0, "--bytes-per-token"),
        ["bits per byte, stated"] = new(Table("N,D,val_bpb", (n, d, l) => $"{n},{d},{l / Math.Log(2) / 4.5:R}"), 25, Options: new() { BytesPerToken = 4.5 }),
        ["bits per token"] = new(Table("N,D,loss (bits)", (n, d, l) => $"{n},{d},{l / Math.Log(2):R}"), 25),
        ["unknown unit"] = new(Table("N (furlongs),D,loss", (n, d, l) => $"{n},{d},{l:R}"), 0, "has the unit 'furlongs'"),
        ["millions without a unit"] = new(Table("N,D,loss", (n, d, l) => $"{n / 1e6:R},{d / 1e6:R},{l:R}"), 0, "--column \"N=N[M]\""),
        ["perplexity as the loss"] = new(Table("N,D,loss", (n, d, l) => $"{n},{d},{10 * l:R}"), 0, "--column \"loss=loss[ppl]\""),

        ["nll in bits"] = new(Table("N,D,nll_bits", (n, d, l) => $"{n},{d},{l / Math.Log(2):R}"), 25, Says: "in bits"),
        ["loss in bits"] = new(Table("N,D,loss_bits", (n, d, l) => $"{n},{d},{l / Math.Log(2):R}"), 25, Says: "in bits"),
        ["perplexity alone"] = new(Table("N,D,ppl", (n, d, l) => $"{n},{d},{Math.Exp(l):R}"), 0, "'ppl' is a perplexity"),
        ["billions of tokens without a unit"] = new(Table("N,tokens,loss", (n, d, l) => $"{n},{d / 1e9:R},{l:R}"), 0, "--column \"D=tokens[B]\""),

        // Two columns for one field.
        ["evaluation beside training"] = new(Table("N,D,loss,eval_loss", (n, d, l) => $"{n},{d},{l - 0.3:R},{l:R}"), 25, Says: "'loss' is not read"),
        ["two evaluations"] = new(Table("N,D,val_loss,c4_loss", (n, d, l) => $"{n},{d},{l:R},{l + 0.1:R}"), 0, "may both hold the loss"),
        ["active beside total"] = new(Table("active_params,total_params,D,loss", (n, d, l) => $"{n},{8 * n},{d},{l:R}"), 25, Says: "'total_params' is not read"),
        ["two sizes that do not say which"] = new(Table("params,size,D,loss", (n, d, l) => $"{n},{n + 1e6},{d},{l:R}"), 0, "may both hold the parameters"),
        ["layers as 'l'"] = new(Table("N,D,l,c4_loss", (n, d, l) => $"{n},{d},12,{l:R}"), 25),
        ["no loss by name"] = new(Table("N,D,paloma macro", (n, d, l) => $"{n},{d},{l:R}"), 0, "'paloma macro'"),
        ["no loss by name, stated"] = new(Table("N,D,paloma macro", (n, d, l) => $"{n},{d},{l:R}"), 25, Options: Columns("loss", "paloma macro")),
        ["a field that is none"] = new(Table("N,D,loss", (n, d, l) => $"{n},{d},{l:R}"), 0, "did you mean 'loss'", Columns("lss", "loss")),
        ["a column that is none"] = new(Table("N,D,lossy", (n, d, l) => $"{n},{d},{l:R}"), 0, "did you mean 'lossy'", Columns("loss", "losy")),
        ["without embeddings"] = new(Table("non_embedding_params,D,loss", (n, d, l) => $"{n},{d},{l:R}"), 25, Says: "without embeddings"),

        // Points inside runs, and rows that are not runs.
        ["points inside runs"] = new(Table("name,N,step,tokens,loss", (n, d, l) => $"r{n}-{d},{n},10,{d / 2:R},{l + 0.4:R}\nr{n}-{d},{n},20,{d},{l:R}"), 25, Says: "a point inside a run"),
        ["a name for several lengths"] = new(Table("name,N,D,loss", (n, d, l) => $"m{n},{n},{d},{l:R}"), 0, "--points"),
        ["a name for several lengths, stated"] = new(Table("name,N,D,loss", (n, d, l) => $"m{n},{n},{d},{l:R}"), 25, Options: new() { Points = PointsOfRuns.All }),
        ["a step twice after a resume"] = new(Table("name,N,step,tokens,loss", (n, d, l) => $"r{n}-{d},{n},20,{d},{l + 0.01:R}\nr{n}-{d},{n},20,{d},{l:R}"), 25, Says: "logged again"),
        ["a grid of learning rates"] = new(Table("N,D,lr,loss", (n, d, l) => $"{n},{d},1e-3,{l:R}\n{n},{d},3e-3,{l + 0.02:R}"), 25, Options: new() { BestOf = ["size", "tokens"] }, Says: "lower loss"),
        ["rows of another optimizer"] = new(Table("N,D,optimizer,loss", (n, d, l) => $"{n},{d},adamw,{l:R}\n{n},{d},sgd,{l + 1:R}"), 25, Options: new() { Where = ["optimizer=adamw"] }, Says: "left out by a condition"),
        ["flagged rows"] = new(Table("N,D,loss,outlier", (n, d, l) => $"{n},{d},{l:R},False") + "1e9,2e10,9.0,True\n", 25, Options: new() { DropFlagged = true }, Says: "outlier"),

        ["a grid of learning rates, not stated"] = new(Table("N,D,lr,loss", (n, d, l) => $"{n},{d},1e-3,{l:R}\n{n},{d},3e-3,{l + 0.02:R}"), 50, Says: "--best-of size,tokens"),
        ["decimal commas between commas"] = new(Table("N,D,loss", (n, d, l) => $"{n},{d},{Math.Floor(l)},{(l - Math.Floor(l)) * 1e4:0}"), 0, Says: "more cells than the header"),
        ["names of rows without a header"] = new(Table("N,D,loss", (n, d, l) => $"1,{n},{d},{l:R}"), 0, Says: "more cells than the header"),
        ["separators at the end of rows"] = new(Table("N,D,loss", (n, d, l) => $"{n},{d},{l:R},"), 25),

        // Formats.
        ["decimal commas"] = new(Table("N (M);D;loss", (n, d, l) => $"{n / 1e6:R};{d};{l:R}").Replace('.', ','), 25, Says: "decimal commas"),
        ["Excel's first line"] = new("sep=;\r\n" + Table("N;D;loss", (n, d, l) => $"{n};{d};{l:R}"), 25),
        ["columns with spaces"] = new(Table("   N    D   loss", (n, d, l) => $" {n}   {d}  {l:R}"), 25, Says: "columns with spaces"),
        ["JSON by columns"] = new("{" + string.Join(",", Names.Select((name, i) => $"\"{name}\": [{string.Join(",", Rows((n, d, l) => $"{n} {d} {l:R}").Select(row => row.Split(' ')[i]))}]")) + "}", 25, Says: "JSON by columns"),
        ["JSON of pandas"] = new("{" + string.Join(",", Names.Select((name, i) => $"\"{name}\": {{{string.Join(",", Rows((n, d, l) => $"{n} {d} {l:R}").Select((row, at) => $"\"{at.ToString(CultureInfo.InvariantCulture)}\":{row.Split(' ')[i]}"))}}}")) + "}", 25, Says: "JSON by columns"),
        ["semicolons"] = new(Table("N;D;loss", (n, d, l) => $"{n};{d};{l:R}"), 25),
        ["a JSON array"] = new("[" + string.Join(",", Rows((n, d, l) => $"{{\"N\": {n}, \"D\": {d}, \"loss\": {l:R}}}")) + "]", 25),
        ["JSON Lines"] = new(string.Join("\n", Rows((n, d, l) => $"{{\"n_params\": {n}, \"tokens\": {d}, \"eval/loss\": {l:R}}}")), 25),
        ["nested JSON of wandb"] = new(string.Join("\n", Rows((n, d, l) => $"{{\"config\": {{\"n_params\": {n}}}, \"summary\": {{\"tokens\": {d}, \"eval/loss\": {l:R}}}}}")), 25),
        ["dictionaries of wandb's API"] = new(Table("summary,config,name", (n, d, l) => $"\"{{'_step': 9, 'eval/loss': {l:R}, 'tokens': {d}}}\",\"{{'n_params': {n}, 'tied': True}}\",r{n}-{d}"), 25),
        ["the summary of OLMo"] = new(string.Join("\n", Rows((n, d, l) => $"{{\"name\": \"r{n}-{d}\", \"model/num_params\": {n}, \"throughput/total_tokens\": {d}, \"eval/c4_en-validation/CrossEntropyLoss\": {l:R}}}")), 25),
        ["MLflow"] = new(Table("Run ID,params.n_params,metrics.tokens,metrics.val_loss", (n, d, l) => $"r{n}-{d},{n},{d},{l:R}"), 25),
        ["the table of nanochat"] = new(Table("flops_budget,num_params,num_scaling_params,tokens_trained,val_bpb", (n, d, l) => $"1e18,{n},{n / 2},{d},{l / Math.Log(2) / 4.5:R}"), 25, Options: new() { BytesPerToken = 4.5 }, Says: "'num_scaling_params' is not read"),

        // Files of another purpose.
        ["a spec"] = new("{ \"model\": {\"parameters\": \"1B\"} }", 0, "it is a spec"),
        ["a config of a model"] = new("{ \"model_type\": \"llama\", \"hidden_size\": 4096 }", 0, "the config of a model"),
        ["prose with a comma"] = new("Dear all,\nit went well, thanks; see below.\n", 0, "not a table or a log"),
        ["prose"] = new("These are my runs.\nThey went well.\n", 0, "not a table or a log"),
        ["nothing"] = new("", 0, "it is empty"),
    };

    private static RunReaderOptions Sized => new() { Parameters = 1.24e8, TokensPerStep = 524288 };

    private static RunReaderOptions Columns(string field, string column) => new() { Columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [field] = column } };

    private static string Table(string header, Func<double, double, double, FormattableString> row) => header + "\n" + string.Join("\n", Rows(row)) + "\n";

    private static IEnumerable<string> Rows(Func<double, double, double, FormattableString> row) =>
        from n in Sizes
        from ratio in Ratios
        select row(n, n * ratio, 1.8172 + (477.8 / Math.Pow(n, 0.3473)) + (2143 / Math.Pow(n * ratio, 0.3672))).ToString(CultureInfo.InvariantCulture);
}
