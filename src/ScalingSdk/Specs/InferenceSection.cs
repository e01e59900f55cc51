using ScalingSdk.Diagnostics;
using ScalingSdk.Json;

namespace ScalingSdk.Specs;

/// <summary>The <c>inference</c> section: how much the model will be used.</summary>
public sealed record InferenceSection
{
    /// <summary>Tokens read and written over the model's lifetime of use.</summary>
    public Stated<double>? LifetimeTokens { get; init; }

    /// <summary>Bits of a weight as it is served.</summary>
    public Stated<double>? WeightBits { get; init; }

    internal static InferenceSection Read(JsonObject section, List<ReadingProblem> problems)
    {
        var reader = SectionReader.Of("inference", section, problems);
        return new InferenceSection
        {
            LifetimeTokens = reader.Quantity(SpecKeys.LifetimeTokens),
            WeightBits = reader.Quantity(SpecKeys.WeightBits),
        };
    }
}
