using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Chen et al. 2025, <i>Parallel Scaling Law for Language Models</i> (arXiv 2505.10475): the loss of a model that runs P streams in parallel.</summary>
/// <remarks>Non-embedding parameters, nats per token, 1 to 8 streams; refitted to the 24 published runs of each corpus.</remarks>
public sealed class ParScale2025 : IScalingLaw
{
    private const string NoStream = "a model has at least 1 stream";

    private readonly double _e;
    private readonly double _a;
    private readonly double _alpha;
    private readonly double _k;
    private readonly Equation _loss;

    private ParScale2025(string id, string corpus, double e, double a, double alpha, double k, string worth)
    {
        (_e, _a, _alpha, _k) = (e, a, alpha, k);
        var streams = new Symbol("P", "streams");
        _loss = new("", Symbol.L, $"{e:E} + ({a:A} / (N ({k:k} ln(P) + 1)))^{alpha:alpha}", Symbol.N, streams);
        Info = new()
        {
            Id = id,
            Paper = "Chen et al. 2025, Parallel Scaling Law for Language Models",
            ArXiv = "2505.10475",
            ConstantSet = $"parscale-2025 {corpus}",
            Parameters = ParameterConvention.NonEmbedding,
            Range = new LawRange(new Bounds(5e8, 4.5e9), Bounds.Any, Bounds.Any),
            OtherRanges = [new(streams, Streams)],
            WhyNoneAt = static at => at.TryGetValue("P", out var streams) && !(streams >= 1) ? NoStream : null,
            Answers = LawQuestions.Advice,
            Advises = "parallel streams",
            Equations = [_loss],
            Facts = [$"8 streams are worth {worth} times the parameters on {corpus}"],
            Caveats = ["at the tokens of the published runs: the law has no tokens", "losses of two corpora are never comparable"],
        };
    }

    /// <summary>The streams of the runs.</summary>
    public static Bounds Streams { get; } = new(1, 8);

    /// <summary>Stack-V2 Python.</summary>
    public static ParScale2025 Code { get; } = new("parscale-2025", "Stack-V2 Python", 0.691207, 1.130707e7, 0.189358, 0.393457, "1.82");

    /// <summary>The Pile.</summary>
    public static ParScale2025 Pile { get; } = new("parscale-2025-pile", "Pile", 1.288588, 1.975166e8, 0.196281, 0.334442, "1.70");

    /// <summary>Every set of constants, in the order of the lists.</summary>
    internal static IReadOnlyList<ParScale2025> Sets { get; } = [Code, Pile];

    /// <inheritdoc/>
    public LawInfo Info { get; }

    /// <summary>The loss with this number of parallel streams, in nats per token.</summary>
    public Answer<PredictedLoss> Loss(NonEmbeddingParameters n, double streams) => streams >= 1
        ? Answer<PredictedLoss>.Of(
            new(_e + Math.Pow(_a / (n.Count * ((_k * Math.Log(streams)) + 1)), _alpha), Info.ConstantSet),
            new(Info.Range.Parameters.FactorOutside(n.Count) * Streams.FactorOutside(streams), 1, 1),
            new(Info, _loss, n.Count, streams))
        : Answer<PredictedLoss>.None(NoStream);
}
