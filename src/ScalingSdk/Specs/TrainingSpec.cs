using ScalingSdk.Models;
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

    /// <summary>The size under every convention.</summary>
    public required ModelSize Size { get; init; }

    /// <summary>Where the spec describes its model.</summary>
    public required SourceSpan ModelSpan { get; init; }

    /// <summary>What is known of the data.</summary>
    public DataSection Data { get; init; } = new();

    /// <summary>How the model is trained.</summary>
    public TrainingSection Training { get; init; } = new();

    /// <summary>The laws that the plan asks.</summary>
    public LawsSection Laws { get; init; } = new();

    /// <summary>Rules that this spec silences, each with its reason.</summary>
    public IReadOnlyDictionary<string, string> Suppressions { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>True where the spec silences the rule of this id.</summary>
    public bool Suppresses(string ruleId) => Suppressions.ContainsKey(ruleId);
}
