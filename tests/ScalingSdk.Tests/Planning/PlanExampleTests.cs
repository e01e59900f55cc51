using ScalingSdk.Planning;

namespace ScalingSdk.Tests.Planning;

/// <summary>Three plans whose figures were computed by other means, to the digits that they print.</summary>
public sealed class PlanExampleTests
{
    private static readonly TrainingPlan SevenBillion = PlanSamples.Plan(PlanSamples.SevenBillionForThreeDays);
    private static readonly TrainingPlan Gpt2Small = PlanSamples.Plan(PlanSamples.Gpt2SmallOnLimitedData);
    private static readonly TrainingPlan Mixtral = PlanSamples.Plan(PlanSamples.MixtralOnATrillion);

    private static void IsNear(double expected, double actual, double tolerance) =>
        Assert.InRange(actual, expected * (1 - tolerance), expected * (1 + tolerance));

    [Theory]
    [InlineData("training_flops", 8.2e20, 0.01)]
    [InlineData("training_petaflop_days", 9.5, 0.01)]
    [InlineData("device_hours", 576, 1e-9)]
    [InlineData("tokens", 19.5e9, 0.005)]
    [InlineData("tokens_per_parameter", 2.8, 0.01)]
    [InlineData("predicted_loss", 2.357, 0.0003)]
    [InlineData("optimal_loss_at_budget", 2.323, 0.0003)]
    [InlineData("compute_saved", 0.31, 0.01)]
    [InlineData("optimal_parameters_at_budget", 2.5e9, 0.01)]
    [InlineData("optimal_tokens_at_budget", 54e9, 0.01)]
    [InlineData("batch_tokens", 0.44e6, 0.01)]
    [InlineData("steps", 44_800, 0.001)]
    [InlineData("proposed_learning_rate_low", 9.04e-5, 0.01)]
    [InlineData("proposed_learning_rate_high", 4.52e-4, 0.01)]
    [InlineData("step_law_learning_rate", 2.5e-4, 0.015)]
    [InlineData("states_bytes_per_device", 14e9, 1e-9)]
    [InlineData("flat_parameters_low", 1.57e9, 0.01)]
    [InlineData("flat_parameters_high", 4.42e9, 0.01)]
    [InlineData("optimal_tokens", 144e9, 0.005)]
    [InlineData("days_to_optimal_tokens", 22, 0.01)]
    [InlineData("critical_batch_tokens", 5.4e6, 0.01)]
    [InlineData("cost", 1440, 1e-9)]
    public void SevenBillionForThreeDays_HasTheFigure(string key, double expected, double tolerance) =>
        IsNear(expected, SevenBillion.Find(key)!.Value, tolerance);

    [Theory]
    [InlineData("optimal_parameters_at_budget", 2.2e9, 2.9e9)]
    [InlineData("optimal_tokens_at_budget", 48e9, 61e9)]
    [InlineData("optimal_tokens", 99e9, 202e9)]
    [InlineData("loss_above_best", 0.026, 0.041)]
    public void SevenBillionForThreeDays_HasTheInterval(string key, double low, double high)
    {
        var range = SevenBillion.Find(key)!.Range!;

        IsNear(low, range.Low, 0.04);
        IsNear(high, range.High, 0.02);
        Assert.StartsWith("90 % interval, joint draws of besiroglu-2024", range.Meaning, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tokens", 3.1e9, 0.01)]
    [InlineData("epochs", 1.6, 0.025)]
    [InlineData("device_hours", 1.7, 0.035)]
    [InlineData("overfitting_threshold_tokens", 3.69e9, 0.002)]
    [InlineData("overfitting_penalty", 0.036, 0.02)]
    [InlineData("largest_non_embedding_weights", 37.2e6, 0.001)]
    [InlineData("unique_tokens_per_parameter", 16, 0.01)]
    [InlineData("step_law_learning_rate", 3.3e-3, 0.015)]
    [InlineData("batch_tokens", 0.15e6, 0.025)]
    public void Gpt2SmallOnLimitedData_HasTheFigure(string key, double expected, double tolerance) =>
        IsNear(expected, Gpt2Small.Find(key)!.Value, tolerance);

    [Theory]
    [InlineData(1, 2.0, 3.378, 3.378, 1.00, 1.1)]
    [InlineData(2, 3.9, 3.213, 3.208, 0.94, 2.2)]
    [InlineData(4, 7.5, 3.089, 3.076, 0.82, 4.5)]
    [InlineData(8, 13.2, 2.999, 2.972, 0.63, 9.0)]
    [InlineData(16, 21.2, 2.937, 2.890, 0.38, 17.9)]
    [InlineData(40, 30.3, 2.897, 2.809, 0.08, 44.8)]
    public void Gpt2SmallOnLimitedData_HasTheEpoch(double epochs, double worth, double loss, double fresh, double last, double hours)
    {
        var row = Gpt2Small.EpochWorth.Single(row => row.Epochs.Equals(epochs));

        Assert.Equal(worth, row.Worth.Count / 1e9, 0.06);
        Assert.Equal(loss, row.Loss.NatsPerToken, 0.0006);
        Assert.Equal(fresh, row.FreshLoss.NatsPerToken, 0.0006);
        Assert.Equal(last, row.LastToken, 0.006);
        Assert.Equal(hours, row.DeviceHours!.Value, 0.06);
    }

    [Theory]
    [InlineData(1, 0.26e9, 3.3)]
    [InlineData(2, 0.68e9, 12)]
    public void Gpt2SmallOnLimitedData_HasTheBestSize(int row, double parameters, double epochs)
    {
        IsNear(parameters, Gpt2Small.LimitedData[row].Parameters, 0.03);
        IsNear(epochs, Gpt2Small.LimitedData[row].Epochs, 0.03);
    }

    [Theory]
    [InlineData("total_parameters", 46.70e9, 0.001)]
    [InlineData("active_parameters", 12.88e9, 0.001)]
    [InlineData("training_flops", 7.7e22, 0.005)]
    [InlineData("training_flops_exact", 8.0e22, 0.005)]
    [InlineData("states_bytes_per_device", 2.9e9, 0.01)]
    [InlineData("optimal_tokens", 258e9, 0.001)]
    [InlineData("predicted_loss", 2.049, 0.0003)]
    [InlineData("overfitting_threshold_tokens", 149e9, 0.005)]
    [InlineData("tokens_per_parameter", 78, 0.01)]
    [InlineData("batch_tokens", 15.2e6, 0.01)]
    [InlineData("proposed_learning_rate", 3.66e-4, 0.01)]
    public void MixtralOnATrillion_HasTheFigure(string key, double expected, double tolerance) =>
        IsNear(expected, Mixtral.Find(key)!.Value, tolerance);

    [Fact]
    public void MixtralOnATrillion_DoesNotFitUnderZero1() => IsNear(189e9, Mixtral.Memory.StatesByZeroStage[1].Bytes, 0.005);

    [Fact]
    public void MixtralOnATrillion_AssumesNoSequenceAbove4096() =>
        Assert.Contains(Mixtral.Assumptions, line => line.Contains("4096 tokens, though the model allows 32768", StringComparison.Ordinal));
}
