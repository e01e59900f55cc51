using FactoryMethods;

var run = args is ["wide"] ? Runs.Wide() : Runs.Small();
Console.WriteLine($"{run.BlockLayers} layers of {run.EmbedDimensions}, {run.BatchSize:N0} tokens a step");
