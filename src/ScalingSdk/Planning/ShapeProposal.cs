using ScalingSdk.Models.Parts;

namespace ScalingSdk.Planning;

/// <summary>A shape for a wanted size, with sizes that divide well: a LLaMA-like decoder, 32,000 tokens, a head of its own.</summary>
/// <param name="Layers">Layers.</param>
/// <param name="HiddenSize">Width: a multiple of 64, from 256 on of 128, from 1024 on of 256, from 2048 on of 512.</param>
/// <param name="AttentionHeads">Heads of 64, from a width of 2048 on of 128.</param>
/// <param name="IntermediateSize">Width of the gated feed-forward: 8/3 of the width, rounded up to a multiple of 256.</param>
/// <param name="Parameters">The exact count.</param>
public sealed record ShapeProposal(int Layers, int HiddenSize, int AttentionHeads, long IntermediateSize, long Parameters)
{
    private const long Vocabulary = 32_000;
    private const double Nearness = 0.1;

    // Width over depth. Loss varies a few percent over a 40-fold range of it (Kaplan et al. 2020, Fig. 5).
    private static readonly double[] Aspects = [48, 64, 96, 128];

    internal static IReadOnlyList<ShapeProposal> Of(SizePlan size)
    {
        // A shape that is known needs no proposal; beyond these sizes none of the proportions was ever trained.
        if (size.Model is not null || size.Counts.Total.Count is not (>= 2e6 and <= 1e13))
            return [];
        var wanted = size.Counts.Total.Count;
        return [.. Aspects.Select(aspect => Near(wanted, aspect)).Distinct().Where(shape => Math.Abs((shape.Parameters / wanted) - 1) < Nearness)];
    }

    private static ShapeProposal Near(double wanted, double aspect)
    {
        // 12 d^2 a layer, d/aspect layers, and two tables of the vocabulary: rises in d.
        var (low, high) = (1.0, 1e7);
        while (high - low > 0.5)
        {
            var middle = (low + high) / 2;
            if ((12 * middle * middle * middle / aspect) + (2 * Vocabulary * middle) < wanted)
                low = middle;
            else
                high = middle;
        }

        // Heads in fours from a width of 1024 on, in twos below: tensor parallelism splits by heads.
        var multiple = low >= 2048 ? 512 : low >= 1024 ? 256 : low >= 256 ? 128 : 64;
        var hidden = Math.Max(multiple, (int)Math.Round(low / multiple) * multiple);
        var layer = Count(hidden, 2) - Count(hidden, 1);
        var layers = Math.Max(1, (int)Math.Round((wanted - Count(hidden, 1)) / layer) + 1);
        return new(layers, hidden, (int)(hidden / HeadSize(hidden)), Intermediate(hidden), Count(hidden, layers));
    }

    private static long HeadSize(long hidden) => hidden >= 2048 ? 128 : 64;

    private static long Intermediate(long hidden) => ((8 * hidden / 3) + 255) / 256 * 256;

    private static long Count(int hidden, int layers)
    {
        var heads = hidden / HeadSize(hidden);
        var layer = new Layer(
            new GroupedQueryAttention(hidden, heads, heads, HeadSize(hidden)),
            new GatedFeedForward(hidden, Intermediate(hidden), false),
            2 * Norm.Rms(hidden));
        return ParameterCounting.Count(new ModelParts
        {
            Hidden = hidden,
            Embeddings = new Embeddings(Vocabulary, hidden),
            Layers = [.. Enumerable.Repeat(layer, layers)],
            Outside = [OutsidePart.FinalNorm(Norm.Rms(hidden))],
            Head = Head.Untied,
        }).Total;
    }
}
