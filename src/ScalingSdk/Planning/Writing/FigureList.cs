using System.Numerics;
using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Planning.Writing;

/// <summary>Collects figures: counts exactly, computed numbers at 12 significant digits.</summary>
internal sealed class FigureList
{
    private readonly List<Figure> _figures = new(capacity: 64);

    public IReadOnlyList<Figure> Figures => _figures;

    /// <summary>A whole number that was counted or given.</summary>
    public void Count(string key, string title, BigInteger value, string unit, Basis basis) =>
        Add(key, title, NumberText.RoundTo12((double)value), value, unit, basis);

    /// <summary>A number of things that was computed: whole in code, at 12 significant digits before.</summary>
    public void Count(string key, string title, double value, string unit, Basis basis)
    {
        var rounded = NumberText.RoundTo12(value);
        if (!double.IsNaN(rounded) && !double.IsInfinity(rounded))
            Add(key, title, rounded, new BigInteger(Math.Round(rounded)), unit, basis);
    }

    /// <summary>A number of things that a law answered; nothing where it has no answer.</summary>
    public void Count<T>(string key, string title, Answer<T> answer, Func<T, double> of, string unit, Basis basis)
    {
        if (answer.HasValue)
            Count(key, title, of(answer.Value), unit, basis with { Outside = answer.Outside });
    }

    /// <summary>A real number.</summary>
    public void Real(string key, string title, double value, string unit, Basis basis)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
            return;
        Add(key, title, NumberText.RoundTo12(value), null, unit, basis);
    }

    /// <summary>A real number that a law answered; nothing where it has no answer.</summary>
    public void Real<T>(string key, string title, Answer<T> answer, Func<T, double> of, string unit, Basis basis)
    {
        if (answer.HasValue)
            Real(key, title, of(answer.Value), unit, basis with { Outside = answer.Outside });
    }

    /// <summary>A real number that is known within a band.</summary>
    public void Real(string key, string title, Band band, string unit, Basis basis, string meaning) =>
        Real(key, title, band.Mid, unit, band.IsPoint ? basis : basis with { Low = band.Low, High = band.High, Meaning = meaning });

    private void Add(string key, string title, double value, BigInteger? exact, string unit, Basis basis)
    {
        var whole = exact <= long.MaxValue ? exact : null;
        _figures.Add(new Figure
        {
            Key = key,
            Title = title,
            Kind = whole is null ? FigureKind.Real : FigureKind.Count,
            Value = value,
            Exact = whole,
            Unit = unit,
            Formula = basis.Formula,
            Source = basis.Source,
            Convention = basis.Convention,
            Inputs = basis.Inputs,
            Outside = basis.Outside,
            Range = basis.Meaning.Length == 0
                ? null
                : new FigureRange(NumberText.RoundTo12(basis.Low), NumberText.RoundTo12(basis.High), basis.Meaning),
        });
    }
}
