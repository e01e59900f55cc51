using ScalingSdk.Quantities;

namespace ScalingSdk.Fitting.Data;

/// <summary>What rows that share a name and a size are.</summary>
public enum PointsOfRuns
{
    /// <summary>Where a step says their order: the points of one run, of which the last is kept. Otherwise the table is refused.</summary>
    Automatic,

    /// <summary>The points of one run: the last is kept.</summary>
    Last,

    /// <summary>Runs of their own that share a name.</summary>
    All,
}

/// <summary>What a row states.</summary>
public enum RunTarget
{
    /// <summary>The loss of a run.</summary>
    Loss,

    /// <summary>A critical batch that was measured at a loss.</summary>
    CriticalBatch,

    /// <summary>The best learning rate of a size and its tokens.</summary>
    LearningRate,
}

/// <summary>How run logs are read.</summary>
public sealed record RunReaderOptions
{
    /// <summary>Columns by field where their names do not say it: <c>["loss"] = "c4_en_ce"</c>; a unit in brackets goes behind: <c>["D"] = "toks[B]"</c>.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Conditions that a row must meet to be read: <c>optimizer=adamw</c>, <c>tokens&gt;=1e9</c>.</summary>
    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>A column whose value is kept with each run as <see cref="TrainingRun.Part"/>: see <see cref="RunSet.Parts"/>.</summary>
    public string? By { get; init; }

    /// <summary>What N counts; null takes it from the column's name, otherwise assumes active parameters and says so.</summary>
    public ParameterConvention? Convention { get; init; }

    /// <summary>Parameters of the runs whose file does not state them.</summary>
    public double? Parameters { get; init; }

    /// <summary>Parameters by the name of a run, where its file does not state them.</summary>
    public IReadOnlyDictionary<string, double> ParametersByName { get; init; } = new Dictionary<string, double>(StringComparer.Ordinal);

    /// <summary>Tokens of an optimizer step, where the file has steps alone.</summary>
    public double? TokensPerStep { get; init; }

    /// <summary>Bytes of a token, on average: what turns a loss in bits per byte into one per token.</summary>
    public double? BytesPerToken { get; init; }

    /// <summary>What rows of one name and one size are.</summary>
    public PointsOfRuns Points { get; init; }

    /// <summary>
    /// Of runs that are the same in these, the one with the lowest loss is kept: <c>size</c>, <c>tokens</c>, <c>compute</c>, <c>corpus</c>, <c>group</c>.
    /// </summary>
    public IReadOnlyList<string> BestOf { get; init; } = [];

    /// <summary>What the rows are of, for forms that are not of a loss.</summary>
    public RunTarget Target { get; init; }

    /// <summary>Rows of fewer optimizer steps are dropped as warm-up.</summary>
    public double WarmUpSteps { get; init; }

    /// <summary>Drop the rows that an <c>outlier</c> column flags.</summary>
    public bool DropFlagged { get; init; }

    /// <summary>Where the text comes from, for messages.</summary>
    public string Source { get; init; } = "runs";

    /// <summary>The most characters or bytes that are read; a longer file is refused.</summary>
    public int MaxLength { get; init; } = 256 * 1024 * 1024;

    /// <summary>The most rows that are read; a longer table is refused, not cut.</summary>
    public int MaxRows { get; init; } = 2_000_000;
}
