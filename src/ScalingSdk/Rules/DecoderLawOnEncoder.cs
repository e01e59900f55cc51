using ScalingSdk.Diagnostics;
using ScalingSdk.Models.Parts;
using ScalingSdk.Planning;

namespace ScalingSdk.Rules;

/// <summary>An encoder or an encoder-decoder: every law here was measured on decoders, so the plan gives no threshold and no optimum.</summary>
internal sealed class DecoderLawOnEncoder : SingleRule
{
    public override RuleInfo Info { get; } = new("SCALE5001", Severity.Suggestion, "The laws were measured on decoders, the model is none");

    protected override Remark? Find(TrainingPlan plan)
    {
        if (plan.Size is not { IsDecoder: false, Model: { } model })
            return null;
        var kind = model.Kind == ModelFamily.Encoder ? "an encoder" : "an encoder with a decoder";
        return At(plan.Spec.Laws.Stated is [var named, ..] ? named.Origin : plan.Spec.ModelOrigin,
            $"'{model.Architecture}' is {kind}, and the laws were measured on decoders trained to predict the next token",
            ["the plan counts it, and gives no threshold, optimum, batch, learning rate or loss"],
            [Remedy.Advice("plan a decoder, or use the counts alone")]);
    }
}
