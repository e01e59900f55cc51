using ScalingSdk.Diagnostics;
using ScalingSdk.Planning;
using static ScalingSdk.Text.NumberText;

namespace ScalingSdk.Rules;

/// <summary>A shape outside those between which the loss is known to depend on the size alone.</summary>
internal sealed class ExtremeAspectRatio : SingleRule
{
    /// <summary>Kaplan et al. 2020, fig. 5 and 6: shapes from (207, 768) to (6, 4288); below two layers the law fails.</summary>
    private const double Deepest = 768d / 207, Widest = 4288d / 6;

    private const int FewestLayers = 2;

    public override RuleInfo Info { get; } =
        new("SCALE3002", Severity.Suggestion, "The model is far deeper or wider than the laws were measured on");

    protected override Remark? Find(TrainingPlan plan)
    {
        if (!plan.Size.LawsApply || plan.Size.Model is not { } model)
            return null;
        var ratio = (double)model.HiddenSize / model.Layers;
        if (model.Layers < FewestLayers)
            return Say("a model of '1' layer is below the 2 from which the loss depends on the size alone", "write at least 2 layers");
        return ratio switch
        {
            < Deepest => Say($"{Shape()} are below {Compact(Deepest)}, the deepest shape measured", $"use at most {Grouped(Math.Floor(model.HiddenSize / Deepest))} layers"),
            > Widest => Say($"{Shape()} are above {Compact(Widest)}, the widest shape measured", $"use at least {Grouped(Math.Ceiling(model.HiddenSize / Widest))} layers"),
            _ => null,
        };

        string Shape() => $"'{Grouped(model.HiddenSize)}' wide by '{Grouped(model.Layers)}' layers, {Compact(ratio)} to one,";
        Remark Say(string what, string remedy) => At(plan.Spec.ModelOrigin, $"{what} (kaplan-2020, fig. 5 and 6)",
            ["the loss may be worse than the laws say"], [Remedy.Advice(remedy)]);
    }
}
