using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>Phi 3 and 4: LLaMA's parts, stored as fewer and larger matrices; a window where one is given.</summary>
internal static class Phi3
{
    public static ModelParts Describe(ModelConfig c) => Mistral.Describe(c);
}
