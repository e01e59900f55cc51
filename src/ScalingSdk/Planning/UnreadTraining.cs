using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>What a spec states of its training that no law of the plan reads: it is said, so that nobody takes it for counted.</summary>
internal static class UnreadTraining
{
    public static void Describe(TrainingSection training, List<string> assumptions)
    {
        if (training.WeightDecay is { } decay)
            assumptions.Add(Text(TrainingKeys.WeightDecay, decay.Text));
        if (training.Dropout is { } dropout)
            assumptions.Add(Text(TrainingKeys.Dropout, dropout.Text));
        if (training.Parametrization is { } parametrization)
            assumptions.Add(Text(TrainingKeys.Parametrization, parametrization.Text));
        if (training.Start is { } start)
            assumptions.Add(Text(TrainingKeys.Start, start.Text));
    }

    private static string Text(SpecKey key, string value) => $"'{key}' is '{value}': no number of this plan depends on it";
}
