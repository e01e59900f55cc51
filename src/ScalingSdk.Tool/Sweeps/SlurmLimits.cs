namespace ScalingSdk.Tool.Sweeps;

/// <summary>What one task of the array may take: Slurm's own words for time and memory.</summary>
internal sealed record SlurmLimits(string? Time, string? Memory, int Accelerators, int AtATime);
