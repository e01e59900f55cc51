using ScalingSdk.Laws;
using ScalingSdk.Quantities;

namespace ScalingSdk.Planning;

/// <summary>The vocabulary by the three methods of tao-2024: a line beside the model's own, never a rule.</summary>
internal static class VocabularyTable
{
    public static PlanTable? Of(TrainingPlan plan)
    {
        if (plan.Size.Model is not { VocabularySize: > 0, HiddenSize: > 0 } model || !plan.Size.LawsApply || plan.Size.Counts.IsRouted)
            return null;
        var rows = Rows(plan.Size.Counts.NonEmbedding, model.HiddenSize, model.VocabularySize);
        return rows.Count == 0 ? null : new()
        {
            Key = "vocabulary",
            Title = "Vocabulary by tao-2024",
            Formula = "N_v / width at the compute that the paper pairs with the size; off by a factor of 2 on 25 of 44 published models",
            Source = Tao2024.Law.Info.Id,
            Columns = [new("method", "method"), new("vocabulary", "vocabulary"), new("over_own", "over the model's own"), new("validity", "validity")],
            Rows = rows,
        };
    }

    private static List<IReadOnlyList<PlanCell>> Rows(NonEmbeddingParameters n, double width, double own)
    {
        var rows = new List<IReadOnlyList<PlanCell>>();
        var law = Tao2024.Law;
        if (law.ComputeOf(n) is not { HasValue: true, Value: var compute } paired)
            return rows;
        Add("profiles", law.VocabularyByProfiles(compute), width);
        Add("derivative", law.VocabularyByDerivative(n), width);
        Add("loss", law.VocabularyByLoss(n, compute, width), 1);
        return rows;

        void Add(string method, Answer<double> answer, double over)
        {
            if (answer.HasValue)
                rows.Add([PlanCell.Of(method), PlanCell.Of(Math.Round(answer.Value / over)), PlanCell.Of(answer.Value / over / own), PlanCell.Of(paired.Outside.ToString())]);
        }
    }
}
