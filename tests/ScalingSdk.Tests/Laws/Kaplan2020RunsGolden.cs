using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Tests.Laws;

/// <summary>Batch, steps, allocation and appendix B of kaplan-2020.</summary>
internal static class Kaplan2020RunsGolden
{
    private static readonly Kaplan2020 Law = Kaplan2020.Law;

    public static double[] Evaluate(string function, GoldenInput input) => function switch
    {
        "Bcrit 5.3" => [Critical(input["L"]).Count],
        "Bcrit ratio" => [Critical(3 * input["ratio"]).Count / Critical(3).Count],
        "Smin/S 5.4" => [Kaplan2020.Fewest(new(1), new(input["B"]), Critical(input["L"])).Value.Count],
        "Cmin/C 5.5" => [Kaplan2020.Least(new(1), new(input["B"]), Critical(input["L"])).Value.Flops],
        "L(N;Smin) 5.6" => [Law.LossAfter(input.Weights, new(input["S"])).Value.NatsPerToken],
        "S_stop 5.7" => [Law.EarliestStop(input.Weights, input.Unique).Value.Count],
        "Table 6" => Table6(input.LeastCompute),
        "Table 6 for 10x" => [Table6(new(10))[0] / Table6(new(1))[0], Table6(new(10))[3] / Table6(new(1))[3]],
        "Table 6 D; its 4.4; ratio" => AgainstTheThreshold(Law.Table6(input.LeastCompute).Value),
        "N_opt" => [Law.Allocate(input.Compute).Value.Parameters],
        "own threshold C;N" =>
            [Kaplan2020.OwnThresholdCrossing.PetaflopDays, Law.Table6(Kaplan2020.OwnThresholdCrossing).Value.Parameters.Count],
        "contradiction C;N;D;L" => Point(Kaplan2020.Contradiction),
        "contradiction of 6.7 C;N;D;L" => Point(Kaplan2020.ContradictionOfEquation67),
        "B.8 C_c FLOP; PFd; alpha_C" => FrontierConstants(),
        "Frontier N;S;L;B" => Frontier(Law.Frontier(input.LeastCompute).Value),
        "B.5 stop above converged" => [Kaplan2020.StopAboveConverged],
        "B.12;B.13;B.14" => Stopping(Kaplan2020.StoppingAt(Kaplan2020.StopAboveConverged, input["f2"]).Value),
        "B.16" => [Kaplan2020.WrongSize(input["ratio"]).Value.Compute],
        "B.16 compute overhead" => [Kaplan2020.WrongSize(input["ratio"]).Value.Compute - 1],
        "B.17 steps" => [Kaplan2020.WrongSize(input["ratio"]).Value.Steps],
        "B.17 fewer steps" => [1 - Kaplan2020.WrongSize(input["ratio"]).Value.Steps],
        _ => throw new ArgumentException($"kaplan-2020 has no function '{function}'", nameof(function)),
    };

    private static BatchTokens Critical(double loss) => Law.CriticalBatch(new KaplanLoss(loss)).Value;

    private static double[] Table6(MinimumCompute c)
    {
        var run = Law.Table6(c).Value;
        return [run.Parameters.Count, run.CriticalBatch.Count, run.Steps.Count, run.Tokens.Count];
    }

    private static double[] AgainstTheThreshold(KaplanRun run)
    {
        var threshold = Law.Threshold(run.Parameters).Value.Count;
        return [run.Tokens.Count, threshold, run.Tokens.Count / threshold];
    }

    private static double[] Point(ContradictionPoint point) =>
        [point.Compute.PetaflopDays, point.Parameters.Count, point.Tokens.Count, point.Loss.NatsPerToken];

    private static double[] Frontier(FrontierRun run) =>
        [run.Parameters.Count, run.Steps.Count, run.Loss.NatsPerToken, run.CriticalBatch.Count];

    private static double[] Stopping(RunRatio ratio) => [ratio.Parameters, ratio.Steps, ratio.Compute];

    // L(C) = (C_c/C)^alpha_C: two points give both constants.
    private static double[] FrontierConstants()
    {
        var (one, ten) = (Loss(1), Loss(10));
        var exponent = Math.Log10(one / ten);
        var days = Math.Pow(one, 1 / exponent);
        return [days * TrainingFlops.PerPetaflopDay, days, exponent];

        static double Loss(double days) => Law.Frontier(new(days)).Value.Loss.NatsPerToken;
    }
}
