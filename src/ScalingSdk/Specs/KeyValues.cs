using ScalingSdk.Hardware;
using ScalingSdk.Laws;
using ScalingSdk.Text;

namespace ScalingSdk.Specs;

/// <summary>The names that a key takes: what an editor completes and a form offers.</summary>
internal static class KeyValues
{
    /// <summary>Devices, laws or choices, each with a word on it; empty where the key takes a quantity or any text.</summary>
    public static IReadOnlyList<(string Text, string Detail)> Of(SpecKey key)
    {
        if (key == HardwareKeys.Accelerator)
            return [.. AcceleratorCatalog.All.Select(static device => (device.Id, $"{NumberText.Compact(device.MemoryBytes / 1e9)} GB"))];
        if (string.Equals(key.Section, LawsKeys.Allocation.Section, StringComparison.Ordinal))
            return [.. Laws(key).Select(static law => (law.Info.Id, law.Info.Paper))];
        return [.. key.Choices.Select(static choice => (choice, ""))];
    }

    private static IReadOnlyList<IScalingLaw> Laws(SpecKey key) =>
        key == LawsKeys.Allocation ? LawRegistry.Of<IAllocationLaw>()
        : key == LawsKeys.Batch ? LawRegistry.Of<IBatchLaw>()
        : key == LawsKeys.Recipe ? LawRegistry.Of<IRecipeLaw>()
        : LawRegistry.Of<ILearningRateLaw>();
}
