using ScalingSdk.Diagnostics;
using ScalingSdk.Hardware;
using ScalingSdk.Hardware.Memory;
using ScalingSdk.Json;

namespace ScalingSdk.Specs;

/// <summary>The <c>training</c> section: sequence, batch, steps, learning rate and its schedule, precision, how the run is spread.</summary>
public sealed record TrainingSection
{
    internal TrainingSection()
    {
    }

    private TrainingSection(SectionReader reader)
    {
        SequenceLength = reader.Quantity(TrainingKeys.SequenceLength);
        BatchTokens = reader.Quantity(TrainingKeys.BatchTokens);
        BatchSequences = reader.Quantity(TrainingKeys.BatchSequences);
        Steps = reader.Quantity(TrainingKeys.Steps);
        LearningRate = reader.Quantity(TrainingKeys.LearningRate);
        Schedule = reader.Choice(TrainingKeys.Schedule, LearningRateSchedules.Find);
        ScheduleTokens = reader.Quantity(TrainingKeys.ScheduleTokens);
        WarmupSteps = reader.Quantity(TrainingKeys.WarmupSteps);
        WeightDecay = reader.Quantity(TrainingKeys.WeightDecay);
        Dropout = reader.Quantity(TrainingKeys.Dropout);
        Parametrization = reader.Choice(TrainingKeys.Parametrization, TrainingChoices.FindParametrization);
        Start = reader.Choice(TrainingKeys.Start, TrainingChoices.FindStart);
        Optimizer = reader.Choice(TrainingKeys.Optimizer, OptimizerStates.Find);
        Precision = reader.Choice(TrainingKeys.Precision, Precisions.Find);
        MicroBatchSequences = reader.Quantity(TrainingKeys.MicroBatchSequences);
        Recomputation = reader.Choice(TrainingKeys.Recomputation, FindRecomputation);
        ZeroStage = reader.Quantity(TrainingKeys.ZeroStage);
        TensorParallel = reader.Quantity(TrainingKeys.TensorParallel);
        PipelineParallel = reader.Quantity(TrainingKeys.PipelineParallel);
        SequenceParallel = reader.Choice(TrainingKeys.SequenceParallel, FindSwitch);
        ContextParallel = reader.Quantity(TrainingKeys.ContextParallel);
        ExpertParallel = reader.Quantity(TrainingKeys.ExpertParallel);
        VirtualPipeline = reader.Quantity(TrainingKeys.VirtualPipeline);
        ActivationOffload = reader.Choice(TrainingKeys.ActivationOffload, FindSwitch);
        Compile = reader.Choice(TrainingKeys.Compile, FindSwitch);
        StatePrecision = reader.Choice(TrainingKeys.StatePrecision, StateFormats.Find);
    }

    /// <summary>Tokens of one training sequence.</summary>
    public Stated<double>? SequenceLength { get; }

    /// <summary>Tokens of one optimizer step.</summary>
    public Stated<double>? BatchTokens { get; }

    /// <summary>Sequences of one optimizer step.</summary>
    public Stated<double>? BatchSequences { get; }

    /// <summary>Optimizer steps.</summary>
    public Stated<double>? Steps { get; init; }

    /// <summary>Peak learning rate.</summary>
    public Stated<double>? LearningRate { get; }

    /// <summary>How the learning rate falls.</summary>
    public Stated<LearningRateSchedule>? Schedule { get; }

    /// <summary>Tokens at which the schedule ends.</summary>
    public Stated<double>? ScheduleTokens { get; }

    /// <summary>Steps over which the learning rate rises.</summary>
    public Stated<double>? WarmupSteps { get; }

    /// <summary>Decoupled weight decay.</summary>
    public Stated<double>? WeightDecay { get; }

    /// <summary>The share of activations that training sets to zero, 0 to 1.</summary>
    public Stated<double>? Dropout { get; }

    /// <summary>How learning rates follow from the width.</summary>
    public Stated<Parametrization>? Parametrization { get; }

    /// <summary>The weights that training starts from.</summary>
    public Stated<TrainingStart>? Start { get; }

    /// <summary>The optimizer.</summary>
    public Stated<Optimizer>? Optimizer { get; }

    /// <summary>The precision of the matrix products.</summary>
    public Stated<Precision>? Precision { get; }

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
    public Stated<double>? VirtualPipeline { get; }

    /// <summary>True where activations are moved to the host until the backward pass.</summary>
    public Stated<bool>? ActivationOffload { get; }

    /// <summary>True where layers are compiled.</summary>
    public Stated<bool>? Compile { get; }

    /// <summary>Bytes of weights, gradients and states.</summary>
    public Stated<StateFormat>? StatePrecision { get; }

    /// <summary>True where the spec says how model, sequences, layers or experts are split over devices.</summary>
    internal bool IsSplit => (TensorParallel ?? PipelineParallel ?? ContextParallel ?? ExpertParallel ?? VirtualPipeline) is not null;

    internal static TrainingSection Read(JsonObject section, List<ReadingProblem> problems) => new(SectionReader.Of("training", section, problems));

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
