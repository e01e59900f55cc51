using ScalingSdk.Tool.Sweeps;

namespace ScalingSdk.Tool.Tests;

public sealed class SlurmQueueTests
{
    [Fact]
    public void Read_TasksOfTwoSweeps_AreThoseOfTheFolderWithWhetherTheyHaveBegun()
    {
        var own = Path.GetFullPath("own");
        var other = Path.GetFullPath("other");

        var tasks = SlurmQueue.Read($"7 PENDING {Path.Combine(own, "sweep.sh")}\n3 RUNNING {Path.Combine(own, "sweep.sh")}\n5 RUNNING {Path.Combine(other, "sweep.sh")}\nN/A PENDING x\n", own + Path.DirectorySeparatorChar);

        Assert.Equal([(3, true), (7, false)], tasks.Select(static task => (task.Key, task.Value)).Order());
    }
}
