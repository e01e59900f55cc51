using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using ScalingSdk.Diagnostics;
using ScalingSdk.Rules;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>A value that a construction states of its model.</summary>
/// <param name="Key">What it means in a spec.</param>
/// <param name="Name">The member.</param>
/// <param name="Value">The value, or unknown.</param>
/// <param name="Origin">The expression that set it: in the construction, or a default of the type; null where that is not to be seen.</param>
internal sealed record StatedValue(KeyPath Key, string Name, Folded Value, SyntaxNode? Origin)
{
    /// <summary>The type that has the member; null where it is the attribute.</summary>
    public INamedTypeSymbol? Owner { get; init; }

    /// <summary>Another member with the same meaning and another value, where it is not to be seen which of them counts.</summary>
    public string? Rival { get; init; }

    /// <summary>What else leaves the value unknown, as a clause about the member; null where it is not constant.</summary>
    public string? Why { get; init; }

    /// <summary>What states the value where it is left unknown by something else; null where that is the batch at the attribute.</summary>
    public string? How { get; init; }

    /// <summary>True where the name says a key only by the size of its value: what else states the key counts.</summary>
    public bool IsGuess { get; init; }

    /// <summary>A member beside the width that is read as that of a table of tokens; null where there is none.</summary>
    public StatedValue? Table { get; init; }

    /// <summary>The expression to change for another value; null where there is no one place.</summary>
    public ExpressionSyntax? Site { get; init; }

    /// <summary>True where another object of the run states the same value at another place: no one place changes it.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Where the value stands in that expression, where it is a literal of JSON.</summary>
    public TextSpan? Place { get; init; }
}

/// <summary>A construction of a config type with all values that it has, its own and the type's defaults.</summary>
/// <param name="Type">The type that carries the attribute.</param>
/// <param name="Syntax">The construction; of a static class, its declaration.</param>
/// <param name="Head">What is underlined where a finding is about the whole.</param>
/// <param name="Values">One for each key.</param>
/// <param name="IsOwn">True where all values are the type's own: a class of constants.</param>
internal sealed record Construction(INamedTypeSymbol Type, SyntaxNode Syntax, Location Head, IReadOnlyList<StatedValue> Values, bool IsOwn = false)
{
    /// <summary>The type, and the types of the objects in it.</summary>
    public IReadOnlyList<INamedTypeSymbol> Parts { get; init; } = [Type];

    /// <summary>The code around it; null where there is none to ask.</summary>
    public ProjectCode? Code { get; init; }

    /// <summary>What a message calls it.</summary>
    public string Name { get; init; } = Type.Name;

    /// <summary>The last statement that belongs to it: an assignment to a member after the 'new'; null where there is none.</summary>
    public SyntaxNode? Last { get; init; }

    /// <summary>True where the expression is written in this construction: what is wrong with it is wrong here.</summary>
    public bool Holds(SyntaxNode? origin) =>
        origin is not null && (IsOwn || (ReferenceEquals(origin.SyntaxTree, Syntax.SyntaxTree) && Syntax.SpanStart <= origin.SpanStart && origin.Span.End <= (Last ?? Syntax).Span.End));

    /// <summary>Where a finding about an expression is shown: there, unless this construction made it wrong by a value of its own.</summary>
    public Location Show(SyntaxNode? origin) =>
        origin is not null && (Holds(origin) || !Values.Any(value => Holds(value.Origin))) ? origin.GetLocation() : Head;

    /// <summary>The same for the finding of a rule: what no key takes is wrong at the attribute, whatever a construction says.</summary>
    public Location Show(SyntaxNode? origin, RuleInfo rule) =>
        rule == HostRules.BadValue && origin?.Parent is AttributeArgumentSyntax ? origin.GetLocation() : Show(origin);
}
