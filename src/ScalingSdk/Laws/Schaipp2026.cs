using ScalingSdk.Quantities;

namespace ScalingSdk.Laws;

/// <summary>Schaipp et al. 2026, <i>How to Allocate Your Tokens?</i> (arXiv 2607.01487): the best batch for a number of tokens.</summary>
public sealed class Schaipp2026 : IBatchLaw
{
    private const double Factor = 0.667;
    private const double Power = 0.566;

    private static readonly Equation Best = new("", Symbol.B, $"{Factor:k} D^{Power:p}", Symbol.D);

    private Schaipp2026()
    {
    }

    /// <summary>The law.</summary>
    public static Schaipp2026 Law { get; } = new();

    /// <summary>The batches that cost at most 5 % of the compute, as factors of the best one.</summary>
    public static Bounds Band { get; } = new(0.5, 2);

    /// <inheritdoc/>
    public LawInfo Info { get; } = new()
    {
        Id = "schaipp-2026",
        Paper = "Schaipp et al. 2026, How to Allocate Your Tokens?",
        ArXiv = "2607.01487",
        ConstantSet = "schaipp-2026",
        Parameters = ParameterConvention.None,
        Range = new LawRange(new Bounds(5e7, 1e9), new Bounds(2e9, double.PositiveInfinity), Bounds.Any),
        Answers = LawQuestions.Batch,
        DenseOnly = true,
        Equations = [Best],
        WhyApart = [new(LawQuestions.Batch, "the exponent of the best batch is contested: 0.57 here, 0.38 in bergsma-2025")],
        Facts = ["half to twice the best batch costs at most 5 % of the compute"],
        Caveats =
        [
            "a second opinion on step-law-2025, with which it agrees within 3 %; much of its data is the same, so the agreement is not independent",
            "bergsma-2025 has a smaller exponent (0.383): the exponent of the best batch is contested",
        ],
    };

    /// <summary>The batch of the lowest loss.</summary>
    public Answer<BatchTokens> Batch(Tokens d) => Answer<BatchTokens>.Of(
        new(Factor * Math.Pow(d.Count, Power)), Info.Range.OfTokens(d.Count), new(Info, Best, d.Count));

    /// <inheritdoc/>
    public Answer<BatchTokens> Batch(ModelSize model, Tokens tokens) => model.IsRouted
        ? Answer<BatchTokens>.None("'schaipp-2026' was measured on dense models")
        : Answer<BatchTokens>.Of(
            new(Factor * Math.Pow(tokens.Count, Power)), Info.Range.OfRun(model.Active.Count, tokens.Count), new(Info, Best, tokens.Count));
}
