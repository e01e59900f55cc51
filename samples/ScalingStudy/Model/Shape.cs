namespace ScalingStudy.Model;

/// <summary>The sizes of a model of the family: two layers, 64 bytes of context, a vocabulary of 128; the width alone varies.</summary>
internal sealed record Shape(int Width)
{
    public const int Layers = 2;
    public const int Context = 64;
    public const int Vocabulary = 128;

    public int Heads => Math.Max(1, Width / 16);

    public int HeadSize => Width / Heads;

    public int Hidden => 4 * Width;

    /// <summary>The shape whose size is nearest, among widths of 8 and of whole heads of 16.</summary>
    public static Shape Nearest(double parameters) => Enumerable.Range(1, 16).Select(static heads => 16 * heads).Prepend(8).Select(static width => new Shape(width))
        .MinBy(shape => Math.Abs(Math.Log(shape.Parameters / parameters)))!;

    /// <summary>Every weight: two embeddings, a head of its own, and by layer 12 d^2 weights and two gains.</summary>
    public long Parameters => (Layers * ((12L * Width * Width) + (2 * Width))) + ((2L * Vocabulary * Width) + (Context * Width)) + Width;
}
