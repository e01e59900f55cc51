using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Jets;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Forms;

/// <summary>The objective of any form that states its log loss as a jet.</summary>
internal sealed class JetObjective : Objective
{
    private readonly LossForm _form;
    private readonly RunLogs _logs;
    private readonly JetTape _tape;
    private readonly Jet[] _variables;
    private double[] _weights;

    /// <param name="form">The form.</param>
    /// <param name="logs">The runs.</param>
    /// <param name="penalty">What a residual costs.</param>
    /// <param name="curved">False where only <see cref="At"/> is asked for values and slopes.</param>
    internal JetObjective(LossForm form, RunLogs logs, Penalty penalty, bool curved = true)
    {
        (_form, _logs, _weights, Penalty) = (form, logs, logs.Weights, penalty);
        _tape = new JetTape(form.Dimension, curved);
        _variables = new Jet[form.Dimension];
    }

    internal override int Dimension => _form.Dimension;

    internal override double TotalWeight
    {
        get
        {
            var total = 0.0;
            foreach (var weight in _weights)
                total += weight;
            return total;
        }
    }

    internal override void Reweight(double[] weights) => _weights = weights;

    internal override double Evaluate(double[] theta, double[] gradient, double[] hessian)
    {
        var n = _form.Dimension;
        Array.Clear(gradient, 0, n);
        Array.Clear(hessian, 0, n * n);
        var value = 0.0;
        for (var run = 0; run < _logs.Count; run++)
        {
            var weight = _weights[run];
            if (weight <= 0)
                continue;
            var predicted = At(theta, run);
            var residual = predicted.Value - _logs.LogLoss[run];
            value += weight * Penalty.Cost(residual);
            double slope = weight * Penalty.Slope(residual), curvature = weight * Penalty.Curvature(residual);
            for (var i = 0; i < n; i++)
            {
                gradient[i] += slope * predicted.Slope(i);
                for (var j = 0; j <= i; j++)
                    hessian[(i * n) + j] += (slope * predicted.Curvature(i, j)) + (curvature * predicted.Slope(i) * predicted.Slope(j));
            }
        }

        return value;
    }

    /// <summary>The log loss of a run with its derivatives, until the next call.</summary>
    internal Jet At(double[] theta, int run)
    {
        _tape.Reset();
        for (var i = 0; i < theta.Length; i++)
            _variables[i] = _tape.Variable(i, theta[i]);
        return _form.LogLoss(_variables, _logs, run);
    }
}
