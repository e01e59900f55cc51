using ScalingSdk.Diagnostics;
using ScalingSdk.Hardware;
using ScalingSdk.Hardware.Memory;
using ScalingSdk.Json;
using ScalingSdk.Quantities.Units;

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

/// <summary>The keys of the <c>training</c> section.</summary>
internal static class TrainingKeys
{
    private static readonly KeyTable Table = new();

    public static readonly SpecKey SequenceLength = Table.Add(new(
        "training",
        "sequence_length",
        meaning: "length of a training sequence",
        example: "4096",
        moves: "compute, batch, memory",
        unit: Unit.Tokens,
        maximum: 1e9,
        option: "--sequence-length",
        leftOut: "the model's `context_length`, never above 4096, and the plan says so",
        foreign: "seq_len seq_length seqlen max_seq_len max_seq_length max_length block_size ctx_len context_length bptt"));

    public static readonly SpecKey BatchTokens = Table.Add(new(
        "training",
        "batch_tokens",
        meaning: "tokens of one optimizer step, over all devices",
        example: "0.5M",
        moves: "batch, steps, learning rate",
        unit: Unit.Tokens,
        option: "--batch-tokens",
        leftOut: "the proposed batch",
        foreign: "tokens_per_batch tokens_per_step batch_size_tokens batch_size_in_tokens global_batch_tokens batch_size batch total_batch_size"));

    public static readonly SpecKey BatchSequences = Table.Add(new(
        "training",
        "batch_sequences",
        meaning: "sequences of one optimizer step, over all devices; in place of `batch_tokens`",
        example: "512",
        moves: "batch, steps, learning rate",
        unit: Unit.Count,
        foreign: "global_batch_size train_batch_size batch_size batch total_batch_size"));

    public static readonly SpecKey Steps = Table.Add(new(
        "training",
        "steps",
        meaning: "optimizer steps",
        example: "20000",
        moves: "data, compute, loss",
        unit: Unit.Count,
        leftOut: "`tokens` / batch",
        foreign: "max_steps num_steps n_steps train_steps training_steps num_train_steps total_steps max_iters train_iters num_iterations iterations max_iterations"));

    public static readonly SpecKey LearningRate = Table.Add(new(
        "training",
        "learning_rate",
        meaning: "peak learning rate",
        example: "3e-4",
        moves: "learning rate",
        unit: Unit.Number,
        leftOut: "the plan proposes one",
        foreign: "lr max_lr peak_lr base_lr max_learning_rate peak_learning_rate eta"));

    public static readonly SpecKey Schedule = Table.Add(new(
        "training",
        "schedule",
        meaning: "how the learning rate falls",
        example: "wsd",
        moves: "schedule",
        choices: LearningRateSchedules.Names,
        leftOut: "the plan proposes a cosine that ends with the run",
        foreign: "lr_schedule lr_scheduler lr_scheduler_type lr_decay_style learning_rate_schedule scheduler"));

    public static readonly SpecKey ScheduleTokens = Table.Add(new(
        "training",
        "schedule_tokens",
        meaning: "tokens at which the schedule ends",
        example: "1.4T",
        moves: "schedule",
        unit: Unit.Tokens,
        leftOut: "the run's tokens",
        foreign: "decay_tokens lr_decay_tokens"));

    public static readonly SpecKey WarmupSteps = Table.Add(new(
        "training",
        "warmup_steps",
        meaning: "steps over which the learning rate rises",
        example: "2000",
        moves: "schedule",
        unit: Unit.Count,
        allowsZero: true,
        leftOut: "the plan proposes it",
        foreign: "warmup warmup_iters num_warmup_steps lr_warmup_steps lr_warmup_iters warm_up_steps"));

    public static readonly SpecKey WeightDecay = Table.Add(new(
        "training",
        "weight_decay",
        meaning: "decoupled weight decay of AdamW",
        example: "0.1",
        moves: "data verdict, weight decay",
        unit: Unit.Number,
        allowsZero: true,
        maximum: 10,
        leftOut: "the plan proposes one",
        foreign: "wd adam_weight_decay l2_decay"));

    public static readonly SpecKey Dropout = Table.Add(new(
        "training",
        "dropout",
        meaning: "share of activations that training sets to zero",
        example: "0.1",
        moves: "data verdict, memory",
        unit: Unit.Fraction,
        allowsZero: true,
        maximum: 0.99,
        leftOut: "the plan proposes one",
        foreign: "dropout_rate dropout_p drop_rate dropout_prob resid_pdrop hidden_dropout hidden_dropout_prob"));

    public static readonly SpecKey Parametrization = Table.Add(new(
        "training",
        "parametrization",
        meaning: "how the learning rate depends on the model's width: chosen for the size (`standard`), or tuned on a narrow model and valid for wide ones (`mup`, `completep`)",
        example: "mup",
        moves: "learning rate",
        choices: TrainingChoices.Parametrizations,
        leftOut: "`standard`",
        foreign: "parameterization parametrisation parameterisation"));

    public static readonly SpecKey Start = Table.Add(new(
        "training",
        "start",
        meaning: "the weights that training starts from",
        example: "pretrained",
        moves: "data verdict, optimum, loss, batch, learning rate",
        choices: TrainingChoices.Starts,
        leftOut: "`scratch`",
        foreign: "init_from start_from initialization"));

    public static readonly SpecKey Optimizer = Table.Add(new(
        "training",
        "optimizer",
        meaning: "the optimizer: it sets the memory, and which learning rate is proposed",
        example: "muon",
        moves: "memory, learning rate",
        choices: OptimizerStates.Names,
        leftOut: "`adamw`, and the plan says so",
        foreign: "optim optimizer_type optimizer_name opt"));

    public static readonly SpecKey Precision = Table.Add(new(
        "training",
        "precision",
        meaning: "precision of the matrix products: it sets peak and memory",
        example: "fp8",
        moves: "time, memory",
        choices: ["bf16", "fp16", "fp8", "fp32", "tf32", "fp4", "int8"],
        leftOut: "`bf16`",
        foreign: "dtype torch_dtype mixed_precision compute_dtype train_dtype"));

    public static readonly SpecKey MicroBatchSequences = Table.Add(new(
        "training",
        "micro_batch_sequences",
        meaning: "sequences that one device processes at once",
        example: "4",
        moves: "memory",
        unit: Unit.Count,
        leftOut: "1",
        foreign: "micro_batch_size microbatch_size per_device_train_batch_size device_batch_size device_train_microbatch_size train_micro_batch_size_per_gpu"));

    public static readonly SpecKey Recomputation = Table.Add(new(
        "training",
        "recomputation",
        meaning: "activations computed again in the backward pass: only attention's scores (`flash`), every second matrix product as in torchtitan (`selective`), all but a layer's input (`full`)",
        example: "full",
        moves: "memory",
        choices: ["none", "flash", "selective", "full"],
        leftOut: "the first of `flash`, `selective`, `full` that fits",
        foreign: "gradient_checkpointing activation_checkpointing recompute recompute_granularity checkpoint_activations"));

    public static readonly SpecKey ZeroStage = Table.Add(new(
        "training",
        "zero_stage",
        meaning: "what is sharded over the copies of the model: nothing (0), optimizer states (1), also gradients (2), also weights (3, FSDP)",
        example: "1",
        moves: "memory",
        unit: Unit.Count,
        allowsZero: true,
        maximum: 3,
        leftOut: "3 on more than one device, and the plan says so",
        foreign: "zero stage fsdp zero_optimization_stage"));

    public static readonly SpecKey TensorParallel = Table.Add(new(
        "training",
        "tensor_parallel",
        meaning: "devices over which each matrix is split",
        example: "8",
        moves: "memory",
        unit: Unit.Count,
        maximum: 1e6,
        leftOut: "1",
        foreign: "tp tp_size tensor_parallel_size tensor_parallel_degree tensor_model_parallel_size"));

    public static readonly SpecKey PipelineParallel = Table.Add(new(
        "training",
        "pipeline_parallel",
        meaning: "stages over which the layers are split",
        example: "4",
        moves: "memory",
        unit: Unit.Count,
        maximum: 1e6,
        leftOut: "1",
        foreign: "pp pp_size pipeline_parallel_size pipeline_parallel_degree pipeline_model_parallel_size"));

    public static readonly SpecKey SequenceParallel = Table.Add(new(
        "training",
        "sequence_parallel",
        meaning: "norms and residuals are split over the tensor-parallel devices too",
        example: "off",
        moves: "memory",
        choices: ["on", "off"],
        leftOut: "`on` with `tensor_parallel`, and the plan says so",
        foreign: "sp"));

    public static readonly SpecKey ContextParallel = Table.Add(new(
        "training",
        "context_parallel",
        meaning: "devices over which each sequence is split; the model's states are sharded over them too",
        example: "2",
        moves: "memory",
        unit: Unit.Count,
        maximum: 1e6,
        leftOut: "1",
        foreign: "cp cp_size context_parallel_size context_parallel_degree"));

    public static readonly SpecKey ExpertParallel = Table.Add(new(
        "training",
        "expert_parallel",
        meaning: "copies over which the routed experts are spread",
        example: "8",
        moves: "memory",
        unit: Unit.Count,
        maximum: 1e6,
        leftOut: "1",
        foreign: "ep ep_size expert_parallel_size expert_model_parallel_size expert_parallel_degree"));

    public static readonly SpecKey VirtualPipeline = Table.Add(new(
        "training",
        "virtual_pipeline",
        meaning: "model chunks of each pipeline device (interleaved schedule)",
        example: "2",
        moves: "memory",
        unit: Unit.Count,
        maximum: 1e3,
        leftOut: "1",
        foreign: "vpp virtual_pipeline_model_parallel_size"));

    public static readonly SpecKey ActivationOffload = Table.Add(new(
        "training",
        "activation_offload",
        meaning: "activations are moved to the host until the backward pass",
        example: "on",
        moves: "memory",
        choices: ["on", "off"],
        leftOut: "`off`",
        foreign: "cpu_offload_activations activation_offloading"));

    public static readonly SpecKey Compile = Table.Add(new(
        "training",
        "compile",
        meaning: "whether layers are compiled: the allocator then reserves 3 %, otherwise 8.5 %, and without it the activation of a gated feed-forward is kept too",
        example: "on",
        moves: "memory",
        choices: ["on", "off"],
        leftOut: "5 % is reserved; the activation is not kept",
        foreign: "torch_compile use_compile"));

    public static readonly SpecKey StatePrecision = Table.Add(new(
        "training",
        "state_precision",
        meaning: "bytes of weights, gradients and states ([hardware.md](hardware.md))",
        example: "fp32",
        moves: "memory",
        choices: StateFormats.Names,
        leftOut: "by `precision`",
        foreign: "param_dtype master_dtype"));

    public static IReadOnlyList<SpecKey> All => Table.Keys;
}
