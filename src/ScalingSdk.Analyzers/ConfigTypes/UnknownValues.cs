using Microsoft.CodeAnalysis;
using ScalingSdk.Diagnostics;
using ScalingSdk.Rules;
using ScalingSdk.Text;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>The findings for values that the code does not state: each names the value and says what to write.</summary>
internal static class UnknownValues
{
    public const string SmallVocabulary = "8192";
    public const string LargeVocabulary = "262144";

    /// <summary>The values of a construction that are not constant; members of the type without a value are one finding, and so are more than two of the construction.</summary>
    public static IEnumerable<ConstructionFinding> Of(Construction construction, IReadOnlyList<StatedValue> unknown)
    {
        var isChecked = !unknown.Any(IsOfModel);
        var open = unknown.Where(value => value.Value.Number is null && value.Rival is null && value.Why is null && (IsOfModel(value) || !isChecked && value.Key == KeyPath.Vocabulary)).ToList();
        if (open.Count < 3)
            open.RemoveAll(static value => value.Origin is not null);
        foreach (var value in unknown.Where(value => open.Count < 2 || !open.Contains(value)))
            yield return Finding(construction.Show(value.Origin), Message(value));
        if (open.Count > 1)
            yield return Finding(construction.Head, $"the values of {Suggest.List(open.Select(static value => value.Name))} are not constant here, so the model is not checked; write constants, or give the members defaults");
    }

    /// <summary>A table of tokens that is narrower than the model, which no key of the architecture says.</summary>
    public static ConstructionFinding TableAside(Construction construction, StatedValue width, StatedValue table) => Finding(construction.Show(table.Origin),
        $"'{table.Name}' is '{NumberText.Round(table.Value.Number ?? 0)}' beside a '{width.Name}' of '{NumberText.Round(width.Value.Number ?? 0)}', so it is read as the width of a table alone and not counted; mark it with [ScalingIgnore], or as what it is with [ScalingKey(\"...\")]");

    /// <summary>The vocabulary is stated nowhere.</summary>
    public static ConstructionFinding NoVocabulary(Construction construction) => Finding(construction.Head, NoVocabulary("the vocabulary is not stated"));

    /// <summary>A key that the architecture needs and no member is read as, or none that has a value.</summary>
    public static ConstructionFinding NoMember(Construction construction, string key, ConfigType type)
    {
        var architecture = type.Values.FirstOrDefault(static value => value.Key == KeyPath.Architecture)?.Value.Value;
        if (Member(construction, key) is (var member, true))
            return Finding(construction.Head, $"'{member}' has no value here and '{architecture}' needs one, so the model is not checked; write a constant");
        var attribute = string.Equals(key, KeyPath.Context.Key, StringComparison.Ordinal) ? ", or write [ScalingModel(..., ContextLength = 1024)]" : "";
        if (Member(construction, key) is (var other, false))
            return Finding(construction.Head, $"'{other}' is no number and '{architecture}' needs one as '{key}', so the model is not checked; mark the member that states it with [ScalingKey(\"{key}\")]{attribute}");
        return Finding(construction.Head, $"no member of '{construction.Name}' is read as '{key}', which '{architecture}' needs, and the model is not checked; mark the one that states it with [ScalingKey(\"{key}\")]{attribute}");
    }

    /// <summary>Nothing names the architecture.</summary>
    public static ConstructionFinding NoArchitecture(Construction construction, ConfigType type) => type.File is { } file
        ? Finding(type.FileOrigin?.GetLocation() ?? construction.Head, $"no file '{file}' with a 'model_type' reaches the compiler and the model is not checked; add <ScalingModelFile Include=\"{file}\" /> to the project")
        : Finding(construction.Head, $"'{construction.Name}' holds no object of a type with [ScalingModel] and the model is not checked; write its architecture: [ScalingRun(\"gpt2\")]");

    /// <summary>A 'with' that starts from values that are not to be seen.</summary>
    public static ConstructionFinding NoBase(SyntaxNode operand) => Finding(operand.GetLocation(),
        $"the values that '{Excerpt.Of(operand.ToString())}' has are not constant here, so this construction is not checked; start from a 'new' or a read-only preset");

    /// <summary>An object that is read at run time from a text that is not to be found.</summary>
    public static ConstructionFinding ReadAtRunTime(SyntaxNode call, INamedTypeSymbol type, ConfigType config) => Finding(call.GetLocation(), config.File is { } file
        ? $"the values of this '{type.Name}' are read at run time and no file '{file}' reaches the compiler, so it is not checked; add <ScalingModelFile Include=\"{file}\" /> to the project"
        : $"the values of this '{type.Name}' are read at run time, so it is not checked; name the file at the type, [ScalingModel(\"config.json\")], and add <ScalingModelFile Include=\"config.json\" /> to the project");

    /// <summary>A struct that no 'new' makes.</summary>
    public static ConstructionFinding NoConstruction(Location local, string name, INamedTypeSymbol type) =>
        Finding(local, $"the members of '{name}' are assigned one by one, so it is not checked; start from 'new {type.Name} {{ ... }}'");

    /// <summary>An object that a framework puts together of several such lambdas.</summary>
    public static ConstructionFinding JoinedAtRunTime(SyntaxNode lambda, INamedTypeSymbol type, string method) => Finding(lambda.GetLocation(),
        $"what '{method}' makes of this '{type.Name}' is known at run time alone, so it is not checked; give the values as defaults of '{type.Name}' with [ScalingBudget]");

    /// <summary>Why a value is not known.</summary>
    public static string What(StatedValue value) => value switch
    {
        { Rival: { } rival } => $"'{value.Name}' and '{rival}' are both read as the {Words(value.Key)} and have different values",
        { Why: { } why } => $"'{value.Name}' {why}",
        { Value.Number: { } number } => $"'{value.Name}' is '{NumberText.Round(number)}'",
        _ => $"'{value.Name}' is not constant",
    };

    /// <summary>What makes it known.</summary>
    public static string Remedy(StatedValue value) => value.Rival is not null ? "mark the one that is not with [ScalingIgnore]"
        : value.How is { } how ? how
        : value.Why is not null ? "state the batch with [ScalingModel(..., BatchTokens = \"0.5M\")]"
        : "write a constant, or state the value at [ScalingModel]";

    /// <summary>That a key has no value, without denying the member that is read as it.</summary>
    public static string Nobody(Construction construction, string key) =>
        Member(construction, key) is var (member, isNumber) ? isNumber ? $"'{member}' has no value here" : $"'{member}' is no number" : $"no member of '{construction.Name}' is read as '{key}'";

    /// <summary>What gives the key a value.</summary>
    public static string HowToState(Construction construction, string key) =>
        Member(construction, key) is not { IsNumber: true } ? $"mark the one that states it with [ScalingKey(\"{key}\")]" : "write a constant";

    // A list of layers may be called 'Layers': how many it has is not read.
    private static (string Name, bool IsNumber)? Member(Construction construction, string key)
    {
        var found = construction.Parts.SelectMany(NeededMembers.AllOf).Where(one => string.Equals(MemberNames.Find(one.Name)?.Key, key, StringComparison.Ordinal)).OrderByDescending(static one => one.IsNumber).ToList();
        return found is [var first, ..] ? first : null;
    }

    private static bool IsOfModel(StatedValue value) => value.Key.Section is "model" && value.Key != KeyPath.Vocabulary;

    private static string Message(StatedValue value)
    {
        if (value.Rival is not null || value.Why is not null)
            return $"{What(value)}, so {(NeededMembers.Needs(value.Key) ? "the model" : "what depends on it")} is not checked; {Remedy(value)}";
        var what = value.Value.Number is { } number ? $"'{value.Name}' is '{NumberText.Round(number)}'" : $"'{value.Name}' is not constant here";
        return value.Key == KeyPath.Vocabulary ? NoVocabulary(what)
            : IsOfModel(value) ? $"{what}, so the {Words(value.Key)} {(value.Key.Key.EndsWith("s", StringComparison.Ordinal) ? "are" : "is")} unknown and the model is not checked; write a constant"
            : $"{what}, so what depends on it is not checked; write a constant, or state it at [ScalingModel]";
    }

    private static string Words(KeyPath key) => key.Key.Replace('_', ' ');

    private static string NoVocabulary(string what) =>
        $"{what}, so only what holds for a vocabulary of 8,192 and one of 262,144 is reported; state it with [ScalingModel(..., VocabularySize = 50257)]";

    private static ConstructionFinding Finding(Location location, string message) => new(HostRules.UnknownValue, Severity.Suggestion, location, message);
}
