using PositionalRecord;

// The defaults are GPT-2 small, on two billion tokens: the size is too large for them, wherever no value of its own makes it smaller.
var small = new GptConfig();
var tiny = new GptConfig(EmbDim: 128, NHeads: 4, NLayers: 4);
var deep = small with { NLayers = 24 }; // SCALE1006

Console.WriteLine($"{small}\n{tiny}\n{deep}");
Console.WriteLine($"by default: {GptConfigBudget.TotalParameters:N0} parameters, optimal on {GptConfigBudget.OptimalTokens:N0} tokens");
