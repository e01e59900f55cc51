using ScalingSdk.Models.Parts;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models.Architectures;

/// <summary>An architecture: its Hugging Face 'model_type', other names of it, and how its parts follow from its sizes.</summary>
internal sealed record Architecture(string Name, Func<ModelConfig, ModelParts> Describe, params string[] Aliases);
