using Training;

// Constants that follow from Run.scaling.json: hover one to see its formula and source.
Console.WriteLine($"{RunBudget.Name}: {RunBudget.TotalParameters:N0} parameters, {RunBudget.Tokens:N0} tokens");
Console.WriteLine($"training compute {RunBudget.TrainingFlops:0.###e+0} FLOP, compute-optimal tokens {RunBudget.OptimalTokens:N0}, overfitting threshold {RunBudget.OverfittingThresholdTokens:N0}");
