using ScalingSdk.Diagnostics;
using ScalingSdk.Hardware;
using ScalingSdk.Hardware.Memory;
using ScalingSdk.Json;
using ScalingSdk.Quantities.Units;

namespace ScalingSdk.Specs;

/// <summary>The <c>training</c> section: sequence, batch, steps, learning rate and its schedule, precision, how the run is spread.</summary>
public sealed record TrainingSection
{
    internal static readonly string[] Keys =
    [
        "sequence_length", "batch_tokens", "batch_sequences", "steps", "learning_rate", "schedule", "schedule_tokens", "warmup_steps",
        "optimizer", "precision", "micro_batch_sequences", "recomputation", "zero_stage", "tensor_parallel", "pipeline_parallel",
        "sequence_parallel", "context_parallel", "expert_parallel", "virtual_pipeline", "activation_offload", "compile", "state_precision",
    ];

    /// <summary>Tokens of one training sequence.</summary>
    public Stated<double>? SequenceLength { get; init; }

    /// <summary>Tokens of one optimizer step.</summary>
    public Stated<double>? BatchTokens { get; init; }

    /// <summary>Sequences of one optimizer step.</summary>
    public Stated<double>? BatchSequences { get; init; }

    /// <summary>Optimizer steps.</summary>
    public Stated<double>? Steps { get; init; }

    /// <summary>Peak learning rate.</summary>
    public Stated<double>? LearningRate { get; init; }

    /// <summary>How the learning rate falls.</summary>
    public Stated<LearningRateSchedule>? Schedule { get; init; }

    /// <summary>Tokens at which the schedule ends.</summary>
    public Stated<double>? ScheduleTokens { get; init; }

    /// <summary>Steps over which the learning rate rises.</summary>
    public Stated<double>? WarmupSteps { get; init; }

    /// <summary>The optimizer.</summary>
    public Stated<Optimizer>? Optimizer { get; init; }

    /// <summary>The precision of the matrix products.</summary>
    public Stated<Precision>? Precision { get; init; }

    /// <summary>Sequences that one device processes at once.</summary>
    public Stated<double>? MicroBatchSequences { get; init; }

    /// <summary>What is computed again in the backward pass.</summary>
    public Stated<Recomputation>? Recomputation { get; init; }

    /// <summary>What the copies of the model share out, 0 to 3.</summary>
    public Stated<double>? ZeroStage { get; init; }

    /// <summary>Devices over which each matrix is split.</summary>
    public Stated<double>? TensorParallel { get; init; }

    /// <summary>Stages over which the layers are split.</summary>
    public Stated<double>? PipelineParallel { get; init; }

    /// <summary>True where norms and residuals are split over the tensor-parallel devices too.</summary>
    public Stated<bool>? SequenceParallel { get; init; }

    /// <summary>Devices over which each sequence is split.</summary>
    public Stated<double>? ContextParallel { get; init; }

    /// <summary>Copies over which the routed experts are spread.</summary>
    public Stated<double>? ExpertParallel { get; init; }

    /// <summary>Model chunks of each pipeline device under the interleaved schedule.</summary>
    public Stated<double>? VirtualPipeline { get; init; }

    /// <summary>True where activations are moved to the host until the backward pass.</summary>
    public Stated<bool>? ActivationOffload { get; init; }

    /// <summary>True where layers are compiled.</summary>
    public Stated<bool>? Compile { get; init; }

    /// <summary>Bytes of weights, gradients and states.</summary>
    public Stated<StateFormat>? StatePrecision { get; init; }

    internal static TrainingSection Read(JsonObject section, List<ReadingProblem> problems)
    {
        var reader = new SectionReader(section, "training", Keys, problems);
        var training = new TrainingSection
        {
            SequenceLength = reader.Quantity("sequence_length", Unit.Tokens, maximum: 1e9),
            BatchTokens = reader.Quantity("batch_tokens", Unit.Tokens),
            BatchSequences = reader.Quantity("batch_sequences", Unit.Count),
            Steps = reader.Quantity("steps", Unit.Count),
            LearningRate = reader.Quantity("learning_rate", Unit.Number),
            Schedule = reader.Choice("schedule", LearningRateSchedules.Find, LearningRateSchedules.Names),
            ScheduleTokens = reader.Quantity("schedule_tokens", Unit.Tokens),
            WarmupSteps = reader.Quantity("warmup_steps", Unit.Count, allowZero: true),
            Optimizer = reader.Choice("optimizer", OptimizerStates.Find, OptimizerStates.Names),
            Precision = reader.Choice("precision", Precisions.Find, Precisions.Names),
            MicroBatchSequences = reader.Quantity("micro_batch_sequences", Unit.Count),
            Recomputation = reader.Choice("recomputation", FindRecomputation, ["none", "flash", "selective", "full"]),
            ZeroStage = reader.Quantity("zero_stage", Unit.Count, allowZero: true, maximum: 3),
            TensorParallel = reader.Quantity("tensor_parallel", Unit.Count, maximum: 1e6),
            PipelineParallel = reader.Quantity("pipeline_parallel", Unit.Count, maximum: 1e6),
            SequenceParallel = reader.Choice("sequence_parallel", FindSwitch, Switches),
            ContextParallel = reader.Quantity("context_parallel", Unit.Count, maximum: 1e6),
            ExpertParallel = reader.Quantity("expert_parallel", Unit.Count, maximum: 1e6),
            VirtualPipeline = reader.Quantity("virtual_pipeline", Unit.Count, maximum: 1e3),
            ActivationOffload = reader.Choice("activation_offload", FindSwitch, Switches),
            Compile = reader.Choice("compile", FindSwitch, Switches),
            StatePrecision = reader.Choice("state_precision", StateFormats.Find, StateFormats.Names),
        };
        return training;
    }

    private static readonly string[] Switches = ["on", "off"];

    private static bool? FindSwitch(string name) => name.Trim().ToUpperInvariant() switch { "ON" => true, "OFF" => false, _ => null };

    private static Recomputation? FindRecomputation(string name) => name.Trim().ToUpperInvariant() switch
    {
        "NONE" => Hardware.Memory.Recomputation.None,
        "FLASH" => Hardware.Memory.Recomputation.Flash,
        "SELECTIVE" => Hardware.Memory.Recomputation.Selective,
        "FULL" => Hardware.Memory.Recomputation.Full,
        _ => null,
    };
}
