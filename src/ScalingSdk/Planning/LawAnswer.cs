using ScalingSdk.Laws;

namespace ScalingSdk.Planning;

/// <summary>What one law answers to a question of the plan, beside the others.</summary>
/// <param name="Question">The question, as the plan's figures call it.</param>
/// <param name="Law">The law.</param>
/// <param name="Value">The answer, or null where the law has none.</param>
/// <param name="Unit">The unit of the answer.</param>
/// <param name="Validity">How far outside the law's runs, or why there is no answer.</param>
public sealed record LawAnswer(FigureKey Question, LawInfo Law, double? Value, string Unit, string Validity)
{
    /// <summary>What lets this law lie apart from others on this question, as a clause; null where nothing but range and convention does.</summary>
    internal string? WhyApart => Law.WhyApart.FirstOrDefault(clause => clause.Question == Asked)?.Why;

    /// <summary>What the law was asked.</summary>
    internal LawQuestions Asked { get; init; }

    /// <summary>How far outside the law's runs; not set where the law has no answer.</summary>
    internal Extrapolation Outside { get; init; }

    internal static IReadOnlyList<LawAnswer> Of(TrainingPlan plan)
    {
        if (!plan.Size.LawsApply)
            return [];
        var size = plan.Size.Counts;
        var answers = new List<LawAnswer>();

        // A law that was fitted to own runs stands in no registry.
        var named = new List<IScalingLaw>();
        foreach (var stated in plan.Spec.Laws.Stated)
        {
            if (!named.Contains(stated.Law))
                named.Add(stated.Law);
        }

        void Ask<TLaw>(FigureKey question, LawQuestions asked, string unit, Func<TLaw, Answer<double>> ask)
            where TLaw : class, IScalingLaw
        {
            foreach (var one in named)
            {
                if (one is TLaw law)
                    answers.Add(Answered(question, asked, unit, law.Info, ask(law)));
            }

            foreach (var law in LawRegistry.Of<TLaw>())
            {
                if (!named.Contains(law))
                    answers.Add(Answered(question, asked, unit, law.Info, ask(law)));
            }
        }

        Ask<IAllocationLaw>(OptimumFigures.OptimalTokens, LawQuestions.Allocation, "tokens", law => law.OptimalTokens(size).Select(static t => t.Count));
        if (plan.Run is not { } run || plan.Compute is not { } compute)
            return answers;
        Ask<IAllocationLaw>(OptimumFigures.OptimalTokensAtBudget, LawQuestions.Allocation, "tokens", law =>
            law.Allocate(OptimumPlan.BudgetOf(law, plan.Size, run, compute)).Select(static best => best.Tokens.Count));
        Ask<IAllocationOpinion>(OptimumFigures.OptimalTokensAtBudget, LawQuestions.Allocation, "tokens", law =>
            law.Beside(size, run.Tokens).Select(static best => best.Tokens.Count));
        Ask<IBatchLaw>(BatchFigures.ProposedBatchTokens, LawQuestions.Batch, "tokens", law => law.Batch(size, run.Tokens).Select(static b => b.Count));
        Ask<ICriticalBatchLaw>(BatchFigures.CriticalBatchTokens, LawQuestions.CriticalBatch, "tokens", law => law.CriticalBatch(size, run.Unique.OnePass).Select(static b => b.Count));
        Ask<ILearningRateLaw>(LearningRateFigures.ProposedLearningRate, LawQuestions.LearningRate, "", law => law.LearningRate(size.WithScale, run.Tokens));
        return answers;
    }

    private static LawAnswer Answered(FigureKey question, LawQuestions asked, string unit, LawInfo law, Answer<double> answer) => new(
        question, law, answer.HasValue ? answer.Value : null, unit, answer.HasValue ? answer.Outside.ToString() : answer.WhyNone ?? "")
    { Asked = asked, Outside = answer.Outside };
}
