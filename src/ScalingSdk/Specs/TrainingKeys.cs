using ScalingSdk.Hardware.Memory;
using ScalingSdk.Quantities.Units;

namespace ScalingSdk.Specs;

/// <summary>The keys of the <c>training</c> section: a part of the table of <see cref="SpecKeys"/>.</summary>
internal static class TrainingKeys
{
    private static readonly List<SpecKey> Declared = [];

    public static readonly SpecKey SequenceLength = Add(new("training", "sequence_length")
    {
        Meaning = "length of a training sequence",
        Example = "4096",
        Moves = "compute, batch, memory",
        Unit = Unit.Tokens,
        Maximum = 1e9,
        Option = "--sequence-length",
        LeftOut = "the model's `context_length`, never above 4096, and the plan says so",
        Foreign = "seq_len seq_length seqlen max_seq_len max_seq_length max_length block_size ctx_len context_length bptt",
    });

    public static readonly SpecKey BatchTokens = Add(new("training", "batch_tokens")
    {
        Meaning = "tokens of one optimizer step, over all devices",
        Example = "0.5M",
        Moves = "batch, steps, learning rate",
        Unit = Unit.Tokens,
        Option = "--batch-tokens",
        LeftOut = "the proposed batch",
        Foreign = "tokens_per_batch tokens_per_step batch_size_tokens batch_size_in_tokens global_batch_tokens batch_size batch total_batch_size",
    });

    public static readonly SpecKey BatchSequences = Add(new("training", "batch_sequences")
    {
        Meaning = "sequences of one optimizer step, over all devices; in place of `batch_tokens`",
        Example = "512",
        Moves = "batch, steps, learning rate",
        Unit = Unit.Count,
        Foreign = "global_batch_size train_batch_size batch_size batch total_batch_size",
    });

    public static readonly SpecKey Steps = Add(new("training", "steps")
    {
        Meaning = "optimizer steps",
        Example = "20000",
        Moves = "data, compute, loss",
        Unit = Unit.Count,
        LeftOut = "`tokens` / batch",
        Foreign = "max_steps num_steps n_steps train_steps training_steps num_train_steps total_steps max_iters train_iters num_iterations iterations max_iterations",
    });

    public static readonly SpecKey LearningRate = Add(new("training", "learning_rate")
    {
        Meaning = "peak learning rate",
        Example = "3e-4",
        Moves = "learning rate",
        Unit = Unit.Number,
        LeftOut = "the plan proposes one",
        Foreign = "lr max_lr peak_lr base_lr max_learning_rate peak_learning_rate eta",
    });

    public static readonly SpecKey Schedule = Add(new("training", "schedule")
    {
        Meaning = "how the learning rate falls",
        Example = "wsd",
        Moves = "schedule",
        Choices = LearningRateSchedules.Names,
        LeftOut = "the plan proposes a cosine that ends with the run",
        Foreign = "lr_schedule lr_scheduler lr_scheduler_type lr_decay_style learning_rate_schedule scheduler",
    });

    public static readonly SpecKey ScheduleTokens = Add(new("training", "schedule_tokens")
    {
        Meaning = "where the schedule ends",
        Example = "1.4T",
        Moves = "schedule",
        Unit = Unit.Tokens,
        LeftOut = "the run's tokens",
        Foreign = "decay_tokens lr_decay_tokens",
    });

    public static readonly SpecKey WarmupSteps = Add(new("training", "warmup_steps")
    {
        Meaning = "steps over which the learning rate rises",
        Example = "2000",
        Moves = "schedule",
        Unit = Unit.Count,
        AllowsZero = true,
        LeftOut = "the plan proposes it",
        Foreign = "warmup warmup_iters num_warmup_steps lr_warmup_steps lr_warmup_iters warm_up_steps",
    });

    public static readonly SpecKey WeightDecay = Add(new("training", "weight_decay")
    {
        Meaning = "decoupled weight decay of AdamW",
        Example = "0.1",
        Moves = "data verdict, weight decay",
        Unit = Unit.Number,
        AllowsZero = true,
        Maximum = 10,
        LeftOut = "the plan proposes one",
        Foreign = "wd adam_weight_decay l2_decay",
    });

    public static readonly SpecKey Dropout = Add(new("training", "dropout")
    {
        Meaning = "share of activations that training sets to zero",
        Example = "0.1",
        Moves = "data verdict, memory",
        Unit = Unit.Fraction,
        AllowsZero = true,
        Maximum = 0.99,
        LeftOut = "the plan proposes one",
        Foreign = "dropout_rate dropout_p drop_rate dropout_prob resid_pdrop hidden_dropout hidden_dropout_prob",
    });

    public static readonly SpecKey Parametrization = Add(new("training", "parametrization")
    {
        Meaning = "how learning rates follow from the model's width: one rate for the size, or one of a narrow model that holds for wide ones",
        Example = "mup",
        Moves = "learning rate",
        Choices = TrainingChoices.Parametrizations,
        LeftOut = "`standard`",
        Foreign = "parameterization parametrisation parameterisation",
    });

    public static readonly SpecKey Start = Add(new("training", "start")
    {
        Meaning = "the weights that training starts from",
        Example = "pretrained",
        Moves = "data verdict, optimum, loss, batch, learning rate",
        Choices = TrainingChoices.Starts,
        LeftOut = "`scratch`",
        Foreign = "init_from start_from initialization",
    });

    public static readonly SpecKey Optimizer = Add(new("training", "optimizer")
    {
        Meaning = "the optimizer: it sets the memory",
        Example = "muon",
        Moves = "memory, learning rate",
        Choices = OptimizerStates.Names,
        LeftOut = "`adamw`, and the plan says so",
        Foreign = "optim optimizer_type optimizer_name opt",
    });

    public static readonly SpecKey Precision = Add(new("training", "precision")
    {
        Meaning = "precision of the matrix products: it sets peak and memory",
        Example = "fp8",
        Moves = "time, memory",
        Choices = ["bf16", "fp16", "fp8", "fp32", "tf32", "fp4", "int8"],
        LeftOut = "`bf16`",
        Foreign = "dtype torch_dtype mixed_precision compute_dtype train_dtype",
    });

    public static readonly SpecKey MicroBatchSequences = Add(new("training", "micro_batch_sequences")
    {
        Meaning = "sequences that one device processes at once",
        Example = "4",
        Moves = "memory",
        Unit = Unit.Count,
        LeftOut = "1",
        Foreign = "micro_batch_size microbatch_size per_device_train_batch_size device_batch_size device_train_microbatch_size train_micro_batch_size_per_gpu",
    });

    public static readonly SpecKey Recomputation = Add(new("training", "recomputation")
    {
        Meaning = "activations computed again in the backward pass: only attention's scores (`flash`), every second matrix product as in torchtitan (`selective`), all but a layer's input (`full`)",
        Example = "full",
        Moves = "memory",
        Choices = ["none", "flash", "selective", "full"],
        LeftOut = "the first of `flash`, `selective`, `full` that fits",
        Foreign = "gradient_checkpointing activation_checkpointing recompute recompute_granularity checkpoint_activations",
    });

    public static readonly SpecKey ZeroStage = Add(new("training", "zero_stage")
    {
        Meaning = "what the copies of the model share out: optimizer states, gradients, weights (FSDP is 3)",
        Example = "1",
        Moves = "memory",
        Unit = Unit.Count,
        AllowsZero = true,
        Maximum = 3,
        LeftOut = "3 on more than one device, and the plan says so",
        Foreign = "zero stage fsdp zero_optimization_stage",
    });

    public static readonly SpecKey TensorParallel = Add(new("training", "tensor_parallel")
    {
        Meaning = "devices over which each matrix is split",
        Example = "8",
        Moves = "memory",
        Unit = Unit.Count,
        Maximum = 1e6,
        LeftOut = "1",
        Foreign = "tp tp_size tensor_parallel_size tensor_parallel_degree tensor_model_parallel_size",
    });

    public static readonly SpecKey PipelineParallel = Add(new("training", "pipeline_parallel")
    {
        Meaning = "stages over which the layers are split",
        Example = "4",
        Moves = "memory",
        Unit = Unit.Count,
        Maximum = 1e6,
        LeftOut = "1",
        Foreign = "pp pp_size pipeline_parallel_size pipeline_parallel_degree pipeline_model_parallel_size",
    });

    public static readonly SpecKey SequenceParallel = Add(new("training", "sequence_parallel")
    {
        Meaning = "norms and residuals are split over the tensor-parallel devices too",
        Example = "off",
        Moves = "memory",
        Choices = ["on", "off"],
        LeftOut = "`on` with `tensor_parallel`, and the plan says so",
        Foreign = "sp",
    });

    public static readonly SpecKey ContextParallel = Add(new("training", "context_parallel")
    {
        Meaning = "devices over which each sequence is split; they share out the model's states with the copies",
        Example = "2",
        Moves = "memory",
        Unit = Unit.Count,
        Maximum = 1e6,
        LeftOut = "1",
        Foreign = "cp cp_size context_parallel_size context_parallel_degree",
    });

    public static readonly SpecKey ExpertParallel = Add(new("training", "expert_parallel")
    {
        Meaning = "copies over which the routed experts are spread",
        Example = "8",
        Moves = "memory",
        Unit = Unit.Count,
        Maximum = 1e6,
        LeftOut = "1",
        Foreign = "ep ep_size expert_parallel_size expert_model_parallel_size expert_parallel_degree",
    });

    public static readonly SpecKey VirtualPipeline = Add(new("training", "virtual_pipeline")
    {
        Meaning = "model chunks of each pipeline device (interleaved schedule)",
        Example = "2",
        Moves = "memory",
        Unit = Unit.Count,
        Maximum = 1e3,
        LeftOut = "1",
        Foreign = "vpp virtual_pipeline_model_parallel_size",
    });

    public static readonly SpecKey ActivationOffload = Add(new("training", "activation_offload")
    {
        Meaning = "what layers keep is moved to the host until the backward pass",
        Example = "on",
        Moves = "memory",
        Choices = ["on", "off"],
        LeftOut = "`off`",
        Foreign = "cpu_offload_activations activation_offloading",
    });

    public static readonly SpecKey Compile = Add(new("training", "compile")
    {
        Meaning = "layers are compiled: what the allocator reserves (3 %, 8.5 %)",
        Example = "on",
        Moves = "memory",
        Choices = ["on", "off"],
        LeftOut = "5 % is reserved",
        Foreign = "torch_compile use_compile",
    });

    public static readonly SpecKey StatePrecision = Add(new("training", "state_precision")
    {
        Meaning = "bytes of weights, gradients and states ([hardware.md](hardware.md))",
        Example = "fp32",
        Moves = "memory",
        Choices = StateFormats.Names,
        LeftOut = "by `precision`",
        Foreign = "param_dtype master_dtype",
    });

    /// <summary>The keys, in the order of the documentation.</summary>
    public static IReadOnlyList<SpecKey> All => Declared;

    private static SpecKey Add(SpecKey key)
    {
        Declared.Add(key);
        return key;
    }
}
