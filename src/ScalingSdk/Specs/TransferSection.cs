using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Quantities.Units;

namespace ScalingSdk.Specs;

/// <summary>The <c>transfer</c> section: one measured pair of losses of one model, on its training distribution and on another.</summary>
public sealed record TransferSection
{
    internal static readonly string[] Keys = ["training_loss", "other_loss"];

    /// <summary>Loss on the training distribution, in nats per token.</summary>
    public Stated<double>? TrainingLoss { get; init; }

    /// <summary>Loss of the same model on the other distribution, in nats per token.</summary>
    public Stated<double>? OtherLoss { get; init; }

    internal static TransferSection Read(JsonObject section, List<ReadingProblem> problems)
    {
        var reader = new SectionReader(section, "transfer", Keys, problems);
        var transfer = new TransferSection
        {
            TrainingLoss = reader.Quantity("training_loss", Unit.Number),
            OtherLoss = reader.Quantity("other_loss", Unit.Number),
        };
        if (transfer.TrainingLoss is null != transfer.OtherLoss is null && problems.Count == 0)
        {
            problems.Add(new ReadingProblem(ProblemKind.Missing, section.Origin,
                "'transfer' needs both 'training_loss' and 'other_loss' of one model", Remedy.Advice("add the other, or remove 'transfer'")));
        }

        return transfer;
    }
}
