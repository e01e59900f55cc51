using ScalingSdk.Laws;

namespace ScalingSdk.Planning;

/// <summary>Accuracies on the five tasks that bhagia-2024 foretold within 5 %, for a run of the OLMo recipe.</summary>
internal static class TaskTable
{
    private static readonly Bhagia2024[] Tasks = [Bhagia2024.Mmlu, Bhagia2024.HellaSwag, Bhagia2024.Piqa, Bhagia2024.CommonsenseQa, Bhagia2024.SocialIqa];

    public static PlanTable Of(TrainingPlan plan) => new()
    {
        Key = "tasks",
        Title = "Task accuracy by the OLMo recipe",
        Formula = "accuracy of L_task(N, D), 5-shot rank classification; another corpus has another task loss; errors of the accuracy on OLMo 2 7B and 13B",
        Source = Bhagia2024.Mmlu.Info.Id,
        Columns = [new("task", "task"), new("loss", "task loss", "bits per byte"), new("accuracy", "accuracy"), new("error", "error of the law"), new("validity", "validity")],
        Rows = plan.Run is not { } run || plan.Size.Counts.IsRouted || !plan.Size.LawsApply ? [] : [.. Tasks
            .Select(task => (Task: task, Loss: task.TaskLoss(plan.Size.Counts.NonEmbedding, run.Tokens), Accuracy: task.Accuracy(plan.Size.Counts.NonEmbedding, run.Tokens)))
            .Where(static row => row.Loss.HasValue && row.Accuracy.HasValue)
            .Select(static row => (IReadOnlyList<PlanCell>)
            [
                PlanCell.Of(row.Task.Info.Facts[0].Split(':')[0]), PlanCell.Of(row.Loss.Value), PlanCell.Of(row.Accuracy.Value),
                PlanCell.Of(row.Task.Error), PlanCell.Of(row.Loss.Outside.ToString()),
            ])],
    };
}
