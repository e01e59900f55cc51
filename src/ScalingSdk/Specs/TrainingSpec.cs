using ScalingSdk.Models;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Specs;

/// <summary>A model and its training run as a spec states them. What a spec leaves out is null here; the planner derives it.</summary>
public sealed record TrainingSpec
{
    /// <summary>The file, as the host named it.</summary>
    public required string Path { get; init; }

    /// <summary>The name of the plan, from the spec or its file name: an identifier.</summary>
    public required string Name { get; init; }

    /// <summary>The model, or null where only its size is stated.</summary>
    public ModelDescription? Model { get; init; }

    /// <summary>The size under every convention, or null where the plan proposes one.</summary>
    public ModelSize? Size { get; init; }

    /// <summary>Where the spec describes its model; the whole spec where it does not.</summary>
    public required Origin ModelOrigin { get; init; }

    /// <summary>The key that states the rows of the vocabulary, and where the number stands; null where the spec has none.</summary>
    public Stated<string>? VocabularyKey { get; init; }

    /// <summary>The size that the spec states beside the dimensions or the config that give it; null where it states none.</summary>
    public Stated<double>? StatedParameters { get; init; }

    /// <summary>The active parameters that the spec states beside the dimensions or the config that give them.</summary>
    internal Stated<double>? StatedActive { get; init; }

    /// <summary>What is known of the data.</summary>
    public DataSection Data { get; init; } = Unstated.Data;

    /// <summary>How the model is trained.</summary>
    public TrainingSection Training { get; init; } = Unstated.Training;

    /// <summary>On what it is trained.</summary>
    public HardwareSection Hardware { get; init; } = Unstated.Hardware;

    /// <summary>What there is to spend.</summary>
    public BudgetSection Budget { get; init; } = Unstated.Budget;

    /// <summary>What the run may take at most.</summary>
    public LimitsSection Limits { get; init; } = Unstated.Limits;

    /// <summary>How much the model will be used.</summary>
    public InferenceSection Inference { get; init; } = Unstated.Inference;

    /// <summary>A measured pair of losses.</summary>
    public TransferSection Transfer { get; init; } = Unstated.Transfer;

    /// <summary>The laws that the plan asks.</summary>
    public LawsSection Laws { get; init; } = Unstated.Laws;

    /// <summary>Rules that this spec silences, each with its reason.</summary>
    public IReadOnlyDictionary<string, string> Suppressions { get; init; } = Unstated.Suppressions;

    /// <summary>True where the spec silences the rule of this id.</summary>
    public bool Suppresses(string ruleId) => Suppressions.ContainsKey(ruleId);
}
