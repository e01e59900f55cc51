using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using ScalingSdk.Json;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>What a member or parameter of an object has.</summary>
/// <param name="Name">The member or parameter.</param>
/// <param name="Value">Its value; null where that is not to be seen.</param>
/// <param name="Origin">The expression that a reader would change.</param>
/// <param name="Rank">Of two slots with one key, the one of the higher rank was written later.</param>
internal sealed record Slot(string Name, IOperation? Value, SyntaxNode? Origin, int Rank)
{
    /// <summary>What code sets where the member cannot be set: the parameter that the constructor makes it of; null elsewhere.</summary>
    public string? Parameter { get; init; }

    /// <summary>The member's type; null where the value's own will do.</summary>
    public ITypeSymbol? Type { get; init; }

    /// <summary>The value where a file states it.</summary>
    public Folded? Known { get; init; }

    /// <summary>Where the value stands in a literal of JSON; null elsewhere.</summary>
    public TextSpan? Place { get; init; }

    /// <summary>The object where a file states one.</summary>
    public JsonObject? Json { get; init; }

    /// <summary>The object whose members the value names, where that is another one: a builder.</summary>
    public ConstantFolder? Scope { get; init; }

    /// <summary>What an initializer sets of the object that is the value: 'Model = { Width = 768 }'.</summary>
    public IObjectOrCollectionInitializerOperation? Overlay { get; init; }
}
