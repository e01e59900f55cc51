namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>What members state by others: steps by epochs, an inner width by a ratio, a table of positions by the only length there is.</summary>
internal static class DerivedValues
{
    private const string How = "state the inner width in a member with [ScalingKey(\"intermediate_size\")]";

    // Their feed-forward has one matrix in: the ratio is that of its width. With a gate some take two thirds of it, and some do not.
    private static readonly string[] Ungated = ["gpt2", "gpt_neox", "gptj", "gpt_neo", "opt", "phi", "starcoder2"];

    // The ratio is a key of their own.
    private static readonly string[] ByRatio = ["mpt", "olmo"];

    // Each position has a row of a table.
    private static readonly string[] WithPositions = ["gpt2", "gpt_neo", "opt"];

    public static void Settle(Dictionary<KeyPath, StatedValue> stated)
    {
        SettleTokens(stated);
        SettleSteps(stated);
        var architecture = stated.TryGetValue(KeyPath.Architecture, out var named) ? named.Value.Value as string ?? "" : "";
        SettleFeedForward(stated, architecture);
        if (Is(architecture, WithPositions) && !stated.ContainsKey(KeyPath.Context) && stated.TryGetValue(KeyPath.SequenceLength, out var length) && length is { Owner: not null, Value.IsKnown: true } && MemberNames.IsLengthOfAll(length.Name))
            stated[KeyPath.Context] = length with { Key = KeyPath.Context, IsRepeated = true };
    }

    // 'NumTokens' beside steps or epochs may be those of the run or of its data.
    private static void SettleTokens(Dictionary<KeyPath, StatedValue> stated)
    {
        if (!stated.TryGetValue(KeyPath.Tokens, out var tokens) || !tokens.IsGuess || !stated.ContainsKey(KeyPath.Steps) && !stated.ContainsKey(KeyPath.Epochs))
            return;
        if (stated.ContainsKey(KeyPath.UniqueTokens))
            stated.Remove(KeyPath.Tokens);
        else if (tokens.Rival is null)
            stated[KeyPath.Tokens] = tokens with { Value = Folded.Unknown, Why = "may be the tokens of the run or of its data", How = "mark it with [ScalingKey(\"data.tokens\")] or [ScalingKey(\"data.unique_tokens\")]" };
    }

    // What code calls an epoch may be a number of steps, and no pass over the data.
    private static void SettleSteps(Dictionary<KeyPath, StatedValue> stated)
    {
        if (!stated.TryGetValue(KeyPath.StepsPerEpoch, out var steps))
            return;
        stated.Remove(KeyPath.StepsPerEpoch);
        if (stated.ContainsKey(KeyPath.Steps) || !stated.TryGetValue(KeyPath.Epochs, out var epochs) || epochs.Value is not { IsKnown: true, Number: { } number })
            return;
        stated.Remove(KeyPath.Epochs);
        stated[KeyPath.Steps] = steps.Value.Number is { } each
            ? epochs with { Key = KeyPath.Steps, Name = $"{steps.Name} x {epochs.Name}", Value = Folded.Of((long)(each * number)), IsRepeated = true }
            : steps with { Key = KeyPath.Steps };
    }

    private static void SettleFeedForward(Dictionary<KeyPath, StatedValue> stated, string architecture)
    {
        if (!stated.TryGetValue(KeyPath.FeedForwardRatio, out var ratio) || architecture.Length == 0 || Is(architecture, ByRatio))
            return;
        stated.Remove(KeyPath.FeedForwardRatio);
        if (stated.TryGetValue(KeyPath.FeedForward, out var inner) && inner.Value is not { IsKnown: true, Value: null } || !stated.TryGetValue(KeyPath.Width, out var width))
            return;
        var open = ratio with { Key = KeyPath.FeedForward, Value = Folded.Unknown, IsRepeated = true };
        if (!ratio.Value.IsKnown || width.Value.Number is not { } columns || ratio.Value.Number is not { } times)
            stated[KeyPath.FeedForward] = open;
        else if (!Is(architecture, Ungated))
            stated[KeyPath.FeedForward] = open with { Why = $"may be the inner width over '{width.Name}', or what two thirds of it are", How = How };
        else if (Math.Abs((columns * times) - Math.Round(columns * times)) > 1e-6)
            stated[KeyPath.FeedForward] = open with { Why = $"times '{width.Name}' is no whole number", How = How };
        else
            stated[KeyPath.FeedForward] = open with { Name = $"{ratio.Name} x {width.Name}", Value = Folded.Of((long)Math.Round(columns * times)) };
    }

    private static bool Is(string architecture, string[] names) => Array.Exists(names, name => string.Equals(name, architecture, StringComparison.OrdinalIgnoreCase));
}
