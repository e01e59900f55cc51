using TwoTypes;

Console.WriteLine($"{Runs.Small.Model.Layers} layers, {SmallBudget.TotalParameters:N0} parameters on {SmallBudget.Tokens:N0} tokens");
Console.WriteLine(Runs.Describe());
