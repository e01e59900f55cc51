using MathNet.Numerics.LinearAlgebra;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Jets;
using ScalingSdk.Fitting.Optimum;

namespace ScalingSdk.Fitting.Forms;

/// <summary>A form of law that can be fitted to runs: its equation, its constants, and how its optimum is found.</summary>
public abstract partial class LossForm
{
    private protected LossForm()
    {
    }

    /// <summary>The form's name, as a <c>*.law.json</c> writes it.</summary>
    public abstract string Id { get; }

    /// <summary>The equation, in plain text, with its paper.</summary>
    public abstract string Equation { get; }

    /// <summary>The names of its constants.</summary>
    public abstract IReadOnlyList<string> Constants { get; }

    /// <summary>The number of parameters that the solver moves.</summary>
    internal virtual int Dimension => Constants.Count;

    /// <summary>What a run lacks for this form, as a clause; null where it can be fitted.</summary>
    internal virtual string? WhyUnfit(TrainingRun run) => null;

    /// <summary>True for a constant that multiplies (A, B, N_c): it is known by orders of magnitude, not by per cent.</summary>
    internal virtual bool IsAmplitude(int constant) => Constants[constant] is "A" or "B" or "N_c" or "D_c" or "C_c" or "S_c" or "k" or "B_star";

    /// <summary>True for a constant that is held at a stated value: no runs tell it.</summary>
    internal virtual bool IsPinned(string constant) => false;

    /// <summary>True for a parameter of the solver that is an exponent, and positive.</summary>
    internal virtual bool IsExponent(int parameter) => false;

    /// <summary>False for the curve of a single run: there are no sizes and tokens to propose.</summary>
    internal virtual bool OfRuns => true;

    /// <summary>ln of the predicted loss of a run.</summary>
    internal abstract Jet LogLoss(Jet[] theta, RunLogs logs, int run);

    /// <summary>The objective on runs, for one thread.</summary>
    internal virtual Objective Pose(RunLogs logs, Penalty penalty) => new JetObjective(this, logs, penalty);

    /// <summary>Starts that reach the optimum, best first.</summary>
    internal abstract IReadOnlyList<double[]> Starts(RunLogs logs, Penalty penalty, int seed);

    /// <summary>Starts for the other minima, from the optimum: what is worth telling apart from it, and its name.</summary>
    internal virtual IReadOnlyList<(string Is, double[] Theta)> Rivals(double[] optimum) => [];

    /// <summary>The constants of the solver's parameters.</summary>
    internal abstract double[] ConstantsOf(double[] theta, RunLogs centre);

    /// <summary>The solver's parameters of constants: the inverse of <see cref="ConstantsOf"/>.</summary>
    internal abstract double[] ThetaOf(IReadOnlyList<double> constants, RunLogs centre);

    /// <summary>The law as E + A/N^alpha + B/D^beta; null where it has another form.</summary>
    internal virtual Laws.ChinchillaForm? AsChinchilla(IReadOnlyList<double> constants) => null;

    /// <summary>The solver's parameters by those of the paper: what undoes the centring in a Hessian.</summary>
    internal virtual Matrix<double> Centring(RunLogs logs) => Matrix<double>.Build.DenseIdentity(Dimension);

    /// <inheritdoc/>
    public override string ToString() => Id;
}
