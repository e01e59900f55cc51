using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Training;

/// <summary>What a run is held against: its loss at the planned end, and inside it where a learning curve is given.</summary>
public sealed class RunForecast
{
    /// <summary>The quantile of a normal distribution for an interval of 90 %.</summary>
    private const double Z90 = 1.6448536269514722;

    private RunForecast(Tokens tokens, Interval end, LearningCurve? curve, string source) =>
        (Tokens, End, Curve, Source) = (tokens, end, curve, source);

    /// <summary>The planned tokens.</summary>
    public Tokens Tokens { get; }

    /// <summary>The loss at the planned end, in nats per token.</summary>
    public Interval End { get; }

    /// <summary>The shape inside the run; null where there is no forecast before the end.</summary>
    public LearningCurve? Curve { get; }

    /// <summary>Whose forecast the end is, as a clause.</summary>
    public string Source { get; }

    /// <summary>The forecast of a law L(N, D) with a joint sample: one that was fitted to runs on the same data and vocabulary.</summary>
    /// <param name="law">The law: a law file of one's own runs. A published one counts other tokens of another corpus.</param>
    /// <param name="model">What a token passes through.</param>
    /// <param name="tokens">The planned tokens: the end of the schedule.</param>
    /// <param name="curve">The shape inside the run.</param>
    /// <param name="seedNoise">The standard deviation of ln loss between seeds: a run differs by it from the law's mean.</param>
    public static RunForecast Of(IAllocationLaw law, ActiveParameters model, Tokens tokens, LearningCurve? curve = null, double seedNoise = 0.005)
    {
        ArgumentNullException.ThrowIfNull(law);
        var loss = law.Surface?.LossInterval(model, tokens) ?? Answer<Interval>.None("it predicts no loss");
        return loss.HasValue
            ? new(tokens, Widened(loss.Value, seedNoise), curve, law.Info.Id)
            : throw new ArgumentException($"'{law.Info.Id}' has no forecast: {loss.WhyNone}", nameof(law));
    }

    /// <summary>A forecast that is stated: of another tool, or of a run that this one repeats.</summary>
    /// <param name="tokens">The planned tokens.</param>
    /// <param name="end">The loss at the end, in nats per token.</param>
    /// <param name="curve">The shape inside the run.</param>
    /// <param name="source">Whose forecast it is, as a clause.</param>
    /// <param name="seedNoise">The standard deviation of ln loss between seeds, where the interval is of a mean over seeds.</param>
    public static RunForecast Stated(Tokens tokens, Interval end, LearningCurve? curve = null, string source = "as stated", double seedNoise = 0)
    {
        if (!(tokens.Count > 0) || !(end.Low > 0 && end.Low <= end.Median && end.Median <= end.High && double.IsFinite(end.High)))
            throw new ArgumentException($"the forecast is '{NumberText.Round(end.Low)}' to '{NumberText.Round(end.High)}' around '{NumberText.Round(end.Median)}' at '{NumberText.Round(tokens.Count)}' tokens; expected positive finite numbers in this order", nameof(end));
        return new(tokens, seedNoise > 0 ? Widened(end, seedNoise) : end, curve, source);
    }

    /// <summary>The loss after these tokens; null where no curve says.</summary>
    public Interval? At(double tokensSeen)
    {
        if (tokensSeen >= Tokens.Count)
            return End;
        if (Curve?.ExcessAt(tokensSeen / Tokens.Count) is not { } excess)
            return null;

        // Independent errors of the end and of the shape, in ln loss.
        var end = Math.Log(End.Median);
        var down = Hypotenuse(end - Math.Log(End.Low), excess.Median - excess.Low);
        var up = Hypotenuse(Math.Log(End.High) - end, excess.High - excess.Median);
        var middle = end + excess.Median;
        return new(Math.Exp(middle - down), Math.Exp(middle), Math.Exp(middle + up), End.Coverage);
    }

    private static Interval Widened(Interval mean, double seedNoise)
    {
        var down = Hypotenuse(Math.Log(mean.Median / mean.Low), Z90 * seedNoise);
        var up = Hypotenuse(Math.Log(mean.High / mean.Median), Z90 * seedNoise);
        return new(mean.Median * Math.Exp(-down), mean.Median, mean.Median * Math.Exp(up), mean.Coverage);
    }

    private static double Hypotenuse(double a, double b) => Math.Sqrt((a * a) + (b * b));
}
