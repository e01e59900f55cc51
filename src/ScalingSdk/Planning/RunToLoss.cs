using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>The run to a loss where tokens repeat: because the unique tokens are fewer than the run needs, or the epochs are stated.</summary>
/// <param name="spec">What states the loss.</param>
/// <param name="law">The law of the loss.</param>
internal sealed class RunToLoss(TrainingSpec spec, ParametricLaw law)
{
    /// <summary>Muennighoff et al. 2023: beyond 40 epochs another one bought nothing.</summary>
    private const double Worthless = 40;

    private const int Steps = 240, Halvings = 80;

    private readonly double _loss = spec.Budget.TargetLoss!.Value;

    /// <summary>The tokens with which a size reaches the loss; null where the unique tokens do not suffice.</summary>
    public double? Tokens(ActiveParameters size)
    {
        if (law.TokensFor(size, new(_loss, law.Info.ConstantSet)) is not { HasValue: true, Value.Count: var fresh })
            return null;
        if (RepeatableTokens.Epochs(spec) is { } epochs)
            return fresh * epochs / Worth(epochs);
        return spec.Data.UniqueTokens is not { Value: var unique } || fresh <= unique ? fresh
            : Worth(Worthless) * unique < fresh ? null
            : unique * EpochsWorth(fresh / unique);
    }

    /// <summary>The size and the tokens of the least compute; null where none within the bounds of <see cref="LimitedOptimum"/> reaches the loss.</summary>
    public (double Parameters, double Tokens)? Cheapest()
    {
        var free = CheapestRun.To(law.Form, _loss);
        if (RepeatableTokens.Epochs(spec) is { } epochs)
            return AtEpochs(free.Parameters, epochs);
        return spec.Data.UniqueTokens is not { } unique || free.Tokens <= unique.Value ? free : OnThese(new(unique.Value));
    }

    // Fewer parameters on more tokens, until as many are unique as may repeat so often.
    private (double Parameters, double Tokens) AtEpochs(double size, double epochs)
    {
        var best = (Parameters: size, Tokens: Tokens(new(size))!.Value);
        for (var i = 1; i <= Steps && !IsSound(best); i++)
        {
            var smaller = size * Math.Pow(2, -i / 40.0);
            if (Tokens(new(smaller)) is not { } tokens)
                return best;
            best = (smaller, tokens);
        }

        return best;

        bool IsSound((double Parameters, double Tokens) run) =>
            RepeatableTokens.Of(spec.Laws.Overfitting, NominalSize.Of(new TotalParameters(run.Parameters))) is not { } needed || run.Tokens / epochs >= needed;
    }

    private (double Parameters, double Tokens)? OnThese(UniqueTokens unique)
    {
        (double Parameters, double Tokens)? best = null;
        for (var i = 0; i <= Steps; i++)
        {
            var epochs = Math.Pow(LimitedOptimum.MostEpochs, (double)i / Steps);
            if (Size(unique, epochs) is not { } size || size > unique.Count / EpochsTurn.NoRise || size > law.Form.OptimalParametersOf(Worth(epochs) * unique.Count / LimitedOptimum.LeastRatio))
                continue;
            var turn = EpochsTurn.Of(spec.Training, NominalSize.Of(new TotalParameters(size)), unique);
            if (epochs <= Math.Min(turn.Suspect, turn.Certain) && (best is not { } cheaper || size * epochs * unique.Count < cheaper.Parameters * cheaper.Tokens))
                best = (size, epochs * unique.Count);
        }

        return best;
    }

    private double? Size(UniqueTokens unique, double epochs)
    {
        var form = law.Form;
        var gap = _loss - form.E - (form.B / Math.Pow(Worth(epochs) * unique.Count, form.Beta));
        return gap > 0 ? Math.Pow(form.A / gap, 1 / form.Alpha) : null;
    }

    // What tokens that repeat so often are worth, over the unique ones among them.
    private double Worth(double epochs) => spec.Laws.RepeatedData.EffectiveTokens(new(epochs), new(1)).Value.Count;

    private double EpochsWorth(double fresh)
    {
        var (low, high) = (1.0, Worthless);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Worth(middle) < fresh ? (middle, high) : (low, middle);
        }

        return high;
    }
}
