using FactoryMethods;

var run = args is ["wide"] ? Runs.Wide() : Runs.Small();
Console.WriteLine($"{run.BlockLayers} layers of {run.EmbedDimensions}, {run.BatchSize:N0} tokens a step");

// [ScalingBudget] made constants of the small one.
Console.WriteLine($"small: {SmallBudget.TotalParameters:N0} parameters, {SmallBudget.Tokens:N0} tokens in {SmallBudget.Steps:N0} steps");
