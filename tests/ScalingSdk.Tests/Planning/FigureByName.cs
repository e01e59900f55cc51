using ScalingSdk.Planning;

namespace ScalingSdk.Tests.Planning;

/// <summary>Figures by the name that the plan's JSON gives them, for tests whose rows are data.</summary>
internal static class FigureByName
{
    public static Figure? Find(this TrainingPlan plan, string name) =>
        plan.Figures.FirstOrDefault(figure => string.Equals(figure.Key, name, StringComparison.Ordinal));
}
