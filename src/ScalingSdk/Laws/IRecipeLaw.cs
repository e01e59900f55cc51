using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>A published recipe: tokens, batch, learning rate, decay and schedule together.</summary>
public interface IRecipeLaw : IScalingLaw
{
    /// <summary>The recipe for a model, moved to the tokens and the batch where these are fixed.</summary>
    Answer<TrainingRecipe> Recipe(RecipeQuestion question);
}

/// <summary>What a recipe is asked about.</summary>
/// <param name="Model">The model's counts.</param>
public sealed record RecipeQuestion(ModelSize Model)
{
    /// <summary>Layers; null where only a size is known.</summary>
    public int? Layers { get; init; }

    /// <summary>Width; null where only a size is known.</summary>
    public double? Width { get; init; }

    /// <summary>The tokens of the run where they are fixed; null for those of the recipe.</summary>
    public Tokens? Tokens { get; init; }

    /// <summary>The batch where it is fixed; null for that of the recipe.</summary>
    public BatchTokens? Batch { get; init; }
}
