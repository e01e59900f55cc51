using ScalingSdk.Quantities.Units;

namespace ScalingSdk.Specs;

/// <summary>The table of keys: every key of a spec but the dimensions of a model, which <c>ModelKeys</c> has.</summary>
internal static class SpecKeys
{
    private static readonly List<SpecKey> Declared = [];

    public static readonly SpecKey Config = Add(new(
        "model",
        "config",
        meaning: "a Hugging Face `config.json` or Meta `params.json`, as a path from the spec's folder",
        example: "config.json",
        moves: "size",
        foreign: "config_file config_path hf_config model_config"));

    public static readonly SpecKey Parameters = Add(new(
        "model",
        "parameters",
        meaning: "size of the model where its shape is not known; with dimensions or a `config`, a check of their count",
        example: "7B",
        moves: "size",
        unit: Unit.Parameters,
        option: "--params",
        foreign: "params n_params num_params num_parameters parameter_count model_size size"));

    public static readonly SpecKey ActiveParameters = Add(new(
        "model",
        "active_parameters",
        meaning: "with `parameters`: the parameters that one token passes through, for a model with experts whose shape is not known",
        example: "3B",
        moves: "compute, loss",
        unit: Unit.Parameters,
        foreign: "active_params activated_params activated_parameters"));

    public static readonly SpecKey Tokens = Add(new(
        "data",
        "tokens",
        meaning: "tokens processed, over all epochs",
        example: "1.4T",
        moves: "data, compute, loss",
        unit: Unit.Tokens,
        option: "--tokens",
        leftOut: "from `unique_tokens` and `epochs`, from `training.steps` and the batch, from `budget`, otherwise the compute-optimal tokens are proposed",
        foreign: "total_tokens train_tokens training_tokens max_tokens num_tokens num_train_tokens token_budget"));

    public static readonly SpecKey UniqueTokens = Add(new(
        "data",
        "unique_tokens",
        meaning: "distinct tokens of the data set; a run may end before it has seen them all",
        example: "2B",
        moves: "data, loss",
        unit: Unit.Tokens,
        option: "--unique-tokens",
        leftOut: "assumed equal to `tokens`",
        foreign: "dataset_tokens data_tokens corpus_tokens num_unique_tokens dataset_size"));

    public static readonly SpecKey Epochs = Add(new(
        "data",
        "epochs",
        meaning: "passes over the unique tokens",
        example: "4",
        moves: "data, loss",
        unit: Unit.Number,
        option: "--epochs",
        leftOut: "`tokens` / `unique_tokens`",
        foreign: "num_epochs num_train_epochs train_epochs max_epochs n_epochs epoch epoch_count number_of_epochs"));

    // Here in the order of the documentation.
    private static readonly int AfterTraining = AddAll(TrainingKeys.All);

    public static readonly SpecKey Accelerator = Add(new(
        "hardware",
        "accelerator",
        meaning: "a device of [hardware.md](hardware.md), or a name for your own",
        example: "H100-SXM",
        moves: "time, cost, memory",
        option: "--gpus",
        leftOut: "the plan has no time and no cost",
        foreign: "gpu gpu_type gpu_name device device_type accelerator_type"));

    public static readonly SpecKey Count = Add(new(
        "hardware",
        "count",
        meaning: "how many devices",
        example: "8",
        moves: "time, memory",
        unit: Unit.Count,
        option: "--gpus",
        leftOut: "1, and the plan says so",
        foreign: "gpus num_gpus n_gpus ngpus gpu_count devices num_devices n_devices world_size accelerators"));

    public static readonly SpecKey Utilization = Add(new(
        "hardware",
        "utilization",
        meaning: "model FLOPs utilization: the share of the devices' dense peak that goes into the model's own FLOPs, counted with attention's causal half (`exact-causal`), or as 6 N D where the shape is not known",
        example: "40%",
        moves: "time, cost",
        unit: Unit.Fraction,
        option: "--utilization",
        leftOut: "a band from published runs, and the plan says so",
        foreign: "mfu model_flops_utilization efficiency"));

    public static readonly SpecKey PricePerHour = Add(new(
        "hardware",
        "price_per_hour",
        meaning: "price of one device-hour, in USD",
        example: "2.5",
        moves: "cost",
        unit: Unit.HourlyPrice,
        option: "--price-per-hour",
        leftOut: "no cost",
        foreign: "price gpu_price hourly_price price_per_gpu_hour cost_per_hour cost_per_gpu_hour"));

    public static readonly SpecKey PeakFlops = Add(new(
        "hardware",
        "peak_flops",
        meaning: "dense peak of your own device at the run's precision",
        example: "989 TFLOP/s",
        moves: "time, cost",
        unit: Unit.FlopRate,
        foreign: "peak flops_per_second peak_flops_per_gpu tflops peak_tflops"));

    public static readonly SpecKey Memory = Add(new(
        "hardware",
        "memory",
        meaning: "memory of one of your own devices",
        example: "80 GB",
        moves: "memory",
        unit: Unit.Bytes,
        foreign: "vram gpu_memory hbm device_memory"));

    public static readonly SpecKey Power = Add(new(
        "hardware",
        "power",
        meaning: "power of one of your own devices",
        example: "700 W",
        moves: "energy",
        unit: Unit.Power,
        leftOut: "no energy",
        foreign: "watts tdp gpu_power"));

    public static readonly SpecKey BudgetFlops = Add(new(
        "budget",
        "flops",
        meaning: "training compute to spend",
        example: "1e21",
        moves: "size, data, compute",
        unit: Unit.Flops,
        option: "--flops",
        foreign: "compute train_flops training_flops total_flops"));

    public static readonly SpecKey BudgetTime = Add(new(
        "budget",
        "time",
        meaning: "time to spend on the hardware",
        example: "3d",
        moves: "size, data, compute",
        unit: Unit.Duration,
        option: "--time",
        foreign: "duration wall_time train_time"));

    public static readonly SpecKey BudgetCost = Add(new(
        "budget",
        "cost",
        meaning: "money to spend, at `hardware.price_per_hour`",
        example: "2000USD",
        moves: "size, data, compute",
        unit: Unit.Money,
        option: "--budget",
        foreign: "money usd dollars"));

    public static readonly SpecKey TargetLoss = Add(new(
        "budget",
        "target_loss",
        meaning: "loss to reach, in nats per token of the allocation law: the plan finds the cheapest run",
        example: "2.1",
        moves: "size, data, compute",
        unit: Unit.Number,
        option: "--target-loss",
        foreign: "loss target val_loss"));

    public static readonly SpecKey LimitFlops = Add(new(
        "limits",
        "flops",
        meaning: "the most compute that the run may take: checked, never spent",
        example: "1e22",
        moves: "findings",
        unit: Unit.Flops,
        foreign: "max_flops max_compute"));

    public static readonly SpecKey LimitTime = Add(new(
        "limits",
        "time",
        meaning: "the most time that the run may take",
        example: "7d",
        moves: "findings",
        unit: Unit.Duration,
        foreign: "max_time deadline max_duration"));

    public static readonly SpecKey LimitCost = Add(new(
        "limits",
        "cost",
        meaning: "the most money that the run may cost",
        example: "5000USD",
        moves: "findings",
        unit: Unit.Money,
        foreign: "max_cost max_money"));

    public static readonly SpecKey LimitMemory = Add(new(
        "limits",
        "memory",
        meaning: "the most memory that one device may hold",
        example: "70 GB",
        moves: "findings",
        unit: Unit.Bytes,
        leftOut: "the accelerator's",
        foreign: "max_memory"));

    public static readonly SpecKey LifetimeTokens = Add(new(
        "inference",
        "lifetime_tokens",
        meaning: "tokens that the model reads and writes in use over its lifetime",
        example: "1T",
        moves: "inference",
        unit: Unit.Tokens,
        option: "--inference-tokens",
        leftOut: "use is not counted",
        foreign: "inference_tokens served_tokens"));

    public static readonly SpecKey WeightBits = Add(new(
        "inference",
        "weight_bits",
        meaning: "bits of a weight when the model is served",
        example: "4",
        moves: "inference",
        unit: Unit.Number,
        foreign: "bits quantization_bits quant_bits"));

    public static readonly SpecKey TrainingLoss = Add(new(
        "transfer",
        "training_loss",
        meaning: "a measured loss on the training distribution, in nats per token",
        example: "3.0",
        moves: "loss",
        unit: Unit.Number,
        foreign: "train_loss"));

    public static readonly SpecKey OtherLoss = Add(new(
        "transfer",
        "other_loss",
        meaning: "the loss of the same model on another distribution",
        example: "3.4",
        moves: "loss",
        unit: Unit.Number,
        foreign: "transfer_loss downstream_loss"));

    public static readonly SpecKey AllocationLaw = Add(new(
        "laws",
        "allocation",
        meaning: "the law of compute-optimal size and tokens, and of the loss; or a law fitted to your own runs, as a path: `\"my-runs.law.json\"` ([law-files.md](law-files.md))",
        example: "besiroglu-2024",
        moves: "size, data, loss",
        option: "--law",
        leftOut: "`besiroglu-2024`",
        foreign: "law loss"));

    public static readonly SpecKey BatchLaw = Add(new(
        "laws",
        "batch",
        meaning: "the law of the proposed batch",
        example: "deepseek-2024",
        moves: "batch",
        leftOut: "`step-law-2025`, at most Kaplan's critical batch; with experts `ling-2025`",
        foreign: "batch_size_law"));

    public static readonly SpecKey LearningRateLaw = Add(new(
        "laws",
        "learning_rate",
        meaning: "the law of the learning rate",
        example: "deepseek-2024",
        moves: "learning rate",
        leftOut: "the band of `published-rates`; with experts `ling-2025`"));

    public static readonly SpecKey RecipeLaw = Add(new(
        "laws",
        "recipe",
        meaning: "a published recipe: it sets tokens, batch, learning rate, decay and schedule together where they are not stated",
        example: "nanochat-2026",
        moves: "data, batch, learning rate",
        option: "--recipe",
        leftOut: "each question has its own law",
        foreign: "preset"));

    public static readonly SpecKey Moe = Add(new(
        "budget",
        "moe",
        meaning: "also propose models with experts for the compute: experts, granularity, active size and tokens by the laws of routed models",
        example: "on",
        moves: "a table of the plan",
        option: "--moe",
        choices: ["on", "off"],
        leftOut: "off",
        foreign: "routed mixture_of_experts"));

    /// <summary>Every key, in the order of the documentation.</summary>
    public static IReadOnlyList<SpecKey> All => Declared;

    /// <summary>The sections that have keys, in the order of the documentation.</summary>
    public static IReadOnlyCollection<string> Sections => NamesBySection.Keys;

    /// <summary>The names of a section's keys.</summary>
    public static IReadOnlyCollection<string> Of(string section) => NamesBySection.TryGetValue(section, out var names) ? names : [];

    /// <summary>The key of this section and name, or null.</summary>
    public static SpecKey? Find(string section, string name) => Declared.Find(key =>
        string.Equals(key.Section, section, StringComparison.Ordinal) && string.Equals(key.Name, name, StringComparison.Ordinal));

    private static readonly Dictionary<string, List<string>> NamesBySection = BySection();

    private static Dictionary<string, List<string>> BySection()
    {
        var names = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var key in Declared)
        {
            if (!names.TryGetValue(key.Section, out var known))
                names.Add(key.Section, known = []);
            known.Add(key.Name);
        }

        return names;
    }

    private static int AddAll(IReadOnlyList<SpecKey> keys)
    {
        Declared.AddRange(keys);
        return Declared.Count;
    }

    private static SpecKey Add(SpecKey key)
    {
        Declared.Add(key);
        return key;
    }
}
