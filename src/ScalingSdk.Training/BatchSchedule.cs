using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Training;

/// <summary>The batch of every step of a run, and how many steps are left: a pure function of the tokens seen, so that a resume needs no state.</summary>
public sealed class BatchSchedule
{
    private readonly BatchStage[] _stages;

    private BatchSchedule(long tokens, BatchStage[] stages)
    {
        Tokens = tokens;
        _stages = stages;
    }

    /// <summary>The planned tokens of the run.</summary>
    public long Tokens { get; }

    /// <summary>The parts of the run, in their order; the first is from token 0.</summary>
    public IReadOnlyList<BatchStage> Stages => _stages;

    /// <summary>The steps of the whole run: the last one may go past the planned tokens.</summary>
    public long Steps => StepsLeft(0);

    /// <summary>One batch for the whole run.</summary>
    public static BatchSchedule Constant(long batchTokens, long tokens) => Doubling(batchTokens, tokens);

    /// <summary>A batch that doubles whenever these tokens have been seen.</summary>
    /// <param name="firstBatchTokens">The batch at the start.</param>
    /// <param name="tokens">The planned tokens.</param>
    /// <param name="doublesAt">The tokens at which it doubles, rising.</param>
    public static BatchSchedule Doubling(long firstBatchTokens, long tokens, params long[] doublesAt)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(firstBatchTokens);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tokens);
        ArgumentNullException.ThrowIfNull(doublesAt);
        var stages = new List<BatchStage> { new(0, firstBatchTokens) };
        foreach (var at in doublesAt)
        {
            var last = stages[^1];
            if (at <= last.FromTokens)
                throw new ArgumentException($"the batch doubles at '{NumberText.Grouped(at)}' tokens, which is not after '{NumberText.Grouped(last.FromTokens)}'; list the tokens in rising order", nameof(doublesAt));
            stages.Add(new(at, checked(last.BatchTokens * 2)));
        }

        return new(tokens, [.. stages]);
    }

    /// <summary>
    /// A batch that doubles whenever the critical batch has reached the next power of two: B_crit(L) = B*/L^(1/alpha_B)
    /// (Kaplan et al. 2020, eq. 5.3).
    /// </summary>
    /// <remarks>
    /// The tokens of each loss follow from the learning curve of eq. 5.6; where measured losses are at hand, ask
    /// <see cref="AtLoss"/>. Kaplan's losses are those of a 50,257-token vocabulary on WebText2.
    /// </remarks>
    /// <param name="model">The weights without embeddings, Kaplan's N.</param>
    /// <param name="firstBatchTokens">The batch at the start: it doubles when the critical batch is twice as large.</param>
    /// <param name="largestBatchTokens">The batch that it never exceeds: what the devices hold, or what the plan allows.</param>
    /// <param name="tokens">The planned tokens.</param>
    public static BatchSchedule Critical(NonEmbeddingWeights model, long firstBatchTokens, long largestBatchTokens, long tokens)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(firstBatchTokens);
        ArgumentOutOfRangeException.ThrowIfLessThan(largestBatchTokens, firstBatchTokens);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(tokens);
        return new(tokens, [.. KaplanProgress.Doublings(model, firstBatchTokens, largestBatchTokens, tokens)]);
    }

    /// <summary>The batch of the step that starts when these tokens have been seen.</summary>
    public long At(long tokensSeen) => _stages[StageAt(tokensSeen)].BatchTokens;

    /// <summary>The batch that a loss calls for, whenever it is reached; the batch of the start where tokens alone decide.</summary>
    public long AtLoss(double loss) => Array.FindLast(_stages, stage => stage.FromLoss >= loss)?.BatchTokens ?? _stages[0].BatchTokens;

    /// <summary>The next change of the batch; null where there is none before the end.</summary>
    public BatchStage? NextDoubling(long tokensSeen)
    {
        var next = StageAt(tokensSeen) + 1;
        return next < _stages.Length && _stages[next].FromTokens < Tokens ? _stages[next] : null;
    }

    /// <summary>The steps from here to the planned tokens.</summary>
    public long StepsLeft(long tokensSeen)
    {
        long steps = 0;
        var seen = tokensSeen;
        for (var i = StageAt(tokensSeen); i < _stages.Length && seen < Tokens; i++)
        {
            var end = i + 1 < _stages.Length ? Math.Min(_stages[i + 1].FromTokens, Tokens) : Tokens;
            if (end <= seen)
                continue;
            var batch = _stages[i].BatchTokens;
            var here = ((end - seen - 1) / batch) + 1;
            steps += here;
            if (here > (long.MaxValue - seen) / batch)
                break;
            seen += here * batch;
        }

        return steps;
    }

    private int StageAt(long tokensSeen)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tokensSeen);
        return Array.FindLastIndex(_stages, stage => stage.FromTokens <= tokensSeen);
    }
}
