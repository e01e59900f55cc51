using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Quantities.Units;

namespace ScalingSdk.Specs;

/// <summary>The <c>inference</c> section: how much the model will be used.</summary>
public sealed record InferenceSection
{
    internal static readonly string[] Keys = ["lifetime_tokens", "weight_bits"];

    /// <summary>Tokens read and written over the model's lifetime of use.</summary>
    public Stated<double>? LifetimeTokens { get; init; }

    /// <summary>Bits of a weight as it is served.</summary>
    public Stated<double>? WeightBits { get; init; }

    internal static InferenceSection Read(JsonObject section, List<ReadingProblem> problems)
    {
        var reader = new SectionReader(section, "inference", Keys, problems);
        return new InferenceSection
        {
            LifetimeTokens = reader.Quantity("lifetime_tokens", Unit.Tokens),
            WeightBits = reader.Quantity("weight_bits", Unit.Number),
        };
    }
}
