using ScalingSdk.Diagnostics;
using ScalingSdk.Naming;
using ScalingSdk.Rules;
using ScalingSdk.Specs;

namespace ScalingSdk.Tasks;

/// <summary>What the constants of a project's specs are called, by the same rules as C#'s classes.</summary>
internal sealed class ProjectClasses
{
    private readonly List<(ClassName Asked, PlannedSpec Spec)> _specs;
    private readonly List<Displaced> _displaced;

    /// <param name="projectNamespace">The project's namespace, as it is written there.</param>
    /// <param name="specs">The project's specs; the constants of those without a plan have no value.</param>
    public ProjectClasses(string projectNamespace, IEnumerable<PlannedSpec> specs)
    {
        _specs = [.. from spec in specs
                     where spec.Text is not null
                     select (ClassName.Of(spec.Result.Plan?.Spec.Name ?? SpecNameGuess.Of(spec.Path, spec.Text!), spec.Path, spec.Item, projectNamespace), spec)];
        _displaced = [.. ClassNames.Settle(_specs.Select(static one => one.Asked), static _ => false)];
    }

    /// <summary>The specs that have constants, each with its name.</summary>
    public IEnumerable<(ClassName Name, PlannedSpec Spec)> Named() =>
        _specs.Select(one => (Name: ClassNames.Place(one.Asked, _displaced), one.Spec)).Where(static one => one.Name is not null)!;

    /// <summary>The specs that have none, because another has the name.</summary>
    public IEnumerable<Finding> Taken()
    {
        foreach (var displaced in _displaced)
        {
            var (_, spec) = _specs.Find(one => string.Equals(one.Spec.Path, displaced.SpecPath, StringComparison.Ordinal));
            if (displaced.Winner is { } winner && spec.Result.Plan?.Spec.Suppresses(ClassTaken.Info.Id) != true)
                yield return ClassTaken.Find(spec.Path, spec.Text!, displaced.FullName, winner);
        }
    }
}
