using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>An architecture: its Hugging Face 'model_type', other names of it, and how its parts follow from its sizes.</summary>
/// <param name="Name">Its 'model_type'.</param>
/// <param name="Describe">Its parts.</param>
/// <param name="UsualHead">The head where the file does not say.</param>
/// <param name="Summary">What sets it apart, as docs/models.md prints it.</param>
/// <param name="Aliases">Other types that are counted the same way.</param>
internal sealed record Architecture(string Name, Func<ModelConfig, ModelParts> Describe, HeadKind UsualHead, string Summary, params string[] Aliases);
