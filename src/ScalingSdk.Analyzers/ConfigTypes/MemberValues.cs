using ScalingSdk.Json;
using ScalingSdk.Quantities;
using ScalingSdk.Quantities.Units;
using ScalingSdk.Specs;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>Which values of code state a key: members of one name are of many types, and zero often leaves the value open.</summary>
internal static class MemberValues
{
    // What only assumptions follow from: unknown, it is left out.
    private static readonly KeyPath[] MayBeZero = [KeyPath.WeightDecay, KeyPath.Dropout, KeyPath.WarmupSteps];

    private static readonly KeyPath[] Flags = [.. new[] { "bias", "no_bias", "attention_bias", "qkv_bias", "feed_forward_bias", "tied_embeddings" }.Select(static key => new KeyPath("model", key))];

    // A text or a truth value under these names is of something else.
    private static readonly KeyPath[] Counts =
    [
        KeyPath.Layers, KeyPath.DecoderLayers, KeyPath.Width, KeyPath.Heads, KeyPath.KeyValueHeads, KeyPath.HeadSize, KeyPath.FeedForward, KeyPath.Vocabulary, KeyPath.PaddedVocabulary, KeyPath.Context,
        KeyPath.Experts, KeyPath.ActiveExperts, KeyPath.SharedExperts, KeyPath.ExpertFeedForward, KeyPath.SlidingWindow, KeyPath.BatchSize, KeyPath.GlobalBatch, KeyPath.Accumulation, KeyPath.Devices,
        KeyPath.BatchPart, KeyPath.Copies, KeyPath.Nodes, KeyPath.DevicesPerNode, KeyPath.TensorParallel, KeyPath.PipelineParallel, KeyPath.ContextParallel, KeyPath.StepsPerEpoch, KeyPath.FeedForwardRatio,
    ];

    // More than the largest published vocabulary has, of a million.
    private const double MostOfVocabulary = 1 << 20;

    /// <summary>The value; one that is unknown where the key needs one; null where the member states nothing of it.</summary>
    public static Folded? Take(KeyPath key, Folded value)
    {
        if (key == KeyPath.Schedule)
            return value.Value is string name && TrainingKeys.Schedule.Choices.FirstOrDefault(choice => string.Equals(choice, name, StringComparison.OrdinalIgnoreCase)) is { } choice ? Folded.Of(choice) : null;
        if (value is { IsKnown: true, Number: { } number })
            return TakeNumber(key, value, number);
        if (MayBeZero.Contains(key))
            return null;
        if (!value.IsKnown)
            return value;
        if (Flags.Contains(key))
            return value.Value is bool ? value : null;
        return value switch
        {
            { Value: null } => null,
            { Value: string or bool } when Counts.Contains(key) => null,
            { Value: string text } => Quantity.Read(new JsonString(Text.Origin.Code(""), text), Unit.Tokens) is { Error: null } ? value : null,
            _ => key.Section is "model" ? value : null,
        };
    }

    /// <summary>True for more tokens than a vocabulary has.</summary>
    public static bool IsMoreThanAVocabulary(Folded value) => value.IsKnown && value switch
    {
        { Number: { } number } => number > MostOfVocabulary && !IsNoLimit(number),
        { Value: string text } => Quantity.Read(new JsonString(Text.Origin.Code(""), text), Unit.Tokens) is { Error: null, Value: > MostOfVocabulary },
        _ => false,
    };

    // A value below -1 is no way to leave one open: the rules of a spec say what is wrong with it.
    private static Folded? TakeNumber(KeyPath key, Folded value, double number)
    {
        if (Flags.Contains(key))
            return null;
        if (IsNoLimit(number) || number.Equals(-1) || number.Equals(0) && !MayBeZero.Contains(key))
            return NeededMembers.Needs(key) ? value with { IsKnown = false } : null;

        // A share of the steps.
        return key == KeyPath.WarmupSteps && number is > 0 and < 1 ? null : value;
    }

    // 'MaxSteps = int.MaxValue' says that something else ends the run.
    private static bool IsNoLimit(double number) => double.IsNaN(number) || number is int.MaxValue or uint.MaxValue or >= long.MaxValue;
}
