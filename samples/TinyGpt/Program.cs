using OpenTelemetry;
using OpenTelemetry.Metrics;
using ScalingSdk.Laws;
using ScalingSdk.Models;
using ScalingSdk.Quantities;
using ScalingSdk.Training;
using ScalingStudy;
using TinyGpt;
using TorchSharp;
using static TorchSharp.torch;

if (Torch.WhatIsMissing() is { } missing)
{
    Console.Error.WriteLine(missing);
    return 1;
}

var config = new GptConfig { NLayer = 4, NHead = 4, NEmbd = 64, BlockSize = 128, VocabSize = 256 };
const int Micro = 8;
var corpus = Corpus.OfReferencePacks();
manual_seed(1);
using var model = new Gpt(config);

// The plan counts what TorchSharp holds: where they differ, constants and model are of two shapes.
if (model.parameters().Sum(static weights => weights.numel()) is var parameters && parameters != TinyGptBudget.TotalParameters)
    throw new InvalidOperationException($"the model has {parameters:N0} parameters, the plan {TinyGptBudget.TotalParameters:N0}");

// What to train, how long and in which batches: constants that the compiler got from TinyGpt.scaling.json.
var schedule = BatchSchedule.Critical(
    new NonEmbeddingWeights(TinyGptBudget.NonEmbeddingWeights), firstBatchTokens: 2 * Micro * config.BlockSize, TinyGptBudget.BatchTokens, TinyGptBudget.Tokens);
var monitor = new RunMonitor(new Tokens(TinyGptBudget.Tokens));
using var instruments = new RunInstruments(TinyGptBudget.Name);
using var exporter = args.Contains("--metrics") ? Sdk.CreateMeterProviderBuilder().AddMeter(RunInstruments.MeterName).AddConsoleExporter().Build() : null;
using var log = RunLog.Open("tiny-gpt.jsonl", new RunStart
{
    Name = TinyGptBudget.Name,
    ActiveParameters = TinyGptBudget.TotalParameters,
    PlannedTokens = TinyGptBudget.Tokens,
    LearningRate = TinyGptBudget.LearningRate,
});
using var optimizer = optim.AdamW(model.parameters(), TinyGptBudget.LearningRate, beta2: 0.95, weight_decay: 0.1);
var noise = new GradientNoiseScale();
Console.WriteLine($"{TinyGptBudget.TotalParameters:N0} parameters, {TinyGptBudget.Tokens:N0} tokens in {schedule.Steps:N0} steps");

var random = new Random(1);
long step = 0, seen = 0;
for (var steps = schedule.Steps; schedule.StepsLeft(seen) > 0;)
{
    step++;
    var batch = schedule.At(seen);
    var micros = (int)(batch / (Micro * config.BlockSize));
    double loss = 0, smallNorm = 0;
    optimizer.zero_grad();
    for (var micro = 0; micro < micros; micro++)
    {
        using var scope = NewDisposeScope();
        var part = Text.Loss(model, config, corpus.Training, Micro, random) / micros;
        part.backward();
        loss += part.item<float>();
        if (micro == 0)
            smallNorm = Math.Pow(Text.GradientNorm(model) * micros, 2);
    }

    noise.Add(batch / micros, smallNorm, batch, Math.Pow(Text.GradientNorm(model), 2));
    nn.utils.clip_grad_norm_(model.parameters(), 1);
    foreach (var group in optimizer.ParamGroups)
        group.LearningRate = TinyGptBudget.LearningRate * Math.Min(1, step / 50.0) * (0.55 + (0.45 * Math.Cos(Math.PI * step / steps)));
    optimizer.step();

    seen += batch;
    log.Step(new(step, seen, loss, batch));
    instruments.Step(seen, batch, loss);
    foreach (var found in monitor.Observe(step, seen, loss))
    {
        Console.WriteLine(found);
        log.Event(found);
        instruments.Event(found);
    }

    if (noise.Against(new BatchTokens(TinyGptBudget.CriticalBatchTokens)) is { } critical)
        instruments.CriticalBatch(critical);
    if (step % 50 == 0)
        Console.WriteLine($"step {step}: loss {loss:0.000} nats/byte, batch {batch}, {schedule.StepsLeft(seen)} steps left; critical batch {noise.Value ?? double.NaN:0} measured, {TinyGptBudget.CriticalBatchTokens:N0} by kaplan-2020");
}

var held = Text.Evaluate(model, config, corpus.Validation);
log.Finish(new(step, seen, held));
instruments.Validation(held);
Console.WriteLine($"held-out loss {held:0.000} nats/byte");
return 0;
