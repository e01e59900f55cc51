using ScalingSdk.Diagnostics;
using ScalingSdk.Json;

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
            TrainingLoss = reader.Quantity(SpecKeys.TrainingLoss),
            OtherLoss = reader.Quantity(SpecKeys.OtherLoss),
        };
        if (transfer.TrainingLoss is null != transfer.OtherLoss is null && problems.Count == 0)
        {
            problems.Add(new ReadingProblem(ProblemKind.Missing, section.Origin,
                "'transfer' needs both 'training_loss' and 'other_loss' of one model", Remedy.Advice("add the other, or remove 'transfer'")));
        }

        return transfer;
    }
}
