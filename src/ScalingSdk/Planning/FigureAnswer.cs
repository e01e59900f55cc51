using System.Numerics;
using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>What a figure's declaration finds in a plan: counts exactly, computed numbers at 12 significant digits.</summary>
internal sealed record FigureAnswer(double Value, BigInteger? Exact, Basis Basis)
{
    /// <summary>The title where it differs from the declared one.</summary>
    public string? Title { get; init; }

    /// <summary>The unit where it differs from the declared one.</summary>
    public string? Unit { get; init; }

    /// <summary>How far the law's answer lies outside its range; null where no law answered.</summary>
    public Extrapolation? Outside { get; init; }

    /// <summary>The answer of a law of dense models, said to be that where the plan's model is routed.</summary>
    public FigureAnswer OfDense(TrainingPlan plan, string title) => plan.Size.Counts.IsRouted ? this with { Title = title } : this;

    /// <summary>A whole number that was counted or given.</summary>
    public static FigureAnswer Count(BigInteger value, Basis basis) => new(NumberText.RoundTo12((double)value), value, basis);

    /// <summary>A number of things that was computed: whole in code, at 12 significant digits before.</summary>
    public static FigureAnswer? Count(double value, Basis basis, Extrapolation? outside = null)
    {
        var rounded = NumberText.RoundTo12(value);
        return double.IsNaN(rounded) || double.IsInfinity(rounded) ? null : new(rounded, new BigInteger(Math.Round(rounded)), basis) { Outside = outside };
    }

    /// <summary>A number of things that a law answered; nothing where it has no answer.</summary>
    public static FigureAnswer? Count<T>(Answer<T> answer, Func<T, double> of, Basis basis) =>
        answer.HasValue ? Count(of(answer.Value), basis, answer.Outside) : null;

    /// <summary>A real number.</summary>
    public static FigureAnswer Real(double value, Basis basis) => new(NumberText.RoundTo12(value), null, basis);

    /// <summary>A real number that a law answered; nothing where it has no answer.</summary>
    public static FigureAnswer? Real<T>(Answer<T> answer, Func<T, double> of, Basis basis) =>
        answer.HasValue ? new(NumberText.RoundTo12(of(answer.Value)), null, basis) { Outside = answer.Outside } : null;

    /// <summary>A real number that is known within a band.</summary>
    public static FigureAnswer Real(Band band, Basis basis, string meaning) =>
        Real(band.Mid, band.IsPoint ? basis : basis with { Low = band.Low, High = band.High, Meaning = meaning });
}
