using System.Globalization;
using ScalingStudy.Model;
using ScalingStudy.Study;

namespace ScalingStudy;

/// <summary>Sweep, fit, prediction, and the run that was predicted.</summary>
internal static class StudyProgram
{
    private const string Usage = """
        ScalingStudy next [--metrics] [--out study]
          the run of Next.scaling.json, planned by the law of runs.jsonl; --metrics prints its instruments by OpenTelemetry
        ScalingStudy run
          one run of 'scaling sweep': sizes, tokens and log from the variables SCALING_...
        ScalingStudy [--scale 1] [--threads <cores>] [--out study]
          --scale    multiplies every budget: 1 takes 5 to 15 minutes on two cores, 0.02 under a minute
          --threads  runs side by side, one per core
          --out      where the logs and the law are written; runs that are there are not trained again
        """;

    private static readonly int[] Widths = [8, 16, 24, 32, 48, 96];
    private static readonly double[] SmallBudgets = [2e10, 6e10];
    private static readonly double[] LargeBudgets = [2e11, 6e11];
    private const int FewestSteps = 25;
    private const double TargetOverLargest = 5;
    private const int TargetSeeds = 2;

    public static int Run(string[] args, TextWriter output)
    {
        if (args is ["run"])
            return OneRun.Train();
        var options = args.Chunk(2).ToDictionary(static pair => pair[0], static pair => pair.ElementAtOrDefault(1), StringComparer.Ordinal);
        if (options.Keys.Except(["--scale", "--threads", "--out"]).Any() || options.Values.Any(static value => value is null)
            || !double.TryParse(options.GetValueOrDefault("--scale", "1"), CultureInfo.InvariantCulture, out var scale) || scale is not (> 0 and <= 100)
            || !int.TryParse(options.GetValueOrDefault("--threads", Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture, out var threads) || threads < 1)
        {
            output.WriteLine(Usage);
            return 2;
        }

        var folder = options.GetValueOrDefault("--out", "study")!;
        Directory.CreateDirectory(folder);
        var corpus = Corpus.OfReferencePacks();
        output.Say($"Text: {corpus.Training.Length / 1e6:0.0} MB to train on, {corpus.Validation.Length / 1e6:0.0} MB held out");
        return Study(corpus, scale, new Sweep(new Trainer(corpus, folder), threads, output), Path.Combine(folder, "scaling-study.law.json"), output);
    }

    private static int Study(Corpus corpus, double scale, Sweep sweep, string lawPath, TextWriter output)
    {
        // A small study has no use for widths that its smallest budget trains for a few steps.
        Shape[] shapes = [.. Widths.Select(static width => new Shape(width)).Where(shape => new RunPlan("", shape, scale * SmallBudgets[0], 0, 0) is var run
            && run.Tokens >= FewestSteps * run.BatchTokens)];
        output.WriteLine("Learning rates: three points a size at a small and a large budget");
        var rates = LearningRates.Search(sweep, shapes, [scale * SmallBudgets[0], scale * LargeBudgets[0]], output);
        output.Say($"  {rates}");

        output.WriteLine("Sweep");
        var runs = SmallBudgets.SelectMany(budget => Grid(budget, seeds: 2)).Concat(LargeBudgets.SelectMany(budget => Grid(budget, seeds: 1))).ToList();
        var finished = sweep.Run(runs).Where(static pair => double.IsFinite(pair.Record.Result!.Loss)).ToList();
        foreach (var (run, record) in finished.OrderBy(static pair => (pair.Run.Budget, pair.Run.Shape.Width, pair.Run.Seed)))
            output.Say($"  {run.Budget:0.#e+0} FLOP, {run.Shape.Parameters,7:N0} parameters, {run.Tokens / 1e6,5:0.00}M bytes, rate {run.Rate:0.0000}, seed {run.Seed}: {record.Result!.Loss:0.0000} nats/byte");

        var prediction = Prediction.Of([.. finished.Select(static pair => pair.Record)], scale * LargeBudgets[^1] * TargetOverLargest, lawPath);
        Report(prediction, corpus, output);
        var target = new RunPlan("target", prediction.Shape, prediction.Budget, 0, Seed: 1);
        target = target with { Rate = rates.At(target) };
        var outcomes = sweep.Run([.. Enumerable.Range(1, TargetSeeds).Select(seed => target with { Seed = seed })], prediction.Forecast);
        return Verdict(prediction, [.. outcomes.OrderBy(static pair => pair.Run.Seed).Select(static pair => pair.Record.Result!.Loss)], sweep, output);

        IEnumerable<RunPlan> Grid(double budget, int seeds) => shapes.SelectMany(shape => Enumerable.Range(1, seeds).Select(seed =>
        {
            var run = new RunPlan("sweep", shape, scale * budget, 0, seed);
            return run with { Rate = rates.At(run) };
        }));
    }

    private static void Report(Prediction prediction, Corpus corpus, TextWriter output)
    {
        var (fit, forecast) = (prediction.Fit, prediction.Forecast);
        output.Say($"Law: L = {fit["E"]:0.000} + {fit["A"]:0.0}/N^{fit["alpha"]:0.000} + {fit["B"]:0.0}/D^{fit["beta"]:0.000}, root mean square {fit.Diagnostics!.RootMeanSquare:0.0000} of ln loss");
        foreach (var finding in fit.Findings)
            output.Say($"  {finding}");
        output.Say($"Prediction, before it is trained: {prediction.Budget:0.#e+0} FLOP, {prediction.Shape.Parameters:N0} parameters, {forecast.Tokens.Count / 1e6:0.00}M bytes: {forecast.End.Median:0.000} nats/byte, 90 %: {forecast.End.Low:0.000} to {forecast.End.High:0.000}");
        if (forecast.Tokens.Count > corpus.Training.Length)
            output.Say($"  it repeats its text: {forecast.Tokens.Count / corpus.Training.Length:0.0} epochs");
    }

    private static int Verdict(Prediction prediction, double[] losses, Sweep sweep, TextWriter output)
    {
        var end = prediction.Forecast.End;
        foreach (var (index, loss) in losses.Index())
        {
            var inside = loss >= end.Low && loss <= end.High;
            output.Say($"Outcome, seed {index + 1}: {loss:0.000} nats/byte, {100 * ((loss / end.Median) - 1):+0.0;-0.0} % of the prediction: {(inside ? "within the interval" : "MISSED")}");
        }

        output.Say($"Cost: {sweep.Flops:0.0e+0} FLOP");
        return 0;
    }
}
