using ScalingSdk.Laws;

namespace ScalingSdk.Planning.Writing;

internal static class LearningRateFigures
{
    public static void Write(FigureList figures, TrainingPlan plan)
    {
        if (plan.LearningRate is not { } rate)
            return;
        if (rate.Stated is { } stated)
            figures.Real("learning_rate", "Peak learning rate", stated, "", Basis.Given());
        var answers = rate.Answers;
        if (rate.IsPoint)
        {
            figures.Real("proposed_learning_rate", "Proposed peak learning rate", answers[0].Rate, "", For(answers[0]));
            return;
        }

        figures.Real("proposed_learning_rate_low", "Proposed peak learning rate, lower end", rate.Low, "", For(answers.First(a => a.Rate.Equals(rate.Low))));
        figures.Real("proposed_learning_rate_high", "Proposed peak learning rate, upper end", rate.High, "", For(answers.First(a => a.Rate.Equals(rate.High))));
    }

    private static Basis For(LearningRateAnswer answer) =>
        Basis.Of(LawRegistry.Find(answer.Law)!.Info, ["eta =", "LR ="], "", "tokens") with { Outside = answer.Outside };
}
