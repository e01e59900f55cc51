using ScalingSdk.Hardware.Memory;
using ScalingSdk.Quantities.Units;

namespace ScalingSdk.Specs;

/// <summary>The keys of the <c>training</c> section: a part of the table of <see cref="SpecKeys"/>.</summary>
internal static class TrainingKeys
{
    private static readonly List<SpecKey> Declared = [];

    public static readonly SpecKey SequenceLength = Add(new(
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

    public static readonly SpecKey BatchTokens = Add(new(
        "training",
        "batch_tokens",
        meaning: "tokens of one optimizer step, over all devices",
        example: "0.5M",
        moves: "batch, steps, learning rate",
        unit: Unit.Tokens,
        option: "--batch-tokens",
        leftOut: "the proposed batch",
        foreign: "tokens_per_batch tokens_per_step batch_size_tokens batch_size_in_tokens global_batch_tokens batch_size batch total_batch_size"));

    public static readonly SpecKey BatchSequences = Add(new(
        "training",
        "batch_sequences",
        meaning: "sequences of one optimizer step, over all devices; in place of `batch_tokens`",
        example: "512",
        moves: "batch, steps, learning rate",
        unit: Unit.Count,
        foreign: "global_batch_size train_batch_size batch_size batch total_batch_size"));

    public static readonly SpecKey Steps = Add(new(
        "training",
        "steps",
        meaning: "optimizer steps",
        example: "20000",
        moves: "data, compute, loss",
        unit: Unit.Count,
        leftOut: "`tokens` / batch",
        foreign: "max_steps num_steps n_steps train_steps training_steps num_train_steps total_steps max_iters train_iters num_iterations iterations max_iterations"));

    public static readonly SpecKey LearningRate = Add(new(
        "training",
        "learning_rate",
        meaning: "peak learning rate",
        example: "3e-4",
        moves: "learning rate",
        unit: Unit.Number,
        leftOut: "the plan proposes one",
        foreign: "lr max_lr peak_lr base_lr max_learning_rate peak_learning_rate eta"));

    public static readonly SpecKey Schedule = Add(new(
        "training",
        "schedule",
        meaning: "how the learning rate falls",
        example: "wsd",
        moves: "schedule",
        choices: LearningRateSchedules.Names,
        leftOut: "the plan proposes a cosine that ends with the run",
        foreign: "lr_schedule lr_scheduler lr_scheduler_type lr_decay_style learning_rate_schedule scheduler"));

    public static readonly SpecKey ScheduleTokens = Add(new(
        "training",
        "schedule_tokens",
        meaning: "tokens at which the schedule ends",
        example: "1.4T",
        moves: "schedule",
        unit: Unit.Tokens,
        leftOut: "the run's tokens",
        foreign: "decay_tokens lr_decay_tokens"));

    public static readonly SpecKey WarmupSteps = Add(new(
        "training",
        "warmup_steps",
        meaning: "steps over which the learning rate rises",
        example: "2000",
        moves: "schedule",
        unit: Unit.Count,
        allowsZero: true,
        leftOut: "the plan proposes it",
        foreign: "warmup warmup_iters num_warmup_steps lr_warmup_steps lr_warmup_iters warm_up_steps"));

    public static readonly SpecKey WeightDecay = Add(new(
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

    public static readonly SpecKey Dropout = Add(new(
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

    public static readonly SpecKey Parametrization = Add(new(
        "training",
        "parametrization",
        meaning: "how the learning rate depends on the model's width: chosen for the size (`standard`), or tuned on a narrow model and valid for wide ones (`mup`, `completep`)",
        example: "mup",
        moves: "learning rate",
        choices: TrainingChoices.Parametrizations,
        leftOut: "`standard`",
        foreign: "parameterization parametrisation parameterisation"));

    public static readonly SpecKey Start = Add(new(
        "training",
        "start",
        meaning: "the weights that training starts from",
        example: "pretrained",
        moves: "data verdict, optimum, loss, batch, learning rate",
        choices: TrainingChoices.Starts,
        leftOut: "`scratch`",
        foreign: "init_from start_from initialization"));

    public static readonly SpecKey Optimizer = Add(new(
        "training",
        "optimizer",
        meaning: "the optimizer: it sets the memory, and which learning rate is proposed",
        example: "muon",
        moves: "memory, learning rate",
        choices: OptimizerStates.Names,
        leftOut: "`adamw`, and the plan says so",
        foreign: "optim optimizer_type optimizer_name opt"));

    public static readonly SpecKey Precision = Add(new(
        "training",
        "precision",
        meaning: "precision of the matrix products: it sets peak and memory",
        example: "fp8",
        moves: "time, memory",
        choices: ["bf16", "fp16", "fp8", "fp32", "tf32", "fp4", "int8"],
        leftOut: "`bf16`",
        foreign: "dtype torch_dtype mixed_precision compute_dtype train_dtype"));

    public static readonly SpecKey MicroBatchSequences = Add(new(
        "training",
        "micro_batch_sequences",
        meaning: "sequences that one device processes at once",
        example: "4",
        moves: "memory",
        unit: Unit.Count,
        leftOut: "1",
        foreign: "micro_batch_size microbatch_size per_device_train_batch_size device_batch_size device_train_microbatch_size train_micro_batch_size_per_gpu"));

    public static readonly SpecKey Recomputation = Add(new(
        "training",
        "recomputation",
        meaning: "activations computed again in the backward pass: only attention's scores (`flash`), every second matrix product as in torchtitan (`selective`), all but a layer's input (`full`)",
        example: "full",
        moves: "memory",
        choices: ["none", "flash", "selective", "full"],
        leftOut: "the first of `flash`, `selective`, `full` that fits",
        foreign: "gradient_checkpointing activation_checkpointing recompute recompute_granularity checkpoint_activations"));

    public static readonly SpecKey ZeroStage = Add(new(
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

    public static readonly SpecKey TensorParallel = Add(new(
        "training",
        "tensor_parallel",
        meaning: "devices over which each matrix is split",
        example: "8",
        moves: "memory",
        unit: Unit.Count,
        maximum: 1e6,
        leftOut: "1",
        foreign: "tp tp_size tensor_parallel_size tensor_parallel_degree tensor_model_parallel_size"));

    public static readonly SpecKey PipelineParallel = Add(new(
        "training",
        "pipeline_parallel",
        meaning: "stages over which the layers are split",
        example: "4",
        moves: "memory",
        unit: Unit.Count,
        maximum: 1e6,
        leftOut: "1",
        foreign: "pp pp_size pipeline_parallel_size pipeline_parallel_degree pipeline_model_parallel_size"));

    public static readonly SpecKey SequenceParallel = Add(new(
        "training",
        "sequence_parallel",
        meaning: "norms and residuals are split over the tensor-parallel devices too",
        example: "off",
        moves: "memory",
        choices: ["on", "off"],
        leftOut: "`on` with `tensor_parallel`, and the plan says so",
        foreign: "sp"));

    public static readonly SpecKey ContextParallel = Add(new(
        "training",
        "context_parallel",
        meaning: "devices over which each sequence is split; the model's states are sharded over them too",
        example: "2",
        moves: "memory",
        unit: Unit.Count,
        maximum: 1e6,
        leftOut: "1",
        foreign: "cp cp_size context_parallel_size context_parallel_degree"));

    public static readonly SpecKey ExpertParallel = Add(new(
        "training",
        "expert_parallel",
        meaning: "copies over which the routed experts are spread",
        example: "8",
        moves: "memory",
        unit: Unit.Count,
        maximum: 1e6,
        leftOut: "1",
        foreign: "ep ep_size expert_parallel_size expert_model_parallel_size expert_parallel_degree"));

    public static readonly SpecKey VirtualPipeline = Add(new(
        "training",
        "virtual_pipeline",
        meaning: "model chunks of each pipeline device (interleaved schedule)",
        example: "2",
        moves: "memory",
        unit: Unit.Count,
        maximum: 1e3,
        leftOut: "1",
        foreign: "vpp virtual_pipeline_model_parallel_size"));

    public static readonly SpecKey ActivationOffload = Add(new(
        "training",
        "activation_offload",
        meaning: "activations are moved to the host until the backward pass",
        example: "on",
        moves: "memory",
        choices: ["on", "off"],
        leftOut: "`off`",
        foreign: "cpu_offload_activations activation_offloading"));

    public static readonly SpecKey Compile = Add(new(
        "training",
        "compile",
        meaning: "whether layers are compiled: the allocator then reserves 3 %, otherwise 8.5 %, and without it the activation of a gated feed-forward is kept too",
        example: "on",
        moves: "memory",
        choices: ["on", "off"],
        leftOut: "5 % is reserved; the activation is not kept",
        foreign: "torch_compile use_compile"));

    public static readonly SpecKey StatePrecision = Add(new(
        "training",
        "state_precision",
        meaning: "bytes of weights, gradients and states ([hardware.md](hardware.md))",
        example: "fp32",
        moves: "memory",
        choices: StateFormats.Names,
        leftOut: "by `precision`",
        foreign: "param_dtype master_dtype"));

    /// <summary>The keys, in the order of the documentation.</summary>
    public static IReadOnlyList<SpecKey> All => Declared;

    private static SpecKey Add(SpecKey key)
    {
        Declared.Add(key);
        return key;
    }
}
