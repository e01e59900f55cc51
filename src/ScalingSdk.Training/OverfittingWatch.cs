using ScalingSdk.Text;

namespace ScalingSdk.Training;

/// <summary>SCALE7004: three evaluations in a row more than 1 % above the least validation loss, while the training loss fell.</summary>
internal sealed class OverfittingWatch
{
    private const double Rise = 0.01;
    private const int Needed = 3;
    private readonly Episode _episode = new(0);
    private double _least = double.PositiveInfinity;
    private double _leastAt;
    private double _trainingThen = double.PositiveInfinity;
    private int _above;

    internal string? Observe(double tokens, double loss, double? smoothedTrainingLoss)
    {
        if (!(loss > 0) || !double.IsFinite(loss))
            return null;
        if (loss < _least)
            (_least, _leastAt, _trainingThen) = (loss, tokens, smoothedTrainingLoss ?? double.PositiveInfinity);
        _above = loss > _least * (1 + Rise) ? _above + 1 : 0;

        // A training loss that rises too is a divergence, not overfitting.
        var falls = smoothedTrainingLoss is null || smoothedTrainingLoss < _trainingThen;
        return _episode.Holds(_above >= Needed && falls, tokens)
            ? $"the validation loss '{NumberText.Round(Math.Round(loss, 4))}' is '{NumberText.Percent((loss / _least) - 1)}' above its least, '{NumberText.Round(Math.Round(_least, 4))}' at "
                + $"'{NumberText.Compact(_leastAt)}' tokens, for '{Needed}' evaluations, while the training loss falls: keep the checkpoint of the least, and add unique tokens (SCALE1001, SCALE1004)"
            : null;
    }
}
