using ScalingSdk.Laws;

namespace ScalingSdk.Planning;

/// <summary>What one law answers to a question of the plan, beside the others.</summary>
/// <param name="Question">The question, as the plan's figures call it.</param>
/// <param name="Law">The law.</param>
/// <param name="Value">The answer, or null where the law has none.</param>
/// <param name="Unit">The unit of the answer.</param>
/// <param name="Validity">How far outside the law's runs, or why there is no answer.</param>
public sealed record LawAnswer(string Question, LawInfo Law, double? Value, string Unit, string Validity)
{
    /// <summary>The tokens for which the model is the compute-optimal size.</summary>
    public const string OptimalTokens = "optimal_tokens";

    /// <summary>The compute-optimal tokens for the run's compute.</summary>
    public const string OptimalTokensAtBudget = "optimal_tokens_at_budget";

    /// <summary>The batch of the lowest loss.</summary>
    public const string Batch = "proposed_batch_tokens";

    /// <summary>The batch of twice the compute.</summary>
    public const string CriticalBatch = "critical_batch_tokens";

    /// <summary>The peak learning rate.</summary>
    public const string LearningRate = "proposed_learning_rate";

    /// <summary>What lets this law lie apart from others on this question, as a clause; null where nothing but range and convention does.</summary>
    internal string? WhyApart => Law.WhyApart.FirstOrDefault(clause => clause.Question == Asked)?.Why;

    private LawQuestions Asked => Question switch
    {
        OptimalTokens or OptimalTokensAtBudget => LawQuestions.Allocation,
        Batch => LawQuestions.Batch,
        CriticalBatch => LawQuestions.CriticalBatch,
        LearningRate => LawQuestions.LearningRate,
        _ => LawQuestions.None,
    };

    internal static IReadOnlyList<LawAnswer> Of(TrainingPlan plan)
    {
        if (!plan.Size.LawsApply)
            return [];
        var size = plan.Size.Counts;
        var answers = new List<LawAnswer>();

        // A law that was fitted to own runs stands in no registry.
        var laws = plan.Spec.Laws.Stated.Select(static stated => stated.Law).Concat(LawRegistry.All).Distinct().ToList();
        void Ask<TLaw>(string question, string unit, Func<TLaw, Answer<double>> ask)
            where TLaw : class, IScalingLaw =>
            answers.AddRange(laws.OfType<TLaw>().Select(law => Answered(question, unit, law.Info, ask(law))));

        Ask<IAllocationLaw>(OptimalTokens, "tokens", law => law.OptimalTokens(size).Select(static t => t.Count));
        if (plan.Run is not { } run || plan.Compute is not { } compute)
            return answers;
        Ask<IAllocationLaw>(OptimalTokensAtBudget, "tokens", law =>
            law.Allocate(OptimumPlan.BudgetOf(law, plan.Size, run, compute)).Select(static best => best.Tokens.Count));
        Ask<IBatchLaw>(Batch, "tokens", law => law.Batch(size, run.Tokens).Select(static b => b.Count));
        Ask<ICriticalBatchLaw>(CriticalBatch, "tokens", law => law.CriticalBatch(size, run.Unique.OnePass).Select(static b => b.Count));
        Ask<ILearningRateLaw>(LearningRate, "", law => law is DeepSeek2024
            ? LearningRatePlan.ByDeepSeek(plan.Size, run)
            : law.LearningRate(size, run.Tokens));
        return answers;
    }

    private static LawAnswer Answered(string question, string unit, LawInfo law, Answer<double> answer) => new(
        question, law, answer.HasValue ? answer.Value : null, unit, answer.HasValue ? answer.Outside.ToString() : answer.WhyNone ?? "");
}
