using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Tool.LawValues;

namespace ScalingSdk.Tests.Laws;

public sealed class SourceTests
{
    public static TheoryData<string> Laws => [.. LawRegistry.All.Select(static law => law.Info.Id)];

    [Theory, MemberData(nameof(Laws))]
    public void Answer_OfAnyQuestion_IsItsPrintedEquationWithItsPrintedInputs(string id)
    {
        foreach (var question in LawQuestion.All.Where(question => question.Law.Info.Id == id))
        {
            if (question.Ask() is not { } answer)
                continue;
            Assert.True(answer.Source.Law is not null, $"{question} has no source: give it to 'Answer.Of'");
            Assert.True(id == answer.Source.Law.Id || question.Method.IsStatic, $"{question} answers for '{answer.Source.Law.Id}'");
            if (answer.Source.Equation is null)
            {
                Assert.True(question.Method.Name is nameof(Porian2024.Beta2) or nameof(Tay2021.Depth) or nameof(Nanochat2026.Recipe), $"{question} has no equation");
                continue;
            }

            Assert.Contains(answer.Source.Equation, answer.Source.Law.Equations);
            if (answer.Type != typeof(Interval))
                AssertReproduced(question, answer.Numbers, answer.Type, answer.Source);
        }
    }

    [Fact]
    public void ToString_OfASource_IsLawAndNumber()
    {
        var threshold = Kaplan2020.Law.Threshold(new NonEmbeddingWeights(1e9)).Source;

        Assert.Equal("kaplan-2020 eq. 4.4", threshold.ToString());
        Assert.Equal(new("N", 1e9, "parameters"), Assert.Single(threshold.Inputs));
        Assert.Equal("kaplan-2020 Table 6", Kaplan2020.Law.Allocate(new TrainingFlops(1e20)).Source.ToString());
        Assert.Equal("", default(Source).ToString());
        Assert.Empty(default(Source).Inputs);
    }

    [Fact]
    public void Source_OfAnInverse_SaysForWhatItWasSolved()
    {
        var inverse = Kaplan2020.Law.LargestModelFor(new UniqueTokens(2e10)).Source;

        Assert.Equal("D = 5e3 N^0.74, solved for N", inverse.How!.ToString());
        Assert.Equal(new("D", 2e10, "tokens"), Assert.Single(inverse.Inputs));
    }

    // One of the numbers of the answer is what the equation gives, or what it was solved for.
    private static void AssertReproduced(LawQuestion question, IReadOnlyList<double> numbers, Type type, Source source)
    {
        if (source.How!.Condition is null)
            Assert.True(numbers.Any(number => Agrees(number, type, source)), FormattableString.Invariant($"{question} answers {string.Join(", ", numbers)}: not its printed equation {source.How} with {string.Join(", ", source.Inputs)}"));
    }

    private static bool Agrees(double number, Type type, Source source)
    {
        var how = source.How!;
        var inputs = source.Inputs.ToDictionary(static input => input.Name, static input => input.Value, StringComparer.Ordinal);
        if (how.Unknown is { } unknown)
            inputs[unknown.Name] = InUnit(number, type, unknown.Unit);
        var (expected, tolerance) = how.Unknown is null ? (InUnit(number, type, how.Equation.Left.Unit), 1e-9) : (inputs[how.Equation.Left.Name], 1e-6);
        return Math.Abs(PrintedFormula.Evaluate(how.Equation.Expression, inputs) - expected) <= tolerance * Math.Abs(expected);
    }

    // Kaplan's compute is typed in FLOP and in PF-days.
    private static double InUnit(double number, Type type, string unit) => (unit, type.Name) switch
    {
        ("FLOP", nameof(MinimumCompute)) => number * TrainingFlops.PerPetaflopDay,
        ("PF-days", nameof(TrainingFlops)) => number / TrainingFlops.PerPetaflopDay,
        _ => number,
    };
}
