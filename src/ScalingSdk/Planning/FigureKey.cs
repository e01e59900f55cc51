using ScalingSdk.Json;
using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>The declaration of a figure: its name, its title and unit, and where in a plan its answer is. A plan is asked for a figure by this key.</summary>
public sealed class FigureKey
{
    private readonly Func<TrainingPlan, FigureAnswer?> _of;
    private string? _constantName;

    private FigureKey(string name, string title, string unit, FigureKind kind, string needs, Func<TrainingPlan, FigureAnswer?> of) =>
        (Name, Title, Unit, Kind, Needs, _of) = (name, title, unit, kind, needs, of);

    /// <summary>The stable name in the plan's JSON: <c>overfitting_threshold_tokens</c>.</summary>
    public string Name { get; }

    /// <summary>The name of the constant in code: <c>OverfittingThresholdTokens</c>.</summary>
    internal string ConstantName => _constantName ??= Figure.NameInCode(Name);

    /// <summary>The same as people read it: "Overfitting threshold".</summary>
    public string Title { get; }

    /// <summary>"tokens", "parameters", "FLOP", "nats per token", "" for a plain ratio.</summary>
    public string Unit { get; }

    /// <summary>Its type in code: it follows from the declaration, never from a plan's numbers.</summary>
    public FigureKind Kind { get; }

    /// <summary>The section or key of a spec without which code gets no such constant: "hardware"; empty where code always has it.</summary>
    internal string Needs { get; }

    /// <summary>True where a spec states what this figure needs for a constant in code.</summary>
    internal bool IsNamedBy(JsonObject spec)
    {
        var dot = Needs.IndexOf('.');
        return Needs.Length == 0
            || (dot < 0 ? spec.Find(Needs) is not null : spec.Find(Needs.Substring(0, dot))?.Value is JsonObject section && section.Find(Needs.Substring(dot + 1)) is not null);
    }

    /// <summary>A figure that is a 64-bit integer in code.</summary>
    internal static FigureKey Whole(string name, string title, string unit, Func<TrainingPlan, FigureAnswer?> of) => new(name, title, unit, FigureKind.Count, "", of);

    /// <summary>A figure that is a 64-bit integer in code, where the spec states a section or key.</summary>
    internal static FigureKey Whole(string name, string title, string unit, string needs, Func<TrainingPlan, FigureAnswer?> of) =>
        new(name, title, unit, FigureKind.Count, needs, of);

    /// <summary>A figure that is a double in code.</summary>
    internal static FigureKey Real(string name, string title, string unit, Func<TrainingPlan, FigureAnswer?> of) => new(name, title, unit, FigureKind.Real, "", of);

    /// <summary>A figure that is a double in code, where the spec states a section or key.</summary>
    internal static FigureKey Real(string name, string title, string unit, string needs, Func<TrainingPlan, FigureAnswer?> of) =>
        new(name, title, unit, FigureKind.Real, needs, of);

    /// <summary>The figure of a plan; null where the spec gives too little for it.</summary>
    internal Figure? In(TrainingPlan plan)
    {
        if (_of(plan) is not { } answer || double.IsNaN(answer.Value) || double.IsInfinity(answer.Value))
            return null;
        var whole = answer.Exact <= long.MaxValue ? answer.Exact : null;
        var basis = answer.Basis;
        var (low, high) = basis.About(answer.Value);
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
            Expression = basis.Expression,
            Law = basis.Law,
            Answer = basis.Answer,
            Convention = basis.Convention,
            Inputs = basis.Inputs,
            Outside = answer.Outside,
            Range = basis.Meaning.Length == 0
                ? null
                : new FigureRange(NumberText.RoundTo12(low), NumberText.RoundTo12(high), basis.Meaning) { IsInterval = basis.IsInterval },
        };
    }
}
