using ScalingSdk.Quantities;
using ScalingSdk.Training;
using ScalingStudy.Model;

namespace ScalingStudy.Study;

/// <summary>What an exporter shows of a run, the measured critical batch too: every tenth step has the gradient of a quarter of its batch besides.</summary>
internal sealed class Metrics(RunInstruments instruments, BatchTokens predictedCriticalBatch)
{
    private const int Every = 10;
    private const int Part = 4;
    private readonly GradientNoiseScale _noise = new(smoothing: 20);
    private double _small;
    private double? _smallNorm;

    public void BeforeStep(long step, Gpt model, ReadOnlySpan<byte> batch)
    {
        const int Sequence = Shape.Context + 1;
        var sequences = batch.Length / Sequence / Part;
        _smallNorm = null;
        if (step % Every != 0 || sequences == 0)
            return;
        Array.Clear(model.Gradient);
        model.LossAndGradient(batch[..(sequences * Sequence)]);
        (_small, _smallNorm) = (sequences * Shape.Context, AdamW.SquaredNorm(model.Gradient));
    }

    /// <summary>With the gradient of the whole batch in the model.</summary>
    public void AfterStep(double seen, long batchTokens, double loss, RunForecast? forecast, Gpt model)
    {
        instruments.Step(seen, batchTokens, loss, forecast);
        if (_smallNorm is { } norm)
            _noise.Add(_small, norm, batchTokens, AdamW.SquaredNorm(model.Gradient));
        if (_noise.Against(predictedCriticalBatch) is { } critical)
            instruments.CriticalBatch(critical);
    }

    public void Validation(double loss) => instruments.Validation(loss);

    public void Event(RunEvent found) => instruments.Event(found);
}
