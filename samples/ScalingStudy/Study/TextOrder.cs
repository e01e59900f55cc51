using ScalingStudy.Model;

namespace ScalingStudy.Study;

/// <summary>Sequences of the text in an order of the seed, each once before any comes again.</summary>
internal sealed class TextOrder
{
    private const int Sequence = Shape.Context + 1;
    private readonly byte[] _text;
    private readonly int[] _starts;
    private int _next;

    public TextOrder(byte[] text, int seed)
    {
        _text = text;
        _starts = [.. Enumerable.Range(0, (text.Length - 1) / Shape.Context).Select(static i => i * Shape.Context)];
        new Random(seed).Shuffle(_starts);
    }

    public void Next(Span<byte> batch)
    {
        for (var at = 0; at < batch.Length; at += Sequence, _next++)
            _text.AsSpan(_starts[_next % _starts.Length], Sequence).CopyTo(batch[at..]);
    }
}
