using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Docs;

/// <summary>Plots of the recipes of repositories, of repeated data and of newer batch laws.</summary>
internal static class NewerRecipePlots
{
    public static Plot EpochsTurn => new(
        "Epochs at which repeated data overfit",
        "Epochs at which the validation loss turns up against unique tokens for a billion parameters, by regularisation: 6, 11 and 50 at a billion tokens.",
        new("unique tokens U", 1e8, 1e10),
        new("epochs", 1, 300),
        [.. Enum.GetValues<Regularisation>().Select(r => new Curve(r switch
        {
            Regularisation.Decay => "decay 0.1",
            Regularisation.TunedDecay => "decay tuned",
            _ => "decay tuned, dropout 0.1",
        }, u => EpochsTurn2026.Law.Turn(new(1e9), new(u), r).Value))]);

    public static Plot WeightDecayLimited => new(
        "Weight decay of a repeated corpus",
        "The tuned weight decay against parameters per unique token, with and without dropout: 1.1 and 0.5 at one parameter per token.",
        new("parameters per unique token N/U", 0.1, 20),
        new("weight decay", 0.05, 15),
        [
            new("without dropout (Kim)", r => WeightDecayLimited2026.Law.WeightDecay(new(r * 1e9), new(1e9), dropout: false).Value),
            new("dropout 0.1 (Xu)", r => WeightDecayLimited2026.Law.WeightDecay(new(r * 1e9), new(1e9), dropout: true).Value),
        ]);

    public static Plot Kim => new(
        "Best regularised loss on 209.7M tokens",
        "Loss against parameters when every run is regularised as it is best: it falls towards 3.43.",
        new("parameters", 1.5e8, 1.4e9),
        new("loss, nats per token", 3.3, 3.9, Linear: true),
        [new("kim-2025", n => Kim2025.Law.Loss(new(n)).Value.NatsPerToken), new("limit 3.43", static _ => 3.43)]);

    public static Plot Nanochat => new(
        "Batch and tokens by depth",
        "Tokens of the run and batch against depth: 1.3 billion and half a million at depth 12, 20 billion and 2 million at depth 32.",
        new("depth", 8, 32, Linear: true),
        new("tokens", 1e5, 1e11),
        [
            new("tokens of the run", d => Nanochat2026.Law.Recipe((int)Math.Round(d)).Value.Tokens.Count),
            new("batch", d => Nanochat2026.Law.Recipe((int)Math.Round(d)).Value.Batch.Count),
        ]);

    public static Plot Olmo => new(
        "Learning rate of the OLMo ladder",
        "Peak learning rate against parameters, beside Porian's rounded form, which is twice as high.",
        new("parameters N", 1.9e8, 1.3e10),
        new("peak learning rate", 2e-4, 5e-3),
        [
            new("olmo-ladder", n => OlmoLadder.Law.LearningRate(new(n)).Value),
            new("porian-2024, rounded", n => Porian2024.Law.RoundedLearningRate(new(n)).Value),
        ]);

    public static Plot Marin => new(
        "Learning rate by width",
        "Peak learning rate of AdamW against the width at batches of half a million and 4 million tokens.",
        new("width", 1024, 16384),
        new("peak learning rate", 1e-4, 2e-2),
        [
            new("batch 0.5M tokens", d => Marin2025.Law.LearningRate(new(524_288), d).Value),
            new("batch 4.2M tokens", d => Marin2025.Law.LearningRate(new(4_194_304), d) is { HasValue: true } rate ? rate.Value : double.NaN),
        ]);

    public static Plot Muon => new(
        "Loss of Muon and AdamW by compute",
        "Loss against compute of the two rounded formulas: Muon reaches AdamW's loss with about half the compute.",
        new("compute, FLOP", 1e19, 1e22),
        new("loss, nats per token", 2, 3, Linear: true),
        [
            new("Muon", c => Muon2025.Law.Loss(new(c)).Value.NatsPerToken),
            new("AdamW", c => Muon2025.Law.AdamWLoss(new(c)).Value.NatsPerToken),
        ]);

    public static Plot CompleteP => new(
        "What follows the depth",
        "Factors on a base model of 2 layers against the layers at twice the width: the residual branches fall as one over the depth, the learning rate stays.",
        new("layers", 2, 64),
        new("factor on the base model's setting", 0.01, 3),
        [
            new("residual branches", l => CompleteP2025.Law.Transfer(256, 512, 2, l).Value.Residual),
            new("learning rate of hidden weights", l => CompleteP2025.Law.Transfer(256, 512, 2, l).Value.HiddenLearningRate),
            new("weight decay of hidden weights", l => CompleteP2025.Law.Transfer(256, 512, 2, l).Value.HiddenWeightDecay),
        ]);

    public static Plot Schaipp => new(
        "Best batch by tokens",
        "Best batch against tokens of the run by four sources: they differ by a factor of 2 to 4.",
        new("tokens D of the run", 2e9, 1e12),
        new("batch, tokens", 1e5, 1e7),
        [
            new("schaipp-2026", d => Schaipp2026.Law.Batch(new(d)).Value.Count),
            new("step-law-2025", d => StepLaw2025.Law.Batch(new Tokens(d)).Value.Count),
            new("bergsma-2025, anchored", d => Bergsma2025.Law.AnchoredBatch(new(d)).Value.Count),
        ]);

    public static Plot Merrill => new(
        "A ceiling on extrapolated critical batches",
        "Critical batch by zhang-2024 against tokens, capped at 16.8 million tokens.",
        new("tokens D of the run", 1e9, 1e13),
        new("batch, tokens", 1e5, 1e8),
        [new("zhang-2024, capped", d => Zhang2024.Law.CriticalBatch(new Tokens(d)) is { HasValue: true } b ? Merrill2025.Cap(b.Value).Count : double.NaN)]);
}
