namespace ScalingSdk.Laws;

/// <summary>How an answer follows from an equation: as its left-hand side, solved for an input, or as the input of the least value.</summary>
public sealed class Derivation
{
    private string? _printed;
    private Naming? _naming;

    internal Derivation(Equation equation, Symbol? unknown, string? condition, params Symbol[] given)
    {
        Equation = equation;
        Unknown = unknown;
        Condition = condition;
        Given = unknown is null ? equation.Inputs
            : condition is null ? [.. equation.Inputs.Select(input => input == unknown ? equation.Left : input)]
            : given;
    }

    /// <summary>The equation.</summary>
    public Equation Equation { get; }

    /// <summary>The input that it was solved for; null where the answer is the left-hand side.</summary>
    public Symbol? Unknown { get; }

    /// <summary>Where the answer is the input of the least left-hand side: under which condition; otherwise null.</summary>
    public string? Condition { get; }

    /// <summary>What the answer was computed from, in order.</summary>
    public IReadOnlyList<Symbol> Given { get; }

    /// <summary>"kaplan-2020 eq. 4.4", and the same with the set of constants where a law has several. Made once: laws name their own equations.</summary>
    internal (string Equation, string Whole) NameIn(LawInfo law)
    {
        if (_naming is not { } known || !ReferenceEquals(known.Law, law))
            _naming = known = new(law, Equation.Number);
        return (known.Equation, known.Whole);
    }

    /// <summary>"D = 5e3 N^0.74", "D = 5e3 N^0.74, solved for N", "L = ..., least by N on C = 6 N D".</summary>
    public override string ToString() => _printed ??= Equation.Text + (Unknown is null ? ""
        : Condition is null ? $", solved for {Unknown.Name}"
        : $", least by {Unknown.Name} {Condition}");

    private sealed class Naming
    {
        public Naming(LawInfo law, string number)
        {
            Law = law;
            Equation = number.Length == 0 ? law.Id
                : number.Length > 4 && char.IsLetter(number[0]) ? $"{law.Id} {number}"
                : $"{law.Id} eq. {number}";
            Whole = law.ConstantSet.StartsWith(law.Id + " ", StringComparison.Ordinal) ? $"{Equation} ({law.ConstantSet.Substring(law.Id.Length + 1)})" : Equation;
        }

        public LawInfo Law { get; }

        public string Equation { get; }

        public string Whole { get; }
    }
}
