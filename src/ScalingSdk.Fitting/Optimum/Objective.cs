namespace ScalingSdk.Fitting.Optimum;

/// <summary>A sum of penalties over runs as a function of a form's parameters, with its exact derivatives.</summary>
/// <remarks>One instance serves one thread.</remarks>
internal abstract class Objective
{
    internal abstract int Dimension { get; }

    /// <summary>What a residual costs.</summary>
    internal Penalty Penalty { get; set; } = Penalty.Huber;

    /// <summary>The sum of weights: the scale of the objective's curvature.</summary>
    internal abstract double TotalWeight { get; }

    /// <summary>Gives the runs other weights: one of weight zero is left out.</summary>
    internal abstract void Reweight(double[] weights);

    /// <summary>The value; writes the gradient and the lower triangle of the Hessian, row by row of full width.</summary>
    internal abstract double Evaluate(double[] theta, double[] gradient, double[] hessian);
}
