using System.Globalization;
using ScalingSdk;
using ScalingSdk.Planning;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// A run from plain numbers: what is left out is derived or proposed.
var plan = ScalingPlan.Create(new()
{
    Model = Model.Llama(layers: 32, hiddenSize: 4096, attentionHeads: 32, intermediateSize: 11008, vocabularySize: 32000),
    Tokens = 1e12, UniqueTokens = 2e11, Accelerator = "H100-SXM", Devices = 256,
});
Console.WriteLine(plan.Summary);

// What is wrong with a run, and which property it is about.
var repeated = ScalingPlan.Create(new()
{
    Model = Model.Gpt2(layers: 12, hiddenSize: 768, attentionHeads: 12),
    Tokens = 10e9,
    UniqueTokens = 2e9,
});
foreach (var finding in repeated.Findings)
    Console.WriteLine($"{finding.Rule.Id} {finding.Origin.Name}: {finding.Message}");

// Values that contradict each other have no plan.
try
{
    ScalingPlan.Create(new() { Model = Model.OfSize(7e9), Tokens = 1e12, UniqueTokens = 1e11, Epochs = 3 });
}
catch (ScalingPlanException contradiction)
{
    Console.WriteLine(contradiction.Message);
}

// 1,000 runs: of 100 sizes from 10M to 91B parameters, the one with the lowest loss for ten amounts of compute.
Console.WriteLine($"\n{"FLOP",12} {"best parameters",16} {"tokens",12} {"predicted loss",16}");
for (var i = 0; i < 10; i++)
{
    var flops = 1e19 * Math.Pow(10, i / 3.0);
    var best = Enumerable.Range(0, 100)
        .Select(j => flops / (6 * Math.Pow(10, 7 + (j / 25.0))))
        .Select(tokens => ScalingPlan.Create(new() { Model = Model.OfSize(flops / (6 * tokens)), Tokens = tokens }))
        .MinBy(run => run.Details.Find(LossFigures.PredictedLoss)?.Value ?? double.PositiveInfinity)!;
    Console.WriteLine($"{flops,12:0.0e0} {best.Parameters,16:0.00e0} {best.Tokens,12:0.00e0} {best.Details.Find(LossFigures.PredictedLoss)?.Number,16}");
}
