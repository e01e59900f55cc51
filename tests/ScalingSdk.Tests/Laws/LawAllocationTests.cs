using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

/// <summary>A closed-form answer takes no memory.</summary>
public sealed class LawAllocationTests
{
    private static readonly ModelSize Size = Sizes.Nominal(1e9) with { WeightsWithHead = new(1e9), FlopsPerToken = new(6e9) };

    private static readonly Dictionary<string, Func<double>> Questions = new(StringComparer.Ordinal)
    {
        ["besiroglu-2024 allocation"] = static () => Besiroglu2024.Law.Allocate(new(1e21)).Value.Parameters,
        ["kaplan-2020 threshold"] = static () => Kaplan2020.Law.Threshold(Size).Value.Count,
        ["kaplan-2020 critical batch"] = static () => Kaplan2020.Law.CriticalBatch(Size, new(1e10)).Value.Count,
        ["step-law-2025 learning rate"] = static () => StepLaw2025.Law.LearningRate(Size, new(1e10)).Value,
        ["zhang-2024 critical batch"] = static () => Zhang2024.Law.CriticalBatch(Size, new(1e10)).Value.Count,
        ["mccandlish-2018 trade-off"] = static () => McCandlish2018.Law.At(new(1e6), new(2e6)).Value.Steps,
        ["porian-2024 batch"] = static () => Porian2024.Law.Batch(Size, new(1e10)).Value.Count,
        ["gadre-2024 loss"] = static () => Gadre2024.RedPajama.Loss(Size, new(1e10)).Value.NatsPerToken,
        ["clark-2022 effective size"] = static () => Clark2022.SBase.EffectiveParameters(new(1e9), 64).Value.Count,
        ["bergsma-2025 weight decay"] = static () => Bergsma2025.Law.WeightDecay(new(1e6), 1e-3, new(1e9), new(1e10)).Value,
        ["hagele-2024 schedule"] = static () => Hagele2024.Law.Schedule(0.9, 0.2).Value,
        ["mup-2022 learning rate"] = static () => Mup2022.Law.LearningRate(0.01, 256, 4096).Value,
        ["kumar-2024 effective size"] = static () => Kumar2024.Law.EffectiveParameters(new(1e9), new(4, 8, 8)).Value.Count,
        ["krajewski-2024 loss"] = static () => Krajewski2024.Law.Loss(new(1e9), new(1e11), 8).Value.NatsPerToken,
    };

    public static TheoryData<string> Names => [.. Questions.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Answer_ClosedForm_AllocatesNothing(string name)
    {
        var ask = Questions[name];
        var sum = ask();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
            sum += ask();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.True(double.IsFinite(sum));
    }
}
