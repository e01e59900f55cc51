namespace ScalingSdk.Models.Parts;

/// <summary>An architecture with its sizes: all that counting needs.</summary>
internal sealed record ModelParts
{
    public ModelFamily Kind { get; init; } = ModelFamily.Decoder;

    /// <summary>Width of the vectors between the layers.</summary>
    public required long Hidden { get; init; }

    public required Embeddings Embeddings { get; init; }

    /// <summary>In order; equal layers are one object. An encoder-decoder has the encoder's first.</summary>
    public required Layer[] Layers { get; init; }

    /// <summary>Layers beside those of the stack that share their weights.</summary>
    public IReadOnlyList<SharedBlock> SharedBlocks { get; init; } = [];

    public required IReadOnlyList<OutsidePart> Outside { get; init; }

    public required Head Head { get; init; }

    /// <summary>The longest sequence that the architecture allows, where it says.</summary>
    public int? ContextLength { get; init; }

    /// <summary>Parameters of modules that predict tokens further ahead: trained with the model, no part of its count.</summary>
    public long MultiTokenPrediction { get; init; }

    /// <summary>The matrix elements of the output head, tied or not.</summary>
    public long HeadWeights => Head.Kind == HeadKind.None ? 0 : Embeddings.Tokens;
}
