using ScalingSdk.Text;

namespace ScalingSdk.Laws;

/// <summary>What a law that is a formula can be asked, and how it is asked, in words.</summary>
internal static class FormulaWords
{
    internal static LawQuestions Questions(string target, IReadOnlyList<FormulaVariable> variables) => target switch
    {
        "L" => (WhyNoSplit("", target, variables) is null ? LawQuestions.Loss | LawQuestions.Allocation : LawQuestions.None)
            | (Has(variables, FormulaMeaning.Batch) ? LawQuestions.Batch : LawQuestions.None)
            | (Has(variables, FormulaMeaning.LearningRate) ? LawQuestions.LearningRate : LawQuestions.None)
            | (Has(variables, FormulaMeaning.Experts) ? LawQuestions.Routed : LawQuestions.None),
        "B" => LawQuestions.Batch,
        _ => LawQuestions.LearningRate,
    };

    /// <summary>Why the formula splits no compute, with the symbol that is missing; null where it does.</summary>
    internal static string? WhyNoSplit(string id, string target, IReadOnlyList<FormulaVariable> variables) =>
        !string.Equals(target, "L", StringComparison.Ordinal) ? $"'{id}' predicts '{target}': a law that splits compute predicts the loss, 'L = ...'"
        : !Has(variables, FormulaMeaning.Parameters) ? $"'{id}' has no variable of the parameters ('N'): it does not split compute"
        : !Has(variables, FormulaMeaning.Tokens) && !Has(variables, FormulaMeaning.Compute) ? $"'{id}' has no variable of the tokens ('D') or the compute ('C'): it does not split compute"
        : null;

    internal static string WhyNot(LawQuestions question, string id, string target, IReadOnlyList<FormulaVariable> variables) => question switch
    {
        LawQuestions.Allocation => WhyNoSplit(id, target, variables) ?? "",
        LawQuestions.Batch => $"'{id}' says nothing of the batch: write 'B = ...', or a law 'L = ...' with a variable of the meaning 'batch_tokens'",
        LawQuestions.LearningRate => $"'{id}' says nothing of the learning rate: write 'lr = ...', or a law 'L = ...' with a variable of the meaning 'learning_rate'",
        _ => $"'{id}' is not a recipe",
    };

    /// <summary>"8 experts", "a batch of 512K tokens, the best for its loss within the 64K to 4M of its runs".</summary>
    internal static string Of(FormulaVariable variable, double value)
    {
        var number = NumberText.Compact(value);
        var what = variable.Meaning switch
        {
            FormulaMeaning.Experts => value.Equals(1) ? "1 expert, a dense model" : $"{number} experts",
            FormulaMeaning.Batch => $"a batch of {number} tokens",
            FormulaMeaning.LearningRate => $"a learning rate of {number}",
            _ => $"a vocabulary of {number}",
        };
        var range = $"the {NumberText.Compact(variable.Range.Least)} to {NumberText.Compact(variable.Range.Most)} of its runs";
        return what + (variable.Fixed is null ? $", the best for its loss within {range}" : variable.Range.FactorOutside(value) > 1 ? $", outside {range}" : "");
    }

    private static bool Has(IReadOnlyList<FormulaVariable> variables, FormulaMeaning meaning) => variables.Any(variable => variable.Meaning == meaning);
}
