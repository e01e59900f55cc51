using ScalingSdk;

namespace ConstructorArguments;

/// <summary>A decoder whose sizes are the arguments of its constructor; a real one would make its layers here.</summary>
[ScalingModel("gpt2", UniqueTokens = "4B", Tokens = "4B")]
public sealed class Gpt
{
    private readonly string _description;

    public Gpt(long vocabularySize, long embeddingSize, long blockSize, int headCount, int blockCount) =>
        _description = $"{blockCount} blocks, {headCount} heads of {embeddingSize / headCount}, {vocabularySize} x {embeddingSize} embedding, {blockSize} positions";

    public string Describe() => _description;
}
