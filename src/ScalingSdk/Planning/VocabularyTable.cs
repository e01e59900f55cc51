using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Planning;

/// <summary>The vocabulary by the three methods of tao-2024: a line beside the model's own, never a rule.</summary>
internal static class VocabularyTable
{
    public static PlanTable Of(TrainingPlan plan) => new()
    {
        Key = "vocabulary",
        Title = "Vocabulary by tao-2024",
        Formula = "N_v / width at the compute that the paper pairs with the size; off by a factor of 2 on 25 of 44 published models",
        Source = Tao2024.Law.Info.Id,
        Columns = [new("method", "method"), new("vocabulary", "vocabulary"), new("over_own", "over the model's own"), new("validity", "validity")],
        Rows = plan.Size.Model is not { VocabularySize: > 0, HiddenSize: > 0 } model || !plan.Size.LawsApply || plan.Size.Counts.IsRouted ? [] : [.. Rows(plan.Size.Counts.NonEmbedding, model.HiddenSize)
            .Where(static row => row.Answer.HasValue)
            .Select(row => (IReadOnlyList<PlanCell>)
            [
                PlanCell.Of(row.Method), PlanCell.Of(Math.Round(row.Answer.Value)), PlanCell.Of(row.Answer.Value / model.VocabularySize), PlanCell.Of(row.Answer.Outside.ToString()),
            ])],
    };

    private static IEnumerable<(string Method, Answer<double> Answer)> Rows(NonEmbeddingParameters n, double width)
    {
        var law = Tao2024.Law;
        if (law.ComputeOf(n) is not { HasValue: true, Value: var compute } paired)
            yield break;
        Answer<double> Ranged(Answer<double> answer, double over) => answer.HasValue ? Answer<double>.Of(answer.Value / over, paired.Outside, answer.Source) : answer;
        yield return ("profiles", Ranged(law.VocabularyByProfiles(compute), width));
        yield return ("derivative", Ranged(law.VocabularyByDerivative(n), width));
        yield return ("loss", Ranged(law.VocabularyByLoss(n, compute, width), 1));
    }
}
