using ScalingSdk.Laws;

namespace ScalingSdk.Planning;

/// <summary>What a figure rests on: how it was computed, whose it is, from what, and within which ends.</summary>
internal sealed record Basis(string Formula, string Source)
{
    public string Convention { get; init; } = "";

    public IReadOnlyList<FigureKey> Inputs { get; init; } = [];

    /// <summary>The id of the law that answered; null where none did.</summary>
    public string? Law { get; init; }

    public Extrapolation? Outside { get; init; }

    public double Low { get; init; }

    public double High { get; init; }

    public string Meaning { get; init; } = "";

    /// <summary>True where the ends are a statistical interval, not those of an assumption.</summary>
    public bool IsInterval { get; init; }

    /// <summary>A number that the spec states.</summary>
    public static Basis Given(string formula = "as stated") => new(formula, "given");

    /// <summary>A number that follows from others without a law.</summary>
    public static Basis Derived(string formula, params FigureKey[] inputs) => new(formula, "derived") { Inputs = inputs };

    /// <summary>A law's own equation: that of the first mark that one holds, else all of them.</summary>
    public static Basis Of(LawInfo law, string[] marks, string where, params FigureKey[] inputs)
    {
        var equation = EquationOf(law, marks);
        var id = law.Id;
        if (equation is not null && equation[0] == '(' && equation.IndexOf(')') is > 0 and var end)
        {
            var name = equation.Substring(1, end - 1);
            id += char.IsLetter(name[0]) && name.Length > 4 ? " " + name : " eq. " + name;
            equation = equation.Substring(end + 1).TrimStart();
        }

        if (law.ConstantSet.StartsWith(law.Id + " ", StringComparison.Ordinal))
            id += $" ({law.ConstantSet.Substring(law.Id.Length + 1)})";
        return new($"{equation ?? string.Join("; ", law.Equations)}{(where.Length == 0 ? "" : "; " + where)}", id) { Inputs = inputs, Law = law.Id };
    }

    private static string? EquationOf(LawInfo law, string[] marks)
    {
        foreach (var mark in marks)
        {
            for (var i = 0; i < law.Equations.Count; i++)
            {
                if (law.Equations[i].Text.StartsWith(mark, StringComparison.Ordinal) || law.Equations[i].ToString().Contains(mark))
                    return law.Equations[i].ToString();
            }
        }

        return null;
    }

    /// <summary>The same with the ends of an interval, where there is one.</summary>
    public Basis Within(Answer<Interval> interval, string law) => !interval.HasValue ? this : this with
    {
        Low = interval.Value.Low,
        High = interval.Value.High,
        IsInterval = true,
        Meaning = FormattableString.Invariant($"{interval.Value.Coverage * 100:0} % interval, joint draws of {law}, conditional on its data"),
    };
}
