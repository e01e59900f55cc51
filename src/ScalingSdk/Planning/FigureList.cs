using System.Numerics;
using ScalingSdk.Laws;
using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>Collects figures: counts exactly, computed numbers at 12 significant digits.</summary>
internal sealed class FigureList
{
    private readonly List<Figure> _figures = [];

    public IReadOnlyList<Figure> Figures => _figures;

    /// <summary>A number that was counted or given.</summary>
    public void Count(string key, string title, BigInteger value, string unit, string formula, string source) => _figures.Add(new Figure
    {
        Key = key,
        Title = title,
        Kind = value <= long.MaxValue ? FigureKind.Count : FigureKind.Real,
        Value = NumberText.RoundTo12((double)value),
        Exact = value <= long.MaxValue ? value : null,
        Unit = unit,
        Formula = formula,
        Source = source,
    });

    /// <summary>A number of tokens or parameters that a law computed: whole in code, rounded to 12 significant digits before.</summary>
    public void Count<T>(string key, string title, Answer<T> answer, Func<T, double> of, string unit, string formula, string source)
        where T : struct
    {
        if (!answer.HasValue)
            return;
        var value = NumberText.RoundTo12(of(answer.Value));
        Count(key, title, new BigInteger(Math.Round(value)), unit, formula, source);
        _figures[_figures.Count - 1] = _figures[_figures.Count - 1] with { Value = value, Validity = answer.Outside.ToString() };
    }

    /// <summary>A real number that a law computed.</summary>
    public void Real<T>(string key, string title, Answer<T> answer, Func<T, double> of, string unit, string formula, string source)
        where T : struct
    {
        if (answer.HasValue)
            Real(key, title, of(answer.Value), unit, formula, source, answer.Outside.ToString());
    }

    /// <summary>A real number.</summary>
    public void Real(string key, string title, double value, string unit, string formula, string source, string validity = "") =>
        _figures.Add(new Figure
        {
            Key = key,
            Title = title,
            Kind = FigureKind.Real,
            Value = NumberText.RoundTo12(value),
            Unit = unit,
            Formula = formula,
            Source = source,
            Validity = validity,
        });
}
