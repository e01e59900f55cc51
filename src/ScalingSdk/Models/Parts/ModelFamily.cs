namespace ScalingSdk.Models.Parts;

/// <summary>Which way a model's tokens see each other.</summary>
public enum ModelFamily
{
    /// <summary>Each token sees those before it: a language model.</summary>
    Decoder,

    /// <summary>Each token sees all others.</summary>
    Encoder,

    /// <summary>An encoder reads the input, a decoder writes the target and attends to it.</summary>
    EncoderDecoder,
}
