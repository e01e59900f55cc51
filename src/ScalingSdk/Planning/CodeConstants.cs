using System.Globalization;
using ScalingSdk.Json;

namespace ScalingSdk.Planning;

/// <summary>
/// The constants that code gets of a spec. Which there are, and their types, follows from the keys that the spec states, never from its
/// numbers: another number in the JSON changes values alone, and code that compiled goes on compiling.
/// </summary>
internal static class CodeConstants
{
    private const string RecipeOptimizer = "RecipeOptimizer";
    private const string NoSpec = "No value: the spec has no plan; its findings say why";
    private const string NoAnswer = "No value for these numbers: no law of the plan answers here, or the spec states too little";

    /// <summary>Of a dense model one token passes through all parameters, and a checkpoint without a repeated head stores them all.</summary>
    private static readonly FigureKey[] SameAsTotal = [SizeFigures.ActiveParameters, SizeFigures.StoredParameters];

    /// <summary>The constants, in the order of the plan's figures.</summary>
    /// <param name="plan">The plan; null where the spec has none: every constant is there without a value.</param>
    /// <param name="text">The spec's text, whose keys decide which constants there are.</param>
    public static IReadOnlyList<CodeConstant> Of(TrainingPlan? plan, string text) => Of(plan, JsonReader.Read(text).Root as JsonObject);

    /// <summary>The same of values that are read already; null where they are not a spec.</summary>
    public static IReadOnlyList<CodeConstant> Of(TrainingPlan? plan, JsonObject? spec)
    {
        var constants = new List<CodeConstant>(PlanFigures.All.Count);
        // In the same order as their declarations.
        var (figures, at) = (plan?.Figures ?? [], 0);
        foreach (var key in PlanFigures.All)
        {
            var figure = at < figures.Count && ReferenceEquals(figures[at].Declared, key) ? figures[at++] : null;
            // Where the keys cannot be told, all are there.
            if (spec is null || figure is not null || key.IsNamedBy(spec))
                constants.Add(Constant(key, plan, figure));
        }

        return constants;
    }

    /// <summary>The constants that are text, beside the plan's name: the optimizer of the recipe that the spec names, empty where it has none for these numbers.</summary>
    public static IReadOnlyList<TextConstant> TextsOf(TrainingPlan? plan, string text) => TextsOf(plan, JsonReader.Read(text).Root as JsonObject);

    /// <summary>The same of values that are read already; null where they are not a spec.</summary>
    public static IReadOnlyList<TextConstant> TextsOf(TrainingPlan? plan, JsonObject? spec)
    {
        if (spec?.Find("laws")?.Value is not JsonObject laws || laws.Find("recipe") is null)
            return [];
        return plan?.Recipe is { Recipe: { HasValue: true, Value.Optimizer: var optimizer }, Law.Info: var law }
            ? [new(RecipeOptimizer, optimizer, [$"The optimizer of the recipe: {optimizer}", $"Source: {law.Id} ({law.Paper})"])]
            : [new(RecipeOptimizer, "", [plan is null ? NoSpec : "No recipe for these numbers: SCALE5006 says why"])];
    }

    /// <summary>True for the name of a constant that a class of a spec may have.</summary>
    public static bool IsName(string name) =>
        name is "Name" or "SpecPath" or RecipeOptimizer || PlanFigures.All.Any(key => string.Equals(key.ConstantName, name, StringComparison.Ordinal));

    private static CodeConstant Constant(FigureKey key, TrainingPlan? plan, Figure? own)
    {
        var whole = key.Kind == FigureKind.Count;
        if ((own ?? (Array.IndexOf(SameAsTotal, key) >= 0 ? Total(plan, key) : null)) is not { } figure)
            return new(key, null, plan is null ? NoSpec : NoAnswer, null);
        return Number(figure, whole) is { } number
            ? new(key, whole ? CodeConstant.Grouped(number) : number, null, figure)
            : new(key, null, "No value: more than the largest 64-bit number", figure);
    }

    private static Figure? Total(TrainingPlan? plan, FigureKey key) => plan?.Find(SizeFigures.TotalParameters) is not { } total ? null : total with
    {
        Title = key.Title,
        Formula = key == SizeFigures.ActiveParameters ? "all of them: a token passes through every one" : "all of them: none is stored twice",
    };

    private static string? Number(Figure figure, bool whole)
    {
        if (!whole)
            return figure.Number;
        if (FigureConstant.IsWhole(figure))
            return figure.Number;
        return Math.Abs(figure.Value) < long.MaxValue ? Math.Round(figure.Value).ToString("F0", CultureInfo.InvariantCulture) : null;
    }
}
