using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>The declaration of a figure: its name, its title and unit, and where in a plan its answer is. A plan is asked for a figure by this key.</summary>
public sealed class FigureKey
{
    private readonly Func<TrainingPlan, FigureAnswer?> _of;

    internal FigureKey(string name, string title, string unit, Func<TrainingPlan, FigureAnswer?> of) =>
        (Name, Title, Unit, _of) = (name, title, unit, of);

    /// <summary>The stable name in the plan's JSON: <c>overfitting_threshold_tokens</c>.</summary>
    public string Name { get; }

    /// <summary>The same as people read it: "Overfitting threshold".</summary>
    public string Title { get; }

    /// <summary>"tokens", "parameters", "FLOP", "nats per token", "" for a plain ratio.</summary>
    public string Unit { get; }

    /// <summary>The figure of a plan; null where the spec gives too little for it.</summary>
    internal Figure? In(TrainingPlan plan)
    {
        if (_of(plan) is not { } answer || double.IsNaN(answer.Value) || double.IsInfinity(answer.Value))
            return null;
        var whole = answer.Exact <= long.MaxValue ? answer.Exact : null;
        var basis = answer.Basis;
        return new Figure
        {
            Declared = this,
            Title = answer.Title ?? Title,
            Kind = whole is null ? FigureKind.Real : FigureKind.Count,
            Value = answer.Value,
            Exact = whole,
            Unit = answer.Unit ?? Unit,
            Formula = basis.Formula,
            Source = basis.Source,
            Law = basis.Law,
            Convention = basis.Convention,
            Inputs = basis.Inputs,
            Outside = basis.Outside,
            Range = basis.Meaning.Length == 0
                ? null
                : new FigureRange(NumberText.RoundTo12(basis.Low), NumberText.RoundTo12(basis.High), basis.Meaning) { IsInterval = basis.IsInterval },
        };
    }
}
