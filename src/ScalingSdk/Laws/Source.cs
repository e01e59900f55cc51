namespace ScalingSdk.Laws;

/// <summary>Where an answer comes from: the law, the equation and how it was used, and the numbers that went in.</summary>
/// <remarks>A struct without arrays, because solvers ask laws millions of times; the list of inputs is made when it is read.</remarks>
public readonly struct Source
{
    private readonly double _first;
    private readonly double _second;
    private readonly double _third;
    private readonly double _fourth;
    private readonly double _fifth;

    /// <summary>What a law states without an equation.</summary>
    internal Source(LawInfo law) => Law = law;

    internal Source(
        LawInfo law, Equation equation, double first, double second = double.NaN, double third = double.NaN, double fourth = double.NaN, double fifth = double.NaN)
        : this(law, equation.Direct, first, second, third, fourth, fifth)
    {
    }

    internal Source(
        LawInfo law, Derivation how, double first, double second = double.NaN, double third = double.NaN, double fourth = double.NaN, double fifth = double.NaN)
    {
        Law = law;
        How = how;
        _first = first;
        _second = second;
        _third = third;
        _fourth = fourth;
        _fifth = fifth;
    }

    /// <summary>The law; null where no law was asked.</summary>
    public LawInfo? Law { get; }

    /// <summary>The equation, and for what it was solved; null where no law was asked.</summary>
    public Derivation? How { get; }

    /// <summary>The equation; null where no law was asked.</summary>
    public Equation? Equation => How?.Equation;

    /// <summary>The numbers that went in, in the order of the equation.</summary>
    public IReadOnlyList<SourceInput> Inputs
    {
        get
        {
            if (How is null)
                return [];
            var inputs = new SourceInput[How.Given.Count];
            for (var i = 0; i < inputs.Length; i++)
                inputs[i] = new(How.Given[i].Name, InputAt(i), How.Given[i].Unit);
            return inputs;
        }
    }

    /// <summary>The value of an input, in the order of the equation.</summary>
    internal double InputAt(int index) => index switch
    {
        0 => _first,
        1 => _second,
        2 => _third,
        3 => _fourth,
        _ => _fifth,
    };

    /// <summary>"kaplan-2020 eq. 4.4", "kaplan-2020 Table 6", "step-law-2025"; empty where no law was asked.</summary>
    public override string ToString() => Law is null ? "" : How?.NameIn(Law).Equation ?? Law.Id;
}

/// <summary>A number that went into an answer.</summary>
/// <param name="Name">Its name in the equation.</param>
/// <param name="Value">Its value.</param>
/// <param name="Unit">Its unit.</param>
public readonly record struct SourceInput(string Name, double Value, string Unit);
