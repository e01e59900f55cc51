using System.Numerics;
using ScalingSdk.Models;
using ScalingSdk.Models.Flops;
using ScalingSdk.Models.Parts;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>The compute of the run, counted in more than one way: each count names its convention.</summary>
public sealed record ComputePlan
{
    /// <summary>6 N D with the active parameters: the C of laws in total parameters (3 N D in an encoder-decoder).</summary>
    public required TrainingFlops SixND { get; init; }

    /// <summary>The same without the token table of an untied head, because its look-up is not work; null where the head is tied or the shape is not known.</summary>
    internal TrainingFlops? WithoutInputTable { get; private init; }

    /// <summary>6 or 3: the factor of N D.</summary>
    public required int Factor { get; init; }

    /// <summary>Every matrix product of one token's training, attention's causal half; null where the shape is not known.</summary>
    public BigInteger? ExactPerToken => (_counted ??= Model is { } model ? ExactConvention.Training(model, SequenceTokens) : null)?.Flops;

    /// <summary>The same for the whole run.</summary>
    public BigInteger? Exact => ExactPerToken * new BigInteger(Math.Round(Tokens.Count));

    /// <summary>The model, where its shape is known.</summary>
    private ModelDescription? Model { get; init; }

    private int SequenceTokens { get; init; }

    private Tokens Tokens { get; init; }

    // Counted when it is read: to compare two runs takes 6 N D alone.
    private FlopsFigure? _counted;

    /// <summary>The convention of the exact counts.</summary>
    public static FlopsConvention ExactConvention => FlopsConventions.ExactCausal;

    internal static ComputePlan? Of(SizePlan size, RunPlan? run)
    {
        if (run is null)
            return null;
        var factor = size.Model?.Kind == ModelFamily.EncoderDecoder ? 3 : 6;
        return new ComputePlan
        {
            SixND = new(StatedRun.FlopsPerToken(size.Model, size.Counts) * run.Tokens.Count),
            WithoutInputTable = size.Model is { Parts: { Head.Kind: HeadKind.Untied } parts }
                ? new(factor * (size.Counts.Active.Count - parts.Embeddings.Tokens) * run.Tokens.Count)
                : null,
            Factor = factor,
            Model = size.Model,
            SequenceTokens = size.Sequence.Tokens,
            Tokens = run.Tokens,
        };
    }
}
