using ScalingSdk.Hardware;
using ScalingSdk.Laws;
using ScalingSdk.Models.Flops;
using ScalingSdk.Quantities;
using ScalingSdk.Specs;
using ScalingSdk.Text;

namespace ScalingSdk.Planning;

/// <summary>Derives size and tokens of a run from whatever a spec states of size, tokens, compute, time, money and loss.</summary>
internal sealed class RunResolver(TrainingSpec spec, DeviceChoice? devices)
{
    private readonly IAllocationLaw _law = spec.Laws.Allocation;
    private readonly SequenceLength _sequence = SequenceLength.Of(spec.Model, spec.Training);

    private readonly List<string> _assumptions = [];

    /// <summary>Three digits of a size and its tokens leave less of a budget.</summary>
    private const double LeftOver = 0.98;

    /// <summary>Longer counts are read better in short: 18000000000000 is 18T.</summary>
    private const int LongestQuoted = 6;

    private string LawId => _law.Info.Id;

    /// <summary>The devices, with the utilization at the size.</summary>
    public DeviceChoice? Devices { get; private set; } = devices;

    /// <summary>What was assumed, as clauses.</summary>
    public IReadOnlyList<string> Assumptions => _assumptions;

    /// <summary>What keeps a spec without tokens from having a run; null where nothing does.</summary>
    public DataConflict? Conflict { get; private set; }

    /// <summary>The loss that the unique tokens do not reach; null where they do.</summary>
    public MissedTarget? Missed { get; private set; }

    /// <summary>Size and run; no run where a size alone is stated.</summary>
    public (SizePlan Size, RunPlan? Run) Resolve()
    {
        if (_sequence.Assumption is { } assumed)
            _assumptions.Add(assumed);
        if (spec.Size is not { } stated)
            return Propose();
        var size = new SizePlan
        {
            // DeepSeek's M depends on the length of a sequence.
            Counts = spec.Model?.SizeAt(_sequence.Tokens) ?? stated,
            Model = spec.Model,
            Sequence = _sequence,
            IsPretrained = spec.Training.Start is { Value: TrainingStart.Pretrained },
            IsOfNoRun = Magnitudes.AreOfNoRun(spec),
        };
        if (stated.Nominal)
            _assumptions.Add("the size is nominal (counts without embeddings by pearce-2024): shape and vocabulary (32k) are not stated");
        return (size, RunOf(size, Budget()));
    }

    private Band? Budget()
    {
        var budget = spec.Budget;
        if (budget.Flops is { } flops)
            return Band.Exactly(flops.Value);
        if (Devices is not { } d)
            return null;
        if (budget.Time is { } time)
            return ComputeBudget.OfTime(d.Accelerator, d.Count, d.Precision, d.Utilization, time.Value / 3600);
        return budget.Cost is { } cost && d.PricePerHour is { } price
            ? ComputeBudget.OfCost(d.Accelerator, d.Precision, d.Utilization, cost.Value, price)
            : null;
    }

    private RunPlan? RunOf(SizePlan size, Band? budget)
    {
        if (StatedRun.Tokens(spec) is { } tokens)
            return Complete(tokens, TokensSource(), budget);
        if (budget is { } compute)
        {
            var perToken = spec.Budget.Flops is null ? Devices!.FlopsPerToken(size) : StatedRun.FlopsPerToken(size.Model, size.Counts);
            return Complete(compute.Mid / perToken, new("the budget's compute / FLOPs per token"), budget, proposed: true);
        }

        if (spec.Budget.TargetLoss is not null && _law.Parametric is { } law)
        {
            if (new RunToLoss(spec, law).Tokens(size.Counts.Active) is { } needed)
                return Complete(needed, new("the tokens to the target loss", LawId), null, proposed: true);
            Miss(law.TokensFor(size.Counts.Active, new(spec.Budget.TargetLoss.Value, law.Info.ConstantSet)));
            return null;
        }

        if (spec.Budget.TargetLoss is { } sought && _law is FormulaLaw { Reach: { } reach })
        {
            var needed = reach.Tokens(size.Counts.Active.Count, sought.Value);
            return double.IsNaN(needed) ? null : Complete(needed, new("the tokens to the target loss", LawId), null, proposed: true);
        }

        if (RecipePlan.OwnTokens(spec, size) is { } own)
        {
            _assumptions.Add($"the tokens are those of the recipe ({spec.Laws.Recipe!.Info.Id}): 'data.tokens' is not stated");
            return Complete(own.Count, new("the recipe's tokens", spec.Laws.Recipe.Info.Id), null, proposed: true) with { LengthAssumed = true };
        }

        return size.LawsApply ? Alone(size.Counts) : null;
    }

    private RunPlan? Alone(ModelSize size)
    {
        (var tokens, Conflict) = SizeAlone.Of(spec, size);
        if (tokens is not { } proposed)
        {
            return null;
        }

        var bySize = size.IsRouted && !_law.Info.CountsExperts;
        var law = bySize ? Ling2025.Law.Info.Id : LawId;
        var pass = spec.Data.UniqueTokens?.Value.Equals(proposed) == true;
        if (RepeatableTokens.Epochs(spec) is { } epochs && RepeatableTokens.Of(spec.Laws.Overfitting, size) * epochs is { } repeatable && repeatable > proposed)
        {
            var threshold = spec.Laws.Overfitting.Info.Id;
            _assumptions.Add($"the unique tokens are as many as may repeat for this size ({threshold}): 'data.tokens' is not stated");
            return Complete(repeatable, new("epochs x the overfitting threshold", threshold), null, proposed: true) with { LengthAssumed = true };
        }

        _assumptions.Add(!pass ? $"the run is compute-optimal for this size ({law}): 'data.tokens' is not stated"
            : bySize ? "the run is a single pass over the unique tokens, no law here says what repetition costs a model with experts: 'data.tokens' is not stated"
            : "the run is a single pass over the unique tokens, compute-optimal for this size within 10 %: 'data.tokens' is not stated");
        return Complete(proposed, pass ? new("one pass over the unique tokens") : new("compute-optimal for this size", law), null, proposed: true) with { LengthAssumed = true };
    }

    private (SizePlan Size, RunPlan? Run) Propose()
    {
        var tokens = StatedRun.Tokens(spec);
        var (budget, (n, d, by)) = Settle(tokens);
        _assumptions.Add($"the size is the plan's proposal ({by}), counts without embeddings are by pearce-2024: 'model' is not stated");
        var size = new SizePlan
        {
            Counts = NominalSize.Of(new TotalParameters(n)),
            Sequence = _sequence,
            ProposedBy = by,
            IsOfNoRun = Magnitudes.AreOfNoRun(spec),
        };
        return (size, Complete(d, tokens is null ? by : TokensSource(), budget, proposed: tokens is null) with { LeavesBudget = 6 * n * d < LeftOver * budget?.Mid });
    }

    // What devices compute in a time depends on the size, and the size on that: a step moves the size by at most a twelfth of the last step.
    private (Band? Budget, (double N, double D, CountSource By) Best) Settle(double? tokens)
    {
        const int MostSteps = 16;
        const double Settled = 1e-13;
        var isLong = Devices is not null && spec.Budget.Flops is null && _sequence.Tokens > UtilizationFit.ShortSequence;
        var repeats = isLong || (Devices is not null && spec.Budget.Flops is null && spec.Hardware.Utilization is null);
        var last = 0.0;
        for (var step = 1; ; step++)
        {
            // In long sequences a part of the work is attention, which the compute of the laws does not count.
            var budget = isLong && last > 0 ? Budget()?.Times(LongAttention.ShareOfSixN(last, _sequence.Tokens)) : Budget();
            var best = budget is { } compute ? SpendCompute(compute.Mid, tokens) : ReachLoss(spec.Budget.TargetLoss!.Value, tokens);
            Devices = Devices?.At(spec, best.N);
            if (!repeats || budget is null || step == MostSteps || Math.Abs(best.N - last) <= Settled * best.N)
                return (budget, best);
            last = best.N;
        }
    }

    private (double N, double D, CountSource By) SpendCompute(double flops, double? tokens)
    {
        if (tokens is { } stated)
            return (flops / (6 * stated), stated, new("compute / (6 tokens)"));
        var (n, d, by) = Best(new TrainingFlops(flops));
        if (spec.Data.UniqueTokens is { } unique && unique.Value < d && _law.Parametric is { Form: var form }
            && LimitedOptimum.Of(spec, form, flops, new UniqueTokens(unique.Value)) is { } limited)
        {
            return (limited.Parameters, limited.Tokens, new("best for these unique tokens, at most 16 epochs", spec.Laws.RepeatedData.Info.Id));
        }

        return RepeatableTokens.Epochs(spec) is { } epochs && RepeatableTokens.WithinCompute(spec.Laws.Overfitting, n, flops, epochs) is var size && size < n
            ? (size, flops / (6 * size), new("the largest size whose tokens may repeat so often", spec.Laws.Overfitting.Info.Id))
            : (n, d, by);
    }

    private (double N, double D, CountSource By) Best(TrainingFlops compute)
    {
        var answer = _law.Allocate(compute);
        if (answer.WhyNone is { } why)
        {
            // What devices compute in a time is not known when the spec is read, where a budget in FLOP is refused for this.
            answer = Besiroglu2024.Law.Allocate(compute);
            var said = $"{why}: the size is that of {Besiroglu2024.Law.Info.Id}";
            if (!_assumptions.Contains(said))
                _assumptions.Add(said);
        }

        var best = answer.Value;
        var n = best.Convention == ParameterConvention.NonEmbeddingWeights
            ? Pearce2024.Law.ToTotal(new NonEmbeddingWeights(best.Parameters)).Value.Count
            : best.Parameters;
        return (n, best.Tokens.Count, new("compute-optimal", answer.Source.Law!.Id));
    }

    private (double N, double D, CountSource By) ReachLoss(double loss, double? tokens)
    {
        if (_law is FormulaLaw { Reach: { } reach })
        {
            if (tokens is { } given)
                return (reach.Parameters(given, loss), given, new("the size that reaches the target loss", LawId));
            var (size, seen) = reach.Cheapest(loss);
            return (size, seen, new("the cheapest run to the target loss", LawId));
        }

        var law = _law.Parametric!;
        if (tokens is { } stated)
        {
            var gap = loss - law.Form.E - (law.Form.B / Math.Pow(stated, law.Form.Beta));
            return (Math.Pow(law.Form.A / gap, 1 / law.Form.Alpha), stated, new("the size that reaches the target loss", LawId));
        }

        if (new RunToLoss(spec, law).Cheapest() is var (n, d))
            return (n, d, new("the cheapest run to the target loss", LawId));
        var free = CheapestRun.To(law.Form, loss);
        Miss(Answer<Tokens>.Of(new(free.Tokens), law.Info.Range.OfRun(free.Parameters, free.Tokens), default));
        return LimitedOptimum.Of(spec, law.Form, 6 * free.Parameters * free.Tokens, new UniqueTokens(spec.Data.UniqueTokens!.Value)) is { } limited
            ? (limited.Parameters, limited.Tokens, new("best for these unique tokens, at most 16 epochs", spec.Laws.RepeatedData.Info.Id))
            : (free.Parameters, free.Tokens, new("the cheapest run to the target loss on unlimited tokens", LawId));
    }

    // A loss that no size reaches was refused when the spec was read.
    private void Miss(Answer<Tokens> needed)
    {
        if (needed.HasValue && spec.Data.UniqueTokens is { } unique && spec.Budget.TargetLoss is { } target)
            Missed = new(target, unique, needed, spec.Size is not null);
    }

    private CountSource TokensSource() => new(spec.Data.Tokens is not null ? "given" : spec.Data.UniqueTokens is not null && spec.Data.Epochs is not null
        ? "unique tokens x epochs"
        : "steps x batch");

    private RunPlan Complete(double tokens, CountSource source, Band? budget, bool proposed = false)
    {
        var data = spec.Data;
        var unique = data.UniqueTokens?.Value ?? (data.Epochs is { } epochs ? tokens / Math.Max(1, epochs.Value) : tokens);
        var seen = data.UniqueTokens is { } all && all.Value <= tokens ? all : null;
        var assumed = data.UniqueTokens is null && data.Epochs is null;
        if (assumed)
            _assumptions.Add("every token is seen once: 'data.unique_tokens' is not stated");
        return new RunPlan
        {
            Tokens = new(tokens),
            TokensSource = source,
            TokensProposed = proposed,

            // A run that ends before the data do has not seen all of them.
            Unique = new(Math.Min(unique, tokens)),
            UniqueAssumed = assumed,
            UniqueText = (seen ?? (assumed ? data.Tokens : null)) is { Text.Length: <= LongestQuoted } written ? $"'{written.Text}'" : NumberText.Compact(Math.Min(unique, tokens)),
            Origin = (seen ?? data.Tokens ?? data.UniqueTokens ?? spec.Training.Steps ?? spec.Budget.Any)?.Origin ?? spec.ModelOrigin,
            Budget = budget,
        };
    }
}
