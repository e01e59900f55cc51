using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Quantities.Units;

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
            LifetimeTokens = reader.Quantity(InferenceKeys.LifetimeTokens),
            WeightBits = reader.Quantity(InferenceKeys.WeightBits),
        };
    }
}

/// <summary>The keys of the <c>inference</c> section.</summary>
internal static class InferenceKeys
{
    private static readonly KeyTable Table = new();

    public static readonly SpecKey LifetimeTokens = Table.Add(new(
        "inference",
        "lifetime_tokens",
        meaning: "tokens that the model reads and writes in use over its lifetime",
        example: "1T",
        moves: "inference",
        unit: Unit.Tokens,
        option: "--inference-tokens",
        leftOut: "use is not counted",
        foreign: "inference_tokens served_tokens"));

    public static readonly SpecKey WeightBits = Table.Add(new(
        "inference",
        "weight_bits",
        meaning: "bits of a weight when the model is served",
        example: "4",
        moves: "inference",
        unit: Unit.Number,
        foreign: "bits quantization_bits quant_bits"));

    public static IReadOnlyList<SpecKey> All => Table.Keys;
}
