using System.Globalization;
using ScalingSdk;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

// A run from plain numbers: what is left out is derived or proposed.
var plan = ScalingPlan.Create(new()
{
    Model = Model.Llama(layers: 32, hiddenSize: 4096, attentionHeads: 32, intermediateSize: 11008, vocabularySize: 32000),
    Tokens = 1e12,
    SequenceLength = 4096,
    Accelerator = "H100-SXM",
    Devices = 256,
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

// Compute alone: the plan proposes size and tokens.
foreach (var flops in new[] { 1e20, 1e21, 1e22 })
{
    var best = ScalingPlan.Create(new() { Flops = flops });
    Console.WriteLine($"{flops:0e0} FLOP: {best.Parameters / 1e9:0.00}B parameters, {best.Tokens / 1e9:0.0}B tokens");
}

// Values that contradict each other have no plan.
try
{
    ScalingPlan.Create(new() { Model = Model.OfSize(7e9), Tokens = 1e12, UniqueTokens = 1e11, Epochs = 3 });
}
catch (ScalingPlanException contradiction)
{
    Console.WriteLine(contradiction.Message);
}
