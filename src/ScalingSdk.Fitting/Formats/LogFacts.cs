using ScalingSdk.Fitting.Data;

namespace ScalingSdk.Fitting.Formats;

/// <summary>What a log says of its run once: the size of the model and of a step.</summary>
internal sealed class LogFacts
{
    private static readonly string[] Sizes =
    [
        "umber of parameters: ", // nanoGPT, nanochat, OLMo, nanotron; of nanoGPT it is without position embeddings alone
        "otal parameters: ", "otal params: ", // litgpt
        "n_params: ", // LLM-Foundry
        "model_params:", // modded-nanogpt
        "num. model params: ", "num. shared model params: ", // fairseq
    ];

    private static readonly string[] Steps =
    [
        "tokens per iteration will be: ", // nanoGPT
        "otal batch size ", "otal desired batch size: ", // nanochat
        "train_batch_tokens:", // modded-nanogpt
        "total_weights: ", // MaxText
    ];

    private readonly Dictionary<string, double> _ranks = new(StringComparer.Ordinal);
    private double? _parameters;
    private double? _step;

    /// <summary>N; of a model that is split over ranks the sum of their parts.</summary>
    internal double? Parameters => _parameters ?? (_ranks.Count > 0 ? _ranks.Values.Sum() : null);

    internal double? SequencesPerStep { get; private set; }

    internal double? TokensPerSequence { get; private set; }

    /// <summary>All tokens of the run, as litgpt says at its end.</summary>
    internal double? Tokens { get; private set; }

    internal double? TokensPerStep => _step ?? (SequencesPerStep * TokensPerSequence);

    internal void Read(string line)
    {
        _parameters ??= First(line, Sizes) ?? Billions(line) ?? ListedTotal(line) ?? Titan(line);
        _step ??= First(line, Steps) ?? WordsOfBatch(line);
        SequencesPerStep ??= LogText.Number(line, "lobal batch size:") ?? LogText.Number(line, "lobal_batch_size: ") ?? LogText.Number(line, "lobal batch size ")
            ?? LogText.Number(line, "lobal_train_batch_size: ") ?? LogText.Argument(line, "train_batch_size");
        TokensPerSequence ??= LogText.Argument(line, "seq_length") ?? LogText.Number(line, "sequence length ") ?? LogText.Number(line, "max_seq_len: ");
        Tokens ??= LogText.Number(line, "- Total tokens  : ");
        Rank(line);
    }

    private static double? First(string line, string[] markers)
    {
        foreach (var marker in markers)
        {
            if (LogText.Number(line, marker) is { } number)
                return number;
        }

        return null;
    }

    // 'wpb=131072', the tokens of an update, beside 'num_updates=100' (fairseq).
    private static double? WordsOfBatch(string line) =>
        line.Holds("num_updates") && LogText.Named(line, "wpb") is { } words && double.TryParse(words, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var tokens) && tokens > 0 ? tokens : null;

    // 'number parameters: 1.104 billion' (MaxText).
    private static double? Billions(string line) =>
        line.EndsWith(" billion", StringComparison.Ordinal) ? 1e9 * LogText.Number(line, "number parameters: ") : null;

    // 'total                   : 560,988,160' below 'Parameter counts:' (nanochat).
    private static double? ListedTotal(string line) =>
        line.StartsWith("total    ", StringComparison.Ordinal) ? LogText.Number(line, ": ") : null;

    // 'Model llama3 8B size: 8,030,261,248 total parameters' (torchtitan).
    private static double? Titan(string line) =>
        line.EndsWith(" total parameters", StringComparison.Ordinal) ? LogText.Number(line, "size: ") : null;

    // '> number of parameters on (tensor, pipeline) model parallel rank (0, 0): 354871296' (Megatron-LM; GPT-NeoX without the brackets).
    private void Rank(string line)
    {
        const string Of = "model parallel rank ";
        var at = !line.Holds("number of parameters on ") ? -1 : line.IndexOf(Of, StringComparison.Ordinal);
        var end = at < 0 ? -1 : line.IndexOf(": ", at, StringComparison.Ordinal);
        if (end > 0 && LogText.Number(line.Substring(end), ": ") is { } part)
            _ranks[line.Substring(at + Of.Length, end - at - Of.Length)] = part;
    }
}
