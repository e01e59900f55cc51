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
        var training = random.Next(3) == 0 ? FormattableString.Invariant($$""", "training": { "batch_tokens": {{Between(random, 3e4, 1e8):0}} }""")
            : random.Next(2) == 0 ? $$""", "training": { {{Recipe(random)}} }"""
            : "";
        var active = random.Next(6) == 0 ? FormattableString.Invariant($$""", "active_parameters": {{size * Between(random, 0.03, 0.5):0}}""") : "";
        var data = random.Next(6) == 0
            ? FormattableString.Invariant($$""" "unique_tokens": {{tokens:0}}, "epochs": {{Between(random, 0.5, 100):R}}""")
            : FormattableString.Invariant($$""" "tokens": {{tokens:0}}{{unique}}""");
        return FormattableString.Invariant($$"""{ "model": { "parameters": {{size:0}}{{active}} }, "data": {{{data}} }{{training}} }""");
    }

    // What else a run states: some of it no run has.
    private static string Recipe(Random random) => string.Join(", ", new[]
    {
        FormattableString.Invariant($"\"learning_rate\": {Between(random, 1e-8, 10):R}"),
        FormattableString.Invariant($"\"weight_decay\": {Between(random, 0.01, 4):R}"),
        FormattableString.Invariant($"\"dropout\": {random.Next(3) * 0.1}"),
        FormattableString.Invariant($"\"batch_sequences\": {Between(random, 1, 1e6):0}"),
        $"\"schedule\": \"{(random.Next(2) == 0 ? "constant" : "wsd")}\"",
        $"\"optimizer\": \"{(random.Next(2) == 0 ? "muon" : "adamw")}\"",
        $"\"parametrization\": \"{(random.Next(2) == 0 ? "mup" : "standard")}\"",
        $"\"start\": \"{(random.Next(4) == 0 ? "pretrained" : "scratch")}\"",
    }.Where(_ => random.Next(2) == 0));
}
