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
        if (AtRouted(plan.Size) is var (experts, used))
        {
            answers.Add(Answered(OptimumFigures.OptimalTokensAtBudget, LawQuestions.Allocation, "tokens", JointMoe2025.Law.Info,
                JointMoe2025.Law.Allocate(compute.SixND, experts, used).Select(static best => best.Tokens.Count)));
        }

        Ask<IBatchLaw>(BatchFigures.ProposedBatchTokens, LawQuestions.Batch, "tokens", law => law.Batch(size, run.Tokens).Select(static b => b.Count));
        if (size.IsRouted)
            answers.Add(Answered(BatchFigures.ProposedBatchTokens, LawQuestions.Batch, "tokens", Ling2025.Law.Info, Ling2025.Law.Batch(compute.SixND).Select(static b => b.Count)));
        Ask<ICriticalBatchLaw>(BatchFigures.CriticalBatchTokens, LawQuestions.CriticalBatch, "tokens", law => law.CriticalBatch(size, run.Unique.OnePass).Select(static b => b.Count));
        Ask<ILearningRateLaw>(LearningRateFigures.ProposedLearningRate, LawQuestions.LearningRate, "", law => law.LearningRate(size.WithScale, run.Tokens));
        if (size.IsRouted)
            answers.Add(Answered(LearningRateFigures.ProposedLearningRate, LawQuestions.LearningRate, "", Ling2025.Law.Info, Ling2025.Law.LearningRate(compute.SixND)));
        if (AtRouted(plan.Size) is var (of, active))
            answers.Add(Answered(LearningRateFigures.ProposedLearningRate, LawQuestions.LearningRate, "", JointMoe2025.Law.Info, JointMoe2025.Law.LearningRate(plan.Size.Counts.NonEmbedding, of, active)));
        return answers;
    }

    // What joint-moe-2025 was measured with: experts as large as the dense feed-forward, one of them used.
    private static (double Experts, double Used)? AtRouted(SizePlan size) =>
        size.Model?.ExpertLayer is { ActiveExperts: 1 } layer ? (layer.Experts, layer.ActiveExperts) : null;

    private static LawAnswer Answered(FigureKey question, LawQuestions asked, string unit, LawInfo law, Answer<double> answer) => new(
        question, law, answer.HasValue ? answer.Value : null, unit, answer.HasValue ? answer.Outside.ToString() : answer.WhyNone ?? "")
    { Asked = asked, Outside = answer.Outside };
}
