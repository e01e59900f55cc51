using OpenTelemetry;
using OpenTelemetry.Metrics;
using ScalingSdk.Laws;
using ScalingSdk.Models;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;
using ScalingSdk.Training;
using ScalingStudy.Model;
using ScalingStudy.Study;

namespace ScalingStudy;

/// <summary>
/// The run of <c>Next.scaling.json</c>. Its tokens and its predicted loss are constants: the build fitted a law to <c>runs.jsonl</c> before it
/// compiled this, and the plan follows from that law.
/// </summary>
internal static class NextRun
{
    // Between the seeds of the sweep, in ln loss.
    private const double SeedNoise = 0.01;

    public static int Train(string[] args, TextWriter output)
    {
        var at = Array.IndexOf(args, "--out");
        var folder = at >= 0 && at + 1 < args.Length ? args[at + 1] : "study";
        Directory.CreateDirectory(folder);
        var shape = Shape.Nearest(NextBudget.TotalParameters);
        var plan = new RunPlan("next", shape, 6.0 * shape.Parameters * NextBudget.Tokens, NextBudget.LearningRate, Seed: 1) { BatchTokens = NextBudget.BatchTokens };
        var law = LawFile.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "scaling-study.law.json"))).Law!;
        var forecast = RunForecast.Of(law, new ActiveParameters(shape.Parameters), new Tokens(plan.Tokens), Curve(folder), SeedNoise);
        output.Say($"{NextBudget.Name}: {NextBudget.TotalParameters:N0} parameters, {NextBudget.Tokens:N0} bytes, {NextBudget.Steps:N0} steps: {NextBudget.PredictedLoss:0.0000} nats/byte predicted, 90 %: {forecast.End.Low:0.000} to {forecast.End.High:0.000}");

        using var instruments = new RunInstruments(NextBudget.Name);
        using var exporter = args.Contains("--metrics") ? Sdk.CreateMeterProviderBuilder().AddMeter(RunInstruments.MeterName).AddConsoleExporter().Build() : null;
        var metrics = new Metrics(instruments, new BatchTokens(NextBudget.CriticalBatchTokens));
        var loss = new Trainer(Corpus.OfReferencePacks(), folder).Train(plan, forecast, metrics).Result!.Loss;

        var inside = loss >= forecast.End.Low && loss <= forecast.End.High;
        output.Say($"Outcome: {loss:0.0000} nats/byte, {100 * ((loss / forecast.End.Median) - 1):+0.0;-0.0} % of the prediction: {(inside ? "within the interval" : "MISSED")}");
        return 0;
    }

    // The runs that were trained last are nearest in length.
    private static CurveOfRuns? Curve(string folder)
    {
        var runs = Directory.GetFiles(folder, "target-*.jsonl").Select(static path => RunRecord.Read(File.ReadAllText(path))).Where(static run => run.Result is not null).ToArray();
        return runs.Length > 0 ? new(runs) : null;
    }
}
