using System.Globalization;
using ScalingSdk.Hardware;
using ScalingSdk.Tool.Sweeps;

namespace ScalingSdk.Tool.Tests;

/// <summary>Which limits a task gets, and which tasks share an array.</summary>
public sealed class SlurmArrayTests
{
    private static readonly Accelerator Own = new() { Id = "own", Bf16FlopsPerSecond = 1e15, MemoryBytes = 80e9, Source = "given" };

    // Hours on the slow side of the band; the memory of a device, and of a checkpoint.
    private static RunCost Cost(double hours, int devices = 1, double perDevice = 10, double checkpoint = 16)
    {
        const double Gibibyte = 1024.0 * 1024 * 1024;
        var utilization = UtilizationBand.Given(0.5, UtilizationConvention.SixND) with { Fraction = new(0.5, 0.6, 0.7) };
        var estimate = RunEstimate.For(hours * devices * 3600 * 1e15 * 0.5, Own, devices, Precision.Bf16, utilization);
        return new(new("A", 1, 1, 6, 1), estimate, new(perDevice * Gibibyte), new(checkpoint * Gibibyte));
    }

    private static (int Index, TaskLimits Limits, double Work) Task(int index, int minutes, double work, int mebibytes = 1024) => (index, new(minutes, mebibytes, 1), work);

    [Theory]
    [InlineData(0.01, 1.5, 11)]
    [InlineData(1, 1.5, 100)]
    [InlineData(1, 3, 190)]
    [InlineData(24, 1.5, 2200)]
    public void Minutes_AreTheSlowEndOfThePlanTimesTheFactor_AndTenToStart(double hours, double factor, int minutes) =>
        Assert.Equal(minutes, TaskLimits.Of(Cost(hours), factor, null).Minutes);

    [Theory]
    [InlineData(null, 2, 16)]
    [InlineData(8, 8, 10)]
    [InlineData(0, 0, 36)]
    public void MemoryAndAccelerators_AreThoseOfThePlan_UnlessStated(int? stated, int accelerators, int gibibytes)
    {
        var limits = TaskLimits.Of(Cost(1, devices: 2), 1.5, stated);

        Assert.Equal((accelerators, gibibytes * 1024), (limits.Accelerators, limits.Mebibytes));
    }

    [Fact]
    public void Limits_OfARunWithoutHardware_AreLeftToThePartition() =>
        Assert.Equal(new(null, null, 0), TaskLimits.Of(Cost(1) with { Estimate = null }, 1.5, null));

    [Fact]
    public void Arrays_AreOfOneTimeLimit_TheLongestFirst_WithTheMemoryOfTheLargest()
    {
        var arrays = SlurmArray.Of([Task(0, 10, 1), Task(1, 10, 1, 2048), Task(2, 30, 3), Task(3, 90, 9), Task(4, 30, 3)], null);

        Assert.Equal(["3", "2,4", "0-1"], arrays.Select(static array => SlurmScript.Ranges(array.Indices)));
        Assert.Equal([90, 30, 10], arrays.Select(static array => array.Limits.Minutes!.Value));
        Assert.Equal([1024, 1024, 2048], arrays.Select(static array => array.Limits.Mebibytes!.Value));
        Assert.All(arrays, static array => Assert.Null(array.AtATime));
    }

    [Theory]
    [InlineData(1, "0-5%1")]
    [InlineData(2, "4-5%1", "0-3%1")]
    [InlineData(3, "4-5%1", "2-3%1", "0-1%1")]
    [InlineData(4, "4-5%2", "2-3%1", "0-1%1")]
    [InlineData(5, "4-5%2", "2-3%2", "0-1%1")]
    [InlineData(100, "4-5%2", "2-3%2", "0-1%2")]
    public void Arrays_TogetherRunNoMoreThanIsAllowed_SharedOutByTheirWork(int atATime, params string[] expected)
    {
        var arrays = SlurmArray.Of([Task(0, 10, 1), Task(1, 10, 1), Task(2, 30, 3), Task(3, 30, 3), Task(4, 90, 9), Task(5, 90, 9)], atATime);

        Assert.Equal(expected, arrays.Select(static array => string.Create(CultureInfo.InvariantCulture, $"{SlurmScript.Ranges(array.Indices)}%{array.AtATime}")));
        Assert.InRange(arrays.Sum(static array => array.AtATime!.Value), 1, atATime);
        Assert.Equal(90, arrays[0].Limits.Minutes);
    }

    // Twenty runs of three times the work get three times the places: both end together.
    [Fact]
    public void Arrays_OfManyRuns_EndTogether()
    {
        var tasks = Enumerable.Range(0, 40).Select(static i => i < 20 ? Task(i, 10, 1) : Task(i, 30, 3));

        Assert.Equal([6, 2], SlurmArray.Of([.. tasks], 8).Select(static array => array.AtATime!.Value));
    }
}
