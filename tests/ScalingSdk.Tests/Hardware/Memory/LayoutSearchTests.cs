using ScalingSdk.Hardware;
using ScalingSdk.Hardware.Memory;
using ScalingSdk.Models;
using ScalingSdk.Tests.Models;

namespace ScalingSdk.Tests.Hardware.Memory;

public sealed class LayoutSearchTests
{
    private static readonly Accelerator H100 = AcceleratorCatalog.Find("H100-SXM")!;

    [Theory]
    [InlineData("llama-3-8b", 8, 128)]
    [InlineData("llama-3-70b", 256, 1024)]
    [InlineData("mixtral-8x7b", 64, 512)]
    public void Find_ModelsThatWereTrained_GivesLayoutsThatFitAndUseAllDevices(string name, int devices, double batch)
    {
        var layouts = Find(Reconstructed.Model(name), devices, batch);

        Assert.Equal(5, layouts.Count);
        Assert.All(layouts, layout =>
        {
            Assert.InRange(layout.Memory.ShareOf(H100), 0, 1);
            Assert.Equal(devices, layout.Parallelism.Devices);
            Assert.InRange(layout.Parallelism.TensorParallel, 1, LayoutSearch.NodeDevices);
            Assert.Equal(0, batch % (layout.Parallelism.DataParallel * layout.MicroBatchSequences));
        });
        Assert.Equal(layouts.OrderByDescending(static layout => layout.Speed).Select(static layout => layout.Speed), layouts.Select(static layout => layout.Speed));
    }

    [Fact]
    public void Find_SmallModelOnOneNode_NeedsNoSplit()
    {
        var best = Find(Reconstructed.Model("gpt2"), 8, 64)[0];

        Assert.Equal((1, 1, 8, 0.0, Recomputation.Flash), (best.Parallelism.TensorParallel, best.Parallelism.PipelineParallel, best.Parallelism.DataParallel, best.Bubble, best.Recomputation));
        Assert.Equal(1, best.Speed);
    }

    // Tokens that leave the node take time: of two layouts that fit, the one with its experts on one node is faster.
    [Fact]
    public void Find_RoutedModel_KeepsItsExpertsTogetherWhereTheyFit()
    {
        var best = Find(Reconstructed.Model("mixtral-8x7b"), 64, 512)[0].Parallelism;

        Assert.InRange(best.ExpertParallel * best.TensorParallel, 1, LayoutSearch.NodeDevices);
    }

    [Fact]
    public void Find_MoreThanTheDevicesHold_IsEmpty() => Assert.Empty(Find(Reconstructed.Model("llama-3.1-405b"), 8, 64));

    private static IReadOnlyList<Layout> Find(ModelDescription model, int devices, double batch) => LayoutSearch.Find(
        TransformerShape.Of(model), model.Parameters, model.Experts, new MemoryPlan { SequenceLength = 4096, MicroBatchSequences = 1 }, H100, devices, batch);
}
