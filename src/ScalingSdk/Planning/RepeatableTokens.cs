using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;

namespace ScalingSdk.Planning;

/// <summary>The unique tokens from which a size may train on them again, where the plan chooses the size or the tokens.</summary>
internal static class RepeatableTokens
{
    /// <summary>Both are typed with three digits.</summary>
    private const double Rounding = 1.01;

    private const int Halvings = 60;

    /// <summary>The stated epochs of a run whose unique tokens the plan chooses; null where there is no such choice, or nothing repeats.</summary>
    public static double? Epochs(TrainingSpec spec) => spec.Data is { Epochs: { Value: > 1 and var epochs }, UniqueTokens: null } ? epochs : null;

    /// <summary>The unique tokens that a size asks for, to three digits; null where the law has no answer.</summary>
    public static double? Of(Kaplan2020 law, ModelSize size) =>
        law.Threshold(size) is { HasValue: true, Value.Count: var threshold } ? LimitedOptimum.ThreeDigits(threshold * Rounding) : null;

    /// <summary>The largest size that may repeat so many unique tokens, to three digits; null where none may.</summary>
    public static double? LargestSize(Kaplan2020 law, UniqueTokens unique) => Largest(law, 1e16, _ => unique.Count);

    /// <summary>The largest size at most this one that may repeat the tokens of a compute so often; itself where it may.</summary>
    public static double WithinCompute(Kaplan2020 law, double size, double flops, double epochs) =>
        Largest(law, size, n => flops / (6 * n * epochs)) ?? size;

    private static double? Largest(Kaplan2020 law, double most, Func<double, double> unique)
    {
        if (May(most))
            return most;
        var (low, high) = (0.0, Math.Log(most));
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = May(Math.Exp(middle)) ? (middle, high) : (low, middle);
        }

        return low > 0 ? LimitedOptimum.ThreeDigits(Math.Exp(low)) : null;

        bool May(double n) => Of(law, NominalSize.Of(new TotalParameters(n))) is { } needed && needed <= unique(n);
    }
}
