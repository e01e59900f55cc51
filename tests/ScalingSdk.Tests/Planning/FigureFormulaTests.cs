using ScalingSdk.Planning;
using ScalingSdk.Tool.LawValues;

namespace ScalingSdk.Tests.Planning;

/// <summary>What a figure prints as its formula gives its value with the inputs that it prints.</summary>
public sealed class FigureFormulaTests
{
    // Whole in code: the exact number lies less than one away.
    private static readonly FigureKey[] Whole =
    [
        DataFigures.OverfittingThresholdTokens, DataFigures.LargestNonEmbeddingWeights, BatchFigures.Steps, BatchFigures.AccumulationPasses,
    ];

    public static TheoryData<string> Samples => [.. PlanSamples.Specs];

    [Theory, MemberData(nameof(Samples))]
    public void Figure_WithItsPrintedInputs_IsItsPrintedFormula(string sample)
    {
        var plan = PlanSamples.Plan(sample);
        var values = plan.Figures.ToDictionary(static figure => figure.Key, static figure => figure.Value, StringComparer.Ordinal);

        Assert.All(plan.Figures, figure =>
        {
            if (figure.Expression is { } expression)
            {
                Assert.All(figure.Inputs, input => Assert.True(values.ContainsKey(input.Name), $"'{figure.Key}' names '{input.Name}', which the plan does not have"));
                AssertNear(figure, PrintedFormula.Evaluate(expression, values), expression);
            }
            else if (figure.Answer.How is { Condition: null } how)
            {
                var inputs = figure.Answer.Inputs.ToDictionary(static input => input.Name, static input => input.Value, StringComparer.Ordinal);
                if (how.Unknown is { } unknown)
                {
                    inputs[unknown.Name] = figure.Value;
                    var left = inputs[how.Equation.Left.Name];
                    Assert.True(Math.Abs((PrintedFormula.Evaluate(how.Equation.Expression, inputs) / left) - 1) < 1e-5, $"'{figure.Key}' = {figure.Number} does not solve '{figure.Formula}'");
                }
                else
                {
                    AssertNear(figure, PrintedFormula.Evaluate(how.Equation.Expression, inputs), figure.Formula);
                }
            }
        });
    }

    [Fact]
    public void Figures_ThatALawAnswered_HaveAnEquation()
    {
        var bare = PlanSamples.Specs.SelectMany(static spec => PlanSamples.Plan(spec).Figures)
            .Where(static figure => figure.Law is not null && figure.Answer.How is null && figure.Expression is null)
            .Select(static figure => figure.Key).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        // Solved numerically, or stated by the paper in words; a proposal names the law that made it.
        Assert.Equal(["compute_saved", "flat_parameters_high", "flat_parameters_low", "gain_after_16_epochs", "other_loss", "tokens", "total_parameters"], bare);
    }

    private static void AssertNear(Figure figure, double expected, string formula)
    {
        var tolerance = Whole.Contains(figure.Declared) || figure.Exact is not null ? Math.Max(1, 1e-9 * Math.Abs(expected)) : 1e-9 * Math.Abs(expected);
        Assert.True(Math.Abs(figure.Value - expected) <= tolerance, FormattableString.Invariant($"'{figure.Key}' is {figure.Value}, but its formula '{formula}' gives {expected}"));
    }
}
