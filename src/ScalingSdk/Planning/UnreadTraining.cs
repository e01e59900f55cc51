using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>What a spec states of its training that no law of the plan reads: it is said, so that nobody takes it for counted.</summary>
internal static class UnreadTraining
{
    public static IEnumerable<string> Describe(TrainingSection training)
    {
        if (training.WeightDecay is { } decay)
            yield return Text(TrainingKeys.WeightDecay, decay.Text);
        if (training.Dropout is { } dropout)
            yield return Text(TrainingKeys.Dropout, dropout.Text);
        if (training.Parametrization is { } parametrization)
            yield return Text(TrainingKeys.Parametrization, parametrization.Text);
        if (training.Start is { } start)
            yield return Text(TrainingKeys.Start, start.Text);
    }

    private static string Text(SpecKey key, string value) => $"'{key}' is '{value}': no number of this plan depends on it";
}
