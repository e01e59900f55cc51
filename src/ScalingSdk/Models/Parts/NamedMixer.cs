namespace ScalingSdk.Models.Parts;

/// <summary>A mixer that carries a state and that one family has: its counts as they are declared.</summary>
/// <param name="Hidden">Width of the model.</param>
/// <param name="MixerName">What a breakdown calls it.</param>
/// <param name="MixerWeights">Elements of its matrices.</param>
/// <param name="MixerOthers">Its other parameters.</param>
/// <param name="Flops">Forward FLOPs of its state for one token.</param>
/// <param name="State">Elements of its state.</param>
internal sealed record NamedMixer(long Hidden, string MixerName, long MixerWeights, long MixerOthers, long Flops, long State) : Mixer(Hidden)
{
    public override string Name => MixerName;

    public override long Weights => MixerWeights;

    public override long Others => MixerOthers;

    public override long CachePerToken => 0;

    public override long CachePerSequence => State;

    public override long StateFlops => Flops;
}
