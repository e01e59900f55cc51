namespace ScalingStudy.Tests;

/// <summary>A test that needs Slurm: skipped, with the reason, where it cannot be started.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SlurmFactAttribute : FactAttribute
{
    public SlurmFactAttribute() => Skip = SlurmCluster.WhyNot;
}
