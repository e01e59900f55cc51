using ScalingSdk.Models;
using ScalingSdk.Models.Parts;
using ScalingSdk.Quantities;

namespace ScalingSdk.Specs;

/// <summary>What a spec states of a run, in whichever keys it states it.</summary>
internal static class StatedRun
{
    /// <summary>Tokens of one optimizer step, or null.</summary>
    public static double? Batch(TrainingSpec spec) => spec.Training.BatchTokens?.Value
        ?? (spec.Training.BatchSequences?.Value * SequenceLength.Of(spec.Model, spec.Training).Tokens);

    /// <summary>Tokens over all epochs, from the data section or from steps and batch; null where neither says.</summary>
    public static double? Tokens(TrainingSpec spec) => TokensOfData(spec.Data) ?? (spec.Training.Steps?.Value * Batch(spec));

    /// <summary>Tokens over all epochs, from the data section; null where it does not say.</summary>
    public static double? TokensOfData(DataSection data) => data.Tokens?.Value ?? (data.UniqueTokens?.Value * data.Epochs?.Value);

    /// <summary>Training FLOPs per token as 6 N, N the active parameters; 3 N in an encoder-decoder, whose tokens pass one of two stacks.</summary>
    public static double FlopsPerToken(ModelDescription? model, ModelSize size) =>
        (model?.Kind == ModelFamily.EncoderDecoder ? 3 : 6) * size.Active.Count;
}
