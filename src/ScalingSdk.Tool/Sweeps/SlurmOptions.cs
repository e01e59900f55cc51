namespace ScalingSdk.Tool.Sweeps;

/// <summary>What the command line says of the tasks; null leaves it to the plan of each run.</summary>
/// <param name="Time">The time limit of all tasks, in Slurm's words.</param>
/// <param name="Memory">The memory of all tasks, in Slurm's words.</param>
/// <param name="Accelerators">The accelerators of all tasks; 0 where the devices of the plan are none to Slurm.</param>
/// <param name="TimeFactor">The time limit over the planned time.</param>
/// <param name="AtATime">How many tasks run at a time; null is as many as Slurm starts.</param>
internal sealed record SlurmOptions(string? Time, string? Memory, int? Accelerators, double TimeFactor, int? AtATime);
