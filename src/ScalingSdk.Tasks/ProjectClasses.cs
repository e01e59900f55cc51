using ScalingSdk.Diagnostics;
using ScalingSdk.Naming;
using ScalingSdk.Planning;
using ScalingSdk.Rules;

namespace ScalingSdk.Tasks;

/// <summary>What the constants of a project's specs are called, by the same rules as C#'s classes.</summary>
internal sealed class ProjectClasses
{
    private readonly List<(ClassName Asked, PlannedSpec Spec, TrainingPlan Plan)> _specs;
    private readonly List<Displaced> _displaced;

    /// <param name="projectNamespace">The project's namespace, as it is written there.</param>
    /// <param name="specs">The project's specs; those without a plan have no constants.</param>
    public ProjectClasses(string projectNamespace, IEnumerable<PlannedSpec> specs)
    {
        _specs = [.. from spec in specs
                     where spec.Result.Plan is not null
                     let plan = spec.Result.Plan
                     select (ClassName.Of(plan.Spec.Name, spec.Path, spec.Item, projectNamespace), spec, plan)];
        _displaced = [.. ClassNames.Settle(_specs.Select(static one => one.Asked), static _ => false)];
    }

    /// <summary>The specs that have constants, each with its name.</summary>
    public IEnumerable<(ClassName Name, TrainingPlan Plan)> Named() =>
        _specs.Select(one => (Name: ClassNames.Place(one.Asked, _displaced), one.Plan)).Where(static one => one.Name is not null)!;

    /// <summary>The specs that have none, because another has the name.</summary>
    public IEnumerable<Finding> Taken()
    {
        foreach (var displaced in _displaced)
        {
            var (_, spec, plan) = _specs.Find(one => string.Equals(one.Spec.Path, displaced.SpecPath, StringComparison.Ordinal));
            if (displaced.Winner is { } winner && !plan.Spec.Suppresses(ClassTaken.Info.Id))
                yield return ClassTaken.Find(spec.Path, spec.Text!, displaced.FullName, winner);
        }
    }
}
