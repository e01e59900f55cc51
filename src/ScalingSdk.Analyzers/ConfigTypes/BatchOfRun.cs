using ScalingSdk.Text;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>The batch of one step, over all devices and passes.</summary>
internal static class BatchOfRun
{
    private static readonly KeyPath[] Batches = [KeyPath.BatchSize, KeyPath.GlobalBatch, KeyPath.Accumulation];
    private static readonly KeyPath[] Devices = [KeyPath.Devices, KeyPath.Copies, KeyPath.Nodes, KeyPath.DevicesPerNode];
    private static readonly KeyPath[] Splits = [KeyPath.TensorParallel, KeyPath.PipelineParallel, KeyPath.ContextParallel];

    /// <summary>True for a key that says of one step how many sequences or passes it has.</summary>
    public static bool IsOfBatch(KeyPath key) => Batches.Contains(key);

    /// <summary>True for a key that only the batch of several devices, or of several passes, needs.</summary>
    public static bool IsOfDevices(KeyPath key) => key == KeyPath.BatchPart || Devices.Contains(key) || Splits.Contains(key);

    /// <summary>What one pass takes, as often as gradients are accumulated and the model is copied; null where that is not known.</summary>
    public static SpecEntry? Of(Dictionary<KeyPath, StatedValue> stated, ConfigType type, List<StatedValue> unknown)
    {
        var key = type.BatchSizeIsTokens ? KeyPath.BatchTokens : KeyPath.BatchSize;
        if (Known(stated, KeyPath.GlobalBatch) is var (whole, global))
            return new SpecEntry(key, NumberText.Round(whole), global.Origin, global.Name, CodeSite.Of(global));
        if (stated.ContainsKey(KeyPath.BatchTokens) || Known(stated, KeyPath.BatchSize) is not var (size, batch) || unknown.Exists(static value => value.Key == KeyPath.Accumulation))
            return null;
        var copies = NeedsDevices(batch, stated) ? Copied(stated) : new Copies(1, "", Why: null, Open: null);
        if (copies.Open is { } open)
        {
            unknown.Add(open);
            return null;
        }

        var passes = Known(stated, KeyPath.Accumulation);
        if (Known(stated, KeyPath.BatchPart) is var (part, ofPart))
        {
            // What all passes of all devices take together is the batch.
            if (size.Equals(part * (passes?.Number ?? 1) * copies.Count))
                return new SpecEntry(key, NumberText.Round(size), batch.Origin, batch.Name, CodeSite.Of(batch));
            if (passes is ( > 1, var ofPasses) && copies.Count is 1)
                return Open($"is not '{ofPart.Name}' x '{ofPasses.Name}', so it may be of one pass or of all");
        }

        if (copies.Why is { } why)
            return Open(why);
        if (copies.Count is not { } count)
            return Open("is of one device, and no member says how many there are, as [ScalingKey(\"hardware.count\")] does");
        if (!count.Equals(1) && !MemberNames.IsOfDevice(batch.Name) && !MemberNames.IsOfPass(batch.Name))
            return Open($"may be of one or of all of the {NumberText.Round(count)} of '{copies.Name}'");
        var name = copies.Name.Length == 0 ? batch.Name : $"{batch.Name} x {copies.Name}";

        // A smaller step is made of fewer passes: what a pass takes is what the device has memory for.
        return passes is var (times, accumulation)
            ? new SpecEntry(key, NumberText.Round(size * times * count), batch.Origin, $"{name} x {accumulation.Name}", CodeSite.Of(accumulation, size * count))
            : new SpecEntry(key, NumberText.Round(size * count), batch.Origin, name, CodeSite.Of(batch, count));

        SpecEntry? Open(string why)
        {
            unknown.Add(batch with { Value = Folded.Unknown, Why = why });
            return null;
        }
    }

    // The batch may be that of one device of several.
    private static bool NeedsDevices(StatedValue batch, Dictionary<KeyPath, StatedValue> stated)
    {
        return MemberNames.IsOfDevice(batch.Name) || Array.Exists(Devices, IsSeveral) || MemberNames.IsOfPass(batch.Name) && Array.Exists(Splits, IsSeveral);

        bool IsSeveral(KeyPath key) => stated.TryGetValue(key, out var value) && value.Value is not { IsKnown: true, Number: 1 or null };
    }

    /// <summary>How many copies of the model take a batch each: devices that share one take it together.</summary>
    private static Copies Copied(Dictionary<KeyPath, StatedValue> stated)
    {
        if (stated.TryGetValue(KeyPath.Copies, out var copies))
            return new Copies(copies.Value.Number, copies.Name, Why: null, copies.Value.IsKnown ? null : copies);
        var all = All(stated);
        if (all is not { Count: { } count, Why: null, Open: null })
            return all;
        var splits = Splits.Where(stated.ContainsKey).Select(key => stated[key]).Where(static split => split.Value is not { IsKnown: true, Number: null or 1 }).ToList();
        if (splits.Find(static split => !split.Value.IsKnown) is { } open)
            return all with { Open = open };
        if (splits.Count == 0)
            return all;
        var (shared, name) = (splits.Aggregate(1.0, static (product, split) => product * split.Value.Number!.Value), string.Join(" x ", splits.Select(static split => split.Name)));
        return (count % shared).Equals(0)
            ? all with { Count = count / shared, Name = $"{all.Name} / {(splits.Count == 1 ? name : $"({name})")}" }
            : all with { Why = $"is of one copy of the model, and the {NumberText.Round(count)} of '{all.Name}' do not divide by the {NumberText.Round(shared)} of '{name}'" };
    }

    /// <summary>How many devices there are.</summary>
    private static Copies All(Dictionary<KeyPath, StatedValue> stated)
    {
        stated.TryGetValue(KeyPath.Nodes, out var nodes);
        stated.TryGetValue(KeyPath.DevicesPerNode, out var each);
        if (stated.TryGetValue(KeyPath.Devices, out var devices))
        {
            // Some count the devices of all nodes, some those of each.
            var isEach = nodes is { Value: not { IsKnown: true, Number: 1 or null } } && !MemberNames.IsOfAllDevices(devices.Name)
                && !(each?.Value.Number * nodes.Value.Number is { } product && product.Equals(devices.Value.Number));
            return new Copies(devices.Value.Number, devices.Name, isEach ? $"is of one device, and '{devices.Name}' may be those of one or of all of '{nodes!.Name}'" : null, devices.Value.IsKnown ? null : devices);
        }

        if (nodes is null || each is null)
            return new Copies(Count: null, "", Why: null, Open: null);
        return new Copies(nodes.Value.Number * each.Value.Number, $"{nodes.Name} x {each.Name}", Why: null, !nodes.Value.IsKnown ? nodes : each.Value.IsKnown ? null : each);
    }

    private static (double Number, StatedValue Value)? Known(Dictionary<KeyPath, StatedValue> stated, KeyPath key) =>
        stated.TryGetValue(key, out var value) && value.Value is { IsKnown: true, Number: { } number } ? (number, value) : null;

    /// <param name="Count">How many; null where nothing says it.</param>
    /// <param name="Name">The members that say it.</param>
    /// <param name="Why">Why that is not known, as a clause about the batch.</param>
    /// <param name="Open">The member whose value is not known.</param>
    private sealed record Copies(double? Count, string Name, string? Why, StatedValue? Open);
}
