using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Quantities.Units;

namespace ScalingSdk.Specs;

/// <summary>The <c>transfer</c> section: one measured pair of losses of one model, on its training distribution and on another.</summary>
public sealed record TransferSection
{
    /// <summary>Loss on the training distribution, in nats per token.</summary>
    public Stated<double>? TrainingLoss { get; init; }

    /// <summary>Loss of the same model on the other distribution, in nats per token.</summary>
    public Stated<double>? OtherLoss { get; init; }

    internal static TransferSection Read(JsonObject section, List<ReadingProblem> problems)
    {
        var reader = SectionReader.Of("transfer", section, problems);
        var transfer = new TransferSection
        {
            TrainingLoss = reader.Quantity(TransferKeys.TrainingLoss),
            OtherLoss = reader.Quantity(TransferKeys.OtherLoss),
        };
        if (transfer.TrainingLoss is null != transfer.OtherLoss is null && problems.Count == 0)
        {
            problems.Add(new ReadingProblem(ProblemKind.Missing, section.Origin,
                "'transfer' needs both 'training_loss' and 'other_loss' of one model", Remedy.Advice("add the other, or remove 'transfer'")));
        }

        return transfer;
    }
}

/// <summary>The keys of the <c>transfer</c> section.</summary>
internal static class TransferKeys
{
    private static readonly KeyTable Table = new();

    public static readonly SpecKey TrainingLoss = Table.Add(new(
        "transfer",
        "training_loss",
        meaning: "a measured loss on the training distribution, in nats per token",
        example: "3.0",
        moves: "loss",
        unit: Unit.Number,
        foreign: "train_loss"));

    public static readonly SpecKey OtherLoss = Table.Add(new(
        "transfer",
        "other_loss",
        meaning: "the loss of the same model on another distribution",
        example: "3.4",
        moves: "loss",
        unit: Unit.Number,
        foreign: "transfer_loss downstream_loss"));

    public static IReadOnlyList<SpecKey> All => Table.Keys;
}
