using ScalingSdk.Models.Parts;
using ScalingSdk.Quantities;

namespace ScalingSdk.Hardware.Memory;

/// <summary>Weights, gradients and optimizer states of one device: what a run holds whatever its batch.</summary>
/// <remarks>Rajbhandari et al. 2020 (ZeRO, arXiv 1910.02054), sec. 5; the most loaded pipeline stage as Megatron-LM reports it.</remarks>
public sealed record ModelStates(ByteSize Weights, ByteSize Gradients, ByteSize MasterWeights, ByteSize OptimizerStates)
{
    /// <summary>The sum.</summary>
    public ByteSize Total => Weights + Gradients + MasterWeights + OptimizerStates;

    /// <summary>What a checkpoint that can be resumed holds: everything but the gradients.</summary>
    public ByteSize Checkpoint => Weights + MasterWeights + OptimizerStates;

    /// <summary>The states of a model's most loaded device.</summary>
    /// <param name="counts">The model's exact counts.</param>
    /// <param name="inputEmbedding">Parameters of the embeddings at the first stage, a tied head included.</param>
    /// <param name="precision">Bytes of each state.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="parallelism">How the run is spread.</param>
    /// <param name="expertParameters">Those of the routed experts, which expert parallelism shares out.</param>
    public static ModelStates Of(
        ParameterCounts counts, double inputEmbedding, StatePrecision precision, Optimizer optimizer, Parallelism parallelism, double expertParameters = 0)
    {
        var (all, experts) = Held(counts, inputEmbedding, parallelism, expertParameters);
        var matrixShare = counts.Total == 0 ? 0 : (double)counts.NonEmbeddingWeights / counts.Total;
        var states = Of(all - experts, precision, optimizer, parallelism, matrixShare);
        return experts > 0 ? states.Plus(OfExperts(experts, precision, optimizer, parallelism)) : states;
    }

    /// <summary>The parameters of the most loaded device before any are shared out, and those of routed experts among them.</summary>
    internal static (double All, double Experts) Held(ParameterCounts counts, double inputEmbedding, Parallelism parallelism, double expertParameters)
    {
        // One stage holds everything; else the first holds its share of the layers and the input embedding.
        var perStage = parallelism.PipelineParallel == 1
            ? counts.Total
            : ((double)counts.NonEmbedding / parallelism.PipelineParallel) + inputEmbedding;
        var experts = parallelism.ExpertParallel > 1 ? expertParameters / parallelism.PipelineParallel : 0;
        // Tensor parallelism splits each expert too: Megatron-Core's default.
        var heldExperts = experts / parallelism.ExpertParallel / parallelism.TensorParallel;
        return (((perStage - experts) / parallelism.TensorParallel) + heldExperts, heldExperts);
    }

    private static ModelStates OfExperts(double parameters, StatePrecision precision, Optimizer optimizer, Parallelism parallelism) =>
        Of(parameters, precision, optimizer, parallelism with { ContextParallel = 1, DataParallel = (int)parallelism.ExpertSharers });

    private ModelStates Plus(ModelStates other) =>
        new(Weights + other.Weights, Gradients + other.Gradients, MasterWeights + other.MasterWeights, OptimizerStates + other.OptimizerStates);

    /// <summary>The states of a device that holds a number of parameters.</summary>
    /// <param name="parameters">Parameters of the device, before ZeRO shares them out.</param>
    /// <param name="precision">Bytes of each state.</param>
    /// <param name="optimizer">The optimizer.</param>
    /// <param name="parallelism">Its ZeRO stage and number of copies.</param>
    /// <param name="matrixShare">The share of parameters in matrices of layers: Muon alone asks for it.</param>
    public static ModelStates Of(
        double parameters, StatePrecision precision, Optimizer optimizer, Parallelism parallelism, double matrixShare = 1)
    {
        double Shared(int fromStage) => parallelism.ZeroStage >= fromStage ? parameters / parallelism.Sharers : parameters;
        return new(
            new(precision.WeightBytes * Shared(3)),
            new(precision.GradientBytes * Shared(2)),
            new(precision.MasterBytes * Shared(1)),
            new(Memory.OptimizerStates.BytesPerParameter(optimizer, precision.StateBytes, matrixShare) * Shared(1)));
    }
}
