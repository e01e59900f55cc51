using ScalingSdk.Specs;

namespace ScalingSdk.Tests.Specs;

/// <summary>What an editor completes for a key.</summary>
public sealed class KeyValuesTests
{
    // bergsma-2025 answers batches alone, published-rates rates alone.
    [Fact]
    public void Of_AKeyOfLaws_AreTheLawsThatAnswerIt()
    {
        Assert.Contains("bergsma-2025", Names(LawsKeys.Batch));
        Assert.DoesNotContain("published-rates", Names(LawsKeys.Batch));
        Assert.Contains("published-rates", Names(LawsKeys.LearningRate));
        Assert.DoesNotContain("bergsma-2025", Names(LawsKeys.LearningRate));
        Assert.Contains("kaplan-2020", Names(LawsKeys.Allocation));
        Assert.DoesNotContain("bergsma-2025", Names(LawsKeys.Allocation));
        Assert.DoesNotContain("kaplan-2020", Names(LawsKeys.Recipe));
    }

    [Fact]
    public void Of_TheKeyOfDevices_AreTheDevicesWithTheirMemory() => Assert.Contains(("H100-SXM", "80 GB"), KeyValues.Of(HardwareKeys.Accelerator));

    [Fact]
    public void Of_AKeyOfChoices_AreItsChoices() => Assert.Equal(["on", "off"], Names(TrainingKeys.Compile));

    private static IEnumerable<string> Names(SpecKey key) => KeyValues.Of(key).Select(static value => value.Text);
}
