namespace ScalingSdk.Models.Parts;

/// <summary>A part that belongs to no layer and is not an embedding: a final norm, a pooler, a projection.</summary>
/// <param name="Name">What a breakdown calls it.</param>
/// <param name="Count">Its parameters.</param>
/// <param name="WeightsPerToken">The matrix elements among them that every token is multiplied with.</param>
internal sealed record OutsidePart(string Name, long Count, long WeightsPerToken = 0)
{
    public const string Pooler = "pooler";

    public const string HeadOfTraining = "head of training";

    public static OutsidePart FinalNorm(long count) => new("final norm", count);

    public static OutsidePart EmbeddingNorm(long count) => new("embedding norm", count);
}
