using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Jets;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Forms;

/// <summary>A form with some of its constants held at stated values: the solver moves what is left.</summary>
internal sealed class PinnedLoss : LossForm
{
    private readonly LossForm _inner;
    private readonly IReadOnlyDictionary<string, double> _pins;
    private readonly int[] _free;

    private PinnedLoss(LossForm inner, IReadOnlyDictionary<string, double> pins, int[] free) => (_inner, _pins, _free) = (inner, pins, free);

    public override string Id => _inner.Id;

    public override string Equation => $"{_inner.Equation}, {string.Join(", ", _pins.Select(static pin => $"{pin.Key} = {Text.NumberText.Round(pin.Value)} stated"))}";

    public override IReadOnlyList<string> Constants => _inner.Constants;

    internal override int Dimension => _free.Length;

    internal override bool OfRuns => _inner.OfRuns;

    /// <summary>The form with its pins, or why there is none.</summary>
    internal static (LossForm? Form, string? Problem) Of(LossForm form, IReadOnlyDictionary<string, double> pins)
    {
        if (pins.Count == 0)
            return (form, null);
        foreach (var pin in pins)
        {
            if (!form.Constants.Contains(pin.Key, StringComparer.Ordinal))
                return (null, $"'{form.Id}' has no constant '{Text.Excerpt.Of(pin.Key)}'; it has '{string.Join("', '", form.Constants)}'");
            if (!(pin.Value > 0 && pin.Value < 1e100))
                return (null, $"'{pin.Key}' is pinned at '{Text.NumberText.Compact(pin.Value)}'; expected a number above 0");
        }

        if (form is not ChinchillaLoss || form is OverTrainingLoss)
            return (null, $"the constants of '{form.Id}' cannot be pinned; those of '{Chinchilla.Id}' and '{ChinchillaEqualExponents.Id}' can");
        if (pins.Count >= form.Dimension)
            return (null, "every constant is pinned: there is nothing to fit");
        int[] free = [.. Enumerable.Range(0, form.Dimension).Where(i => !pins.ContainsKey(form.Constants[i]))];
        return (new PinnedLoss(form, pins, free), null);
    }

    internal override string? WhyUnfit(TrainingRun run) => _inner.WhyUnfit(run);

    internal override bool IsAmplitude(int constant) => _inner.IsAmplitude(constant);

    internal override bool IsPinned(string constant) => _pins.ContainsKey(constant);

    internal override bool IsExponent(int parameter) => _inner.IsExponent(_free[parameter]);

    internal override Laws.ChinchillaForm? AsChinchilla(IReadOnlyList<double> constants) => _inner.AsChinchilla(constants);

    internal override Jet LogLoss(Jet[] theta, RunLogs logs, int run)
    {
        var map = new PinMap(this, logs);
        var full = new Jet[_inner.Dimension];
        for (var i = 0; i < full.Length; i++)
        {
            var jet = (0 * theta[0]) + map.Offset[i];
            for (var j = 0; j < theta.Length; j++)
            {
                if (map.Slope[i, j] is not 0)
                    jet += map.Slope[i, j] * theta[j];
            }

            full[i] = jet;
        }

        return _inner.LogLoss(full, logs, run);
    }

    internal override Objective Pose(RunLogs logs, Penalty penalty)
    {
        var map = new PinMap(this, logs);
        return new AffineObjective(_inner.Pose(logs, penalty), map.Slope, map.Offset) { Penalty = penalty };
    }

    internal override IReadOnlyList<double[]> Starts(RunLogs logs, Penalty penalty, int seed) => [.. _inner.Starts(logs, penalty, seed).Select(Free)];

    internal override double[] ConstantsOf(double[] theta, RunLogs centre) => _inner.ConstantsOf(new PinMap(this, centre).Full(theta), centre);

    internal override double[] ThetaOf(IReadOnlyList<double> constants, RunLogs centre) => Free(_inner.ThetaOf(constants, centre));

    private double[] Free(double[] theta) => [.. _free.Select(i => theta[i])];

    /// <summary>All parameters by those that are free: e, alpha and beta are pinned as they are, ln A is a plus alpha times the mean of ln N.</summary>
    private sealed class PinMap
    {
        internal PinMap(PinnedLoss form, RunLogs logs)
        {
            var count = form._inner.Dimension;
            Slope = new double[count, form._free.Length];
            Offset = new double[count];
            for (var j = 0; j < form._free.Length; j++)
                Slope[form._free[j], j] = 1;
            int alpha = 3, beta = count - 1;
            foreach (var pin in form._pins)
            {
                if (pin.Key is "E")
                    Offset[0] = Math.Log(pin.Value);
                else if (pin.Key is "alpha" or "beta")
                    Offset[pin.Key is "alpha" ? alpha : beta] = pin.Value;
            }

            // After the exponents, on which the amplitudes lean.
            if (form._pins.TryGetValue("A", out var a))
                Amplitude(1, a, alpha, logs.MeanX, form._free.Length);
            if (form._pins.TryGetValue("B", out var b))
                Amplitude(2, b, beta, logs.MeanY, form._free.Length);
        }

        internal double[,] Slope { get; }

        internal double[] Offset { get; }

        internal double[] Full(double[] free)
        {
            var full = (double[])Offset.Clone();
            for (var i = 0; i < full.Length; i++)
            {
                for (var j = 0; j < free.Length; j++)
                    full[i] += Slope[i, j] * free[j];
            }

            return full;
        }

        private void Amplitude(int at, double value, int exponent, double mean, int free)
        {
            Offset[at] = Math.Log(value) - (mean * Offset[exponent]);
            for (var j = 0; j < free; j++)
                Slope[at, j] = -mean * Slope[exponent, j];
        }
    }
}
