using ScalingSdk.Laws;

namespace ScalingSdk.Planning;

/// <summary>What a figure rests on: how it was computed, whose it is, from what, and within which ends.</summary>
internal sealed record Basis(string Formula, string Source)
{
    public string Convention { get; init; } = "";

    public IReadOnlyList<FigureKey> Inputs { get; init; } = [];

    /// <summary>Arithmetic over the names of the inputs that gives the value; null where there is none.</summary>
    public string? Expression { get; init; }

    /// <summary>The id of the law that answered; null where none did.</summary>
    public string? Law { get; init; }

    /// <summary>Where the law's answer comes from.</summary>
    public Source Answer { get; init; }

    /// <summary>The same with what a reader must know beside the formula.</summary>
    public Basis Noted(string note) => this with { Formula = $"{Formula}; {note}" };

    public double Low { get; init; }

    /// <summary>The median of the draws of an interval: its ends are shown about the law's own answer.</summary>
    public double Middle { get; init; }

    public double High { get; init; }

    public string Meaning { get; init; } = "";

    /// <summary>True where the ends are a statistical interval, not those of an assumption.</summary>
    public bool IsInterval { get; init; }

    /// <summary>A number that the spec states.</summary>
    public static Basis Given(string formula = "as stated") => new(formula, "given");

    /// <summary>A number that follows from others without a law.</summary>
    /// <param name="formula">Arithmetic over the names of the inputs: it gives the figure's value.</param>
    /// <param name="inputs">The figures that it names.</param>
    public static Basis Derived(string formula, params FigureKey[] inputs) => new(formula, "derived") { Expression = formula, Inputs = inputs };

    /// <summary>What a law answered: the equation that it used, and how.</summary>
    /// <param name="source">The answer's source; a law that answered none has none.</param>
    /// <param name="where">What a reader must know beside the equation.</param>
    /// <param name="inputs">The figures that the answer was computed from.</param>
    public static Basis By(Source source, string where, params FigureKey[] inputs)
    {
        if (source is not { Law: { } law, How: { } how })
            return new(where, "");
        return new(where.Length == 0 ? how.ToString() : $"{how}; {where}", how.NameIn(law).Whole) { Inputs = inputs, Law = law.Id, Answer = source };
    }

    /// <summary>The ends about a value. Where the law's own constants lie at the edge of their draws, the ends keep their distances from the median, so that the value lies inside.</summary>
    public (double Low, double High) About(double value)
    {
        var margin = 0.05 * (High - Low);
        return !IsInterval || (value >= Low + margin && value <= High - margin) ? (Low, High)
            : Middle > 0 && value > 0 ? (value * Low / Middle, value * High / Middle)
            : (Math.Min(Low, value), Math.Max(High, value));
    }

    /// <summary>The same with the ends of an interval, where there is one.</summary>
    public Basis Within(Answer<Interval> interval, string law) => !interval.HasValue ? this : this with
    {
        Low = interval.Value.Low,
        Middle = interval.Value.Median,
        High = interval.Value.High,
        IsInterval = true,
        Meaning = FormattableString.Invariant($"{interval.Value.Coverage * 100:0} % interval, joint draws of {law}, conditional on its data"),
    };
}
