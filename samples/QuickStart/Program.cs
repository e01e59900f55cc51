using System.Globalization;
using QuickStart;

// Every number below is a constant that the compiler got from the two specs: nothing is read or computed here.
Row("", Gpt2SmallBudget.Name, Llama2_7BBudget.Name);
Row("Parameters", Gpt2SmallBudget.TotalParameters, Llama2_7BBudget.TotalParameters);
Row("  non-embedding weights", Gpt2SmallBudget.NonEmbeddingWeights, Llama2_7BBudget.NonEmbeddingWeights);
Row("Tokens", Gpt2SmallBudget.Tokens, Llama2_7BBudget.Tokens);
Row("  unique", Gpt2SmallBudget.UniqueTokens, Llama2_7BBudget.UniqueTokens);
Row("  overfitting threshold", Gpt2SmallBudget.OverfittingThresholdTokens, Llama2_7BBudget.OverfittingThresholdTokens);
Row("  compute-optimal", Gpt2SmallBudget.OptimalTokens, Llama2_7BBudget.OptimalTokens);
Row("Batch, tokens", Gpt2SmallBudget.BatchTokens, Llama2_7BBudget.BatchTokens);
Row("  critical batch", Gpt2SmallBudget.CriticalBatchTokens, Llama2_7BBudget.CriticalBatchTokens);
Row("Steps", Gpt2SmallBudget.Steps, Llama2_7BBudget.Steps);
Row("Training FLOP", Gpt2SmallBudget.TrainingFlops, Llama2_7BBudget.TrainingFlops);

static void Row<T>(string title, T first, T second) =>
    Console.WriteLine($"{title,-24}{Cell(first),20}{Cell(second),24}");

static string Cell<T>(T value) => value switch
{
    long count => count.ToString("N0", CultureInfo.InvariantCulture),
    double real => real.ToString("0.###e+0", CultureInfo.InvariantCulture),
    _ => $"{value}",
};
