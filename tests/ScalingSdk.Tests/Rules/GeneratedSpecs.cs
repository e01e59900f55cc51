using System.Globalization;

namespace ScalingSdk.Tests.Rules;

/// <summary>Specs of random sizes, tokens, epochs and batches: 1,000 here, as many as SCALING_GENERATED_SPECS says in a long run.</summary>
internal static class GeneratedSpecs
{
    public static int Count { get; } = int.Parse(Environment.GetEnvironmentVariable("SCALING_GENERATED_SPECS") ?? "1000", CultureInfo.InvariantCulture);

    /// <summary>The specs of a seed, the same everywhere.</summary>
    public static IEnumerable<string> Of(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < Count; i++)
            yield return Next(random);
    }

    public static double Between(Random random, double low, double high) => Math.Exp(Math.Log(low) + (random.NextDouble() * Math.Log(high / low)));

    private static string Next(Random random)
    {
        var (size, tokens) = (Between(random, 1e7, 1e12), Between(random, 1e8, 2e13));
        var unique = random.Next(3) == 0 ? "" : FormattableString.Invariant($$""", "unique_tokens": {{tokens * Between(random, 0.01, 1):0}}""");
        var training = random.Next(3) == 0 ? FormattableString.Invariant($$""", "training": { "batch_tokens": {{Between(random, 3e4, 1e8):0}} }""") : "";
        return FormattableString.Invariant($$"""{ "model": { "parameters": {{size:0}} }, "data": { "tokens": {{tokens:0}}{{unique}} }{{training}} }""");
    }
}
