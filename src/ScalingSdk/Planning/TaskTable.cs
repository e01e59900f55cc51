using ScalingSdk.Laws;

namespace ScalingSdk.Planning;

/// <summary>Accuracies on the five tasks that bhagia-2024 foretold within 5 %, for a run of the OLMo recipe.</summary>
internal static class TaskTable
{
    private static readonly Bhagia2024[] Tasks = [Bhagia2024.Mmlu, Bhagia2024.HellaSwag, Bhagia2024.Piqa, Bhagia2024.CommonsenseQa, Bhagia2024.SocialIqa];

    public static PlanTable? Of(TrainingPlan plan)
    {
        if (plan.Run is not { } run || plan.Size.Counts.IsRouted || !plan.Size.LawsApply)
            return null;
        var n = plan.Size.Counts.NonEmbedding;
        var rows = Tasks.Select(task => Row(task, task.TaskLoss(n, run.Tokens), task.Accuracy(n, run.Tokens))).OfType<IReadOnlyList<PlanCell>>().ToList();
        return rows.Count == 0 ? null : new()
        {
            Key = "tasks",
            Title = "Task accuracy by the OLMo recipe",
            Formula = "accuracy of L_task(N, D), 5-shot rank classification; another corpus has another task loss; errors of the accuracy on OLMo 2 7B and 13B",
            Source = Bhagia2024.Mmlu.Info.Id,
            Columns = [new("task", "task"), new("loss", "task loss", "bits per byte"), new("accuracy", "accuracy"), new("error", "error of the law"), new("validity", "validity")],
            Rows = rows,
        };
    }

    private static IReadOnlyList<PlanCell>? Row(Bhagia2024 task, Answer<double> loss, Answer<double> accuracy) => !loss.HasValue || !accuracy.HasValue ? null :
    [
        PlanCell.Of(task.Info.Facts[0].Split(':')[0]), PlanCell.Of(loss.Value), PlanCell.Of(accuracy.Value), PlanCell.Of(task.Error), PlanCell.Of(loss.Outside.ToString()),
    ];
}
