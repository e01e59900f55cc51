using ScalingSdk.Quantities.Units;

namespace ScalingSdk.Specs;

/// <summary>The table of keys: every key of a spec but the dimensions of a model, which <c>ModelKeys</c> has.</summary>
internal static class SpecKeys
{
    private static readonly List<SpecKey> Declared = [];

    public static readonly SpecKey Config = Add(new("model", "config")
    {
        Meaning = "a Hugging Face `config.json` or Meta `params.json`, as a path from the spec's folder",
        Example = "config.json",
        Moves = "size",
        Foreign = "config_file config_path hf_config model_config",
    });

    public static readonly SpecKey Parameters = Add(new("model", "parameters")
    {
        Meaning = "size of the model, where its shape is not known; beside dimensions or a `config` a check",
        Example = "7B",
        Moves = "size",
        Unit = Unit.Parameters,
        Option = "--params",
        Foreign = "params n_params num_params num_parameters parameter_count model_size size",
    });

    public static readonly SpecKey ActiveParameters = Add(new("model", "active_parameters")
    {
        Meaning = "beside `parameters`: what one token passes through in a model of experts whose shape is not known",
        Example = "3B",
        Moves = "compute, loss",
        Unit = Unit.Parameters,
        Foreign = "active_params activated_params activated_parameters",
    });

    public static readonly SpecKey Tokens = Add(new("data", "tokens")
    {
        Meaning = "tokens processed, over all epochs",
        Example = "1.4T",
        Moves = "data, compute, loss",
        Unit = Unit.Tokens,
        Option = "--tokens",
        LeftOut = "from `unique_tokens` and `epochs`, from `training.steps` and the batch, from `budget`, else the compute-optimal tokens are proposed",
        Foreign = "total_tokens train_tokens training_tokens max_tokens num_tokens num_train_tokens token_budget",
    });

    public static readonly SpecKey UniqueTokens = Add(new("data", "unique_tokens")
    {
        Meaning = "distinct tokens of the data set; a run may end before it has seen them all",
        Example = "2B",
        Moves = "data, loss",
        Unit = Unit.Tokens,
        Option = "--unique-tokens",
        LeftOut = "taken to equal `tokens`, and the plan says so",
        Foreign = "dataset_tokens data_tokens corpus_tokens num_unique_tokens dataset_size",
    });

    public static readonly SpecKey Epochs = Add(new("data", "epochs")
    {
        Meaning = "passes over the unique tokens",
        Example = "4",
        Moves = "data, loss",
        Unit = Unit.Number,
        Option = "--epochs",
        LeftOut = "`tokens` / `unique_tokens`",
        Foreign = "num_epochs num_train_epochs train_epochs max_epochs n_epochs epoch epoch_count number_of_epochs",
    });

    // Here in the order of the documentation.
    private static readonly int AfterTraining = AddAll(TrainingKeys.All);

    public static readonly SpecKey Accelerator = Add(new("hardware", "accelerator")
    {
        Meaning = "a device of [hardware.md](hardware.md), or the name of your own",
        Example = "H100-SXM",
        Moves = "time, cost, memory",
        Option = "--gpus",
        LeftOut = "no time and cost in the plan",
        Foreign = "gpu gpu_type gpu_name device device_type accelerator_type",
    });

    public static readonly SpecKey Count = Add(new("hardware", "count")
    {
        Meaning = "how many devices",
        Example = "8",
        Moves = "time, memory",
        Unit = Unit.Count,
        Option = "--gpus",
        LeftOut = "1, and the plan says so",
        Foreign = "gpus num_gpus n_gpus ngpus gpu_count devices num_devices n_devices world_size accelerators",
    });

    public static readonly SpecKey Utilization = Add(new("hardware", "utilization")
    {
        Meaning = "model FLOPs utilization: the share of the devices' peak that the run reaches",
        Example = "40%",
        Moves = "time, cost",
        Unit = Unit.Fraction,
        Option = "--utilization",
        LeftOut = "a band from published runs, and the plan says so",
        Foreign = "mfu model_flops_utilization efficiency",
    });

    public static readonly SpecKey PricePerHour = Add(new("hardware", "price_per_hour")
    {
        Meaning = "price of one device-hour, in USD",
        Example = "2.5",
        Moves = "cost",
        Unit = Unit.HourlyPrice,
        Option = "--price-per-hour",
        LeftOut = "no cost",
        Foreign = "price gpu_price hourly_price price_per_gpu_hour cost_per_hour cost_per_gpu_hour",
    });

    public static readonly SpecKey PeakFlops = Add(new("hardware", "peak_flops")
    {
        Meaning = "dense peak of your own device at the run's precision",
        Example = "989 TFLOP/s",
        Moves = "time, cost",
        Unit = Unit.FlopRate,
        Foreign = "peak flops_per_second peak_flops_per_gpu tflops peak_tflops",
    });

    public static readonly SpecKey Memory = Add(new("hardware", "memory")
    {
        Meaning = "memory of one of your own devices",
        Example = "80 GB",
        Moves = "memory",
        Unit = Unit.Bytes,
        Foreign = "vram gpu_memory hbm device_memory",
    });

    public static readonly SpecKey Power = Add(new("hardware", "power")
    {
        Meaning = "power of one of your own devices",
        Example = "700 W",
        Moves = "energy",
        Unit = Unit.Power,
        LeftOut = "no energy",
        Foreign = "watts tdp gpu_power",
    });

    public static readonly SpecKey BudgetFlops = Add(new("budget", "flops")
    {
        Meaning = "training compute to spend",
        Example = "1e21",
        Moves = "size, data, compute",
        Unit = Unit.Flops,
        Option = "--flops",
        Foreign = "compute train_flops training_flops total_flops",
    });

    public static readonly SpecKey BudgetTime = Add(new("budget", "time")
    {
        Meaning = "time on the hardware to spend",
        Example = "3d",
        Moves = "size, data, compute",
        Unit = Unit.Duration,
        Option = "--time",
        Foreign = "duration wall_time train_time",
    });

    public static readonly SpecKey BudgetCost = Add(new("budget", "cost")
    {
        Meaning = "money to spend, at `hardware.price_per_hour`",
        Example = "2000USD",
        Moves = "size, data, compute",
        Unit = Unit.Money,
        Option = "--budget",
        Foreign = "money usd dollars",
    });

    public static readonly SpecKey TargetLoss = Add(new("budget", "target_loss")
    {
        Meaning = "loss to reach, in nats per token of the allocation law: the plan finds the cheapest run",
        Example = "2.1",
        Moves = "size, data, compute",
        Unit = Unit.Number,
        Option = "--target-loss",
        Foreign = "loss target val_loss",
    });

    public static readonly SpecKey LimitFlops = Add(new("limits", "flops")
    {
        Meaning = "compute that the run may take at most: checked, never spent",
        Example = "1e22",
        Moves = "findings",
        Unit = Unit.Flops,
        Foreign = "max_flops max_compute",
    });

    public static readonly SpecKey LimitTime = Add(new("limits", "time")
    {
        Meaning = "time that the run may take at most",
        Example = "7d",
        Moves = "findings",
        Unit = Unit.Duration,
        Foreign = "max_time deadline max_duration",
    });

    public static readonly SpecKey LimitCost = Add(new("limits", "cost")
    {
        Meaning = "money that the run may cost at most",
        Example = "5000USD",
        Moves = "findings",
        Unit = Unit.Money,
        Foreign = "max_cost max_money",
    });

    public static readonly SpecKey LimitMemory = Add(new("limits", "memory")
    {
        Meaning = "memory that one device may hold at most",
        Example = "70 GB",
        Moves = "findings",
        Unit = Unit.Bytes,
        LeftOut = "the accelerator's",
        Foreign = "max_memory",
    });

    public static readonly SpecKey LifetimeTokens = Add(new("inference", "lifetime_tokens")
    {
        Meaning = "tokens read and written over the model's lifetime of use",
        Example = "1T",
        Moves = "inference",
        Unit = Unit.Tokens,
        Option = "--inference-tokens",
        LeftOut = "use is not counted",
        Foreign = "inference_tokens served_tokens",
    });

    public static readonly SpecKey WeightBits = Add(new("inference", "weight_bits")
    {
        Meaning = "bits of a weight as it is served",
        Example = "4",
        Moves = "inference",
        Unit = Unit.Number,
        Foreign = "bits quantization_bits quant_bits",
    });

    public static readonly SpecKey TrainingLoss = Add(new("transfer", "training_loss")
    {
        Meaning = "a measured loss on the training distribution, in nats per token",
        Example = "3.0",
        Moves = "loss",
        Unit = Unit.Number,
        Foreign = "train_loss",
    });

    public static readonly SpecKey OtherLoss = Add(new("transfer", "other_loss")
    {
        Meaning = "the loss of the same model on another distribution",
        Example = "3.4",
        Moves = "loss",
        Unit = Unit.Number,
        Foreign = "transfer_loss downstream_loss",
    });

    public static readonly SpecKey AllocationLaw = Add(new("laws", "allocation")
    {
        Meaning = "the law of compute-optimal size and tokens, and of the loss; or a law fitted to your own runs, as a path: `\"my-runs.law.json\"` ([law-files.md](law-files.md))",
        Example = "besiroglu-2024",
        Moves = "size, data, loss",
        Option = "--law",
        LeftOut = "`besiroglu-2024`",
        Foreign = "law loss",
    });

    public static readonly SpecKey BatchLaw = Add(new("laws", "batch")
    {
        Meaning = "the law of the proposed batch",
        Example = "deepseek-2024",
        Moves = "batch",
        LeftOut = "`step-law-2025`",
        Foreign = "batch_size_law",
    });

    public static readonly SpecKey LearningRateLaw = Add(new("laws", "learning_rate")
    {
        Meaning = "the law of the learning rate",
        Example = "deepseek-2024",
        Moves = "learning rate",
        LeftOut = "`step-law-2025` inside its range, else beside `deepseek-2024`",
    });

    public static readonly SpecKey RecipeLaw = Add(new("laws", "recipe")
    {
        Meaning = "a published recipe: it sets tokens, batch, learning rate, decay and schedule together where they are not stated",
        Example = "nanochat-2026",
        Moves = "data, batch, learning rate",
        Option = "--recipe",
        LeftOut = "each question has its own law",
        Foreign = "preset",
    });

    public static readonly SpecKey Moe = Add(new("budget", "moe")
    {
        Meaning = "whether the plan proposes models with experts for the compute too: experts, granularity, active size and tokens by the laws of routed models",
        Example = "on",
        Moves = "a table of the plan",
        Option = "--moe",
        Choices = ["on", "off"],
        LeftOut = "off",
        Foreign = "routed mixture_of_experts",
    });

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
