using ScalingSdk.Json;
using ScalingSdk.Specs;
using ScalingSdk.Tool.Plans;

namespace ScalingSdk.Web.State;

/// <summary>A draft and what the pipeline says of it.</summary>
public sealed class Planned
{
    private readonly SpecTree? _tree;

    private Planned(Draft draft)
    {
        Draft = draft;
        try
        {
            _tree = draft.Text.Length > SpecPipeline.MaxCharacters ? null : SpecTree.Parse(draft.Text, out _);
            Result = draft.Text.Length > SpecPipeline.MaxCharacters ? SpecPipeline.TooLarge(draft.Path) : SpecPipeline.Run(draft.Path, draft.Text, draft.Read);
            View = Result.Plan is null ? null : PlanView.Of(Result, _tree, tree => SpecPipeline.Run(draft.Path, tree, draft.Read, withRules: false, CancellationToken.None));

            // Help is planned when it is read: here, where a bug of ours is caught.
            foreach (var finding in Result.Findings)
                _ = finding.Text;
        }
#pragma warning disable CA1031 // Whatever a text does to this product, the page goes on.
        catch (Exception bug)
#pragma warning restore CA1031
        {
            (Result, View) = (SpecPipeline.Failed(draft.Path, bug), null);
        }
    }

    public Draft Draft { get; }

    internal SpecResult Result { get; }

    /// <summary>The plan beside the best one for its compute; null where the draft has no plan.</summary>
    internal PlanView? View { get; }

    /// <summary>The values that the text states; null where it is not a spec.</summary>
    internal JsonObject? Root => _tree?.Root;

    public static Planned Of(Draft draft) => new(draft);

    /// <summary>The name of the plan, for files.</summary>
    public string Name => Result.Plan?.Spec.Name ?? SpecName.FromPath(Draft.Path);
}
