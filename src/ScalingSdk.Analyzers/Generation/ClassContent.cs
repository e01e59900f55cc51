using ScalingSdk.Json;
using ScalingSdk.Naming;
using ScalingSdk.Planning;
using ScalingSdk.Specs;

namespace ScalingSdk.Analyzers.Generation;

/// <summary>The constants of one spec: values alone, so that equal classes are known to be equal.</summary>
/// <param name="Name">The plan's name: an identifier.</param>
/// <param name="SpecPath">The spec as the project sees it, with '/'; or the member or type in code that stands for one.</param>
/// <param name="Assumptions">What the plan assumed, a sentence each.</param>
/// <param name="Constants">Their declarations with documentation, in the plan's order, not indented.</param>
/// <param name="BatchSchedule">The columns of the batch schedule; empty where no law gives one.</param>
internal sealed record ClassContent(
    string Name, string SpecPath, EquatableArray<string> Assumptions, string Constants, EquatableArray<Column> BatchSchedule)
{
    /// <summary>The constants that are text.</summary>
    public EquatableArray<TextOfPlan> Texts { get; init; } = new([]);

    /// <summary>What code states, where the spec is a construction in code; otherwise empty.</summary>
    public string StatedInCode { get; init; } = "";

    /// <summary>False where the spec has no plan.</summary>
    public bool IsPlanned { get; init; } = true;

    /// <summary>The constants of a spec; without values where it has no plan, so that code that names them still compiles.</summary>
    public static ClassContent From(TrainingPlan? plan, string specPath, string text) =>
        From(plan, specPath, plan?.Spec.Name ?? SpecNameGuess.Of(specPath, text), JsonReader.Read(text).Root as JsonObject);

    /// <summary>The same of what is stated without a file.</summary>
    public static ClassContent From(TrainingPlan? plan, string specPath, string name, JsonObject? stated) => new(
        name,
        specPath,
        new EquatableArray<string>(plan?.Assumptions ?? []),
        ConstantLines.Of(CodeConstants.Of(plan, stated)),
        new EquatableArray<Column>(TableConstants.BatchSchedule(plan).Select(Column.From)))
    {
        IsPlanned = plan is not null,
        Texts = new EquatableArray<TextOfPlan>(CodeConstants.TextsOf(plan, stated).Select(TextOfPlan.From)),
    };
}

/// <summary>A spec's constants, and what its item in the project says of their class.</summary>
internal sealed record AskedContent(ClassContent Content, ItemNames Item);

/// <summary>A text of the plan as code declares it.</summary>
/// <param name="Name">The constant's name.</param>
/// <param name="Value">The text.</param>
/// <param name="Explanation">What hovering shows, a paragraph each, as plain text.</param>
internal sealed record TextOfPlan(string Name, string Value, EquatableArray<string> Explanation)
{
    public static TextOfPlan From(TextConstant constant) => new(constant.Name, constant.Value, new EquatableArray<string>(constant.Explanation));
}

/// <summary>A column of a table as code declares it.</summary>
/// <param name="Name">The table's name.</param>
/// <param name="Type">"long" or "double".</param>
/// <param name="Literals">The values with their suffixes.</param>
/// <param name="Explanation">What hovering shows, a paragraph each, as plain text.</param>
internal sealed record Column(string Name, string Type, EquatableArray<string> Literals, EquatableArray<string> Explanation)
{
    public static Column From(ColumnConstant column) => new(
        column.Name,
        column.IsWhole ? "long" : "double",
        new EquatableArray<string>(column.Numbers.Select(number => number + (column.IsWhole ? "L" : "D"))),
        new EquatableArray<string>(column.Explanation));
}
