using ScalingSdk.Laws;

namespace ScalingSdk.Tests.Laws;

internal sealed class Pearce2024Golden : IGoldenLaw
{
    public string Id => "pearce-2024";

    public double[] Evaluate(string function, GoldenInput input) => function switch
    {
        "N_T(N_nonemb)" => [Pearce2024.Law.ToTotal(input.Weights).Value.Count],
        "N where embeddings are half" => [WhereEmbeddingsAreHalf()],
        "slope over the range of Kaplan; besiroglu; chinchilla" =>
            [Slope(Besiroglu2024.Law), Slope(Chinchilla2022.Approach3Tex)],
        _ => throw new ArgumentException($"pearce-2024 has no function '{function}'", nameof(function)),
    };

    private static double WhereEmbeddingsAreHalf() =>
        Bisect(1, 1e12, static n => Pearce2024.Law.ToTotal(new(n)).Value.Count > 2 * n);

    // As in the paper: a straight line through the logarithms of the frontier, over evenly spaced budgets of Kaplan's range.
    private static double Slope(ParametricLaw law)
    {
        const int Budgets = 100;
        var compute = Enumerable.Range(0, Budgets).Select(static i => 12.95 + ((20.7 - 12.95) * i / (Budgets - 1))).ToArray();
        var sizes = compute.Select(c => Bisect(
            0, 12, n => Math.Log10(Pearce2024.Law.OptimalNonEmbeddingFlops(new(Math.Pow(10, n)), law).Value) < c)).ToArray();
        var (meanC, meanN) = (compute.Average(), sizes.Average());
        return compute.Zip(sizes, (c, n) => (c - meanC) * (n - meanN)).Sum() / compute.Sum(c => (c - meanC) * (c - meanC));
    }

    private static double Bisect(double low, double high, Func<double, bool> isBelow)
    {
        for (var i = 0; i < 100; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = isBelow(middle) ? (middle, high) : (low, middle);
        }

        return low;
    }
}
