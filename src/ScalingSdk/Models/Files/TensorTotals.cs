namespace ScalingSdk.Models.Files;

/// <summary>What the header of a file says of its tensors.</summary>
/// <param name="Elements">Elements of all of them.</param>
/// <param name="HasHead">True where an output head is among them.</param>
/// <param name="IsPacked">True where some elements hold several weights or scales: the sum is then no count of parameters.</param>
internal sealed record TensorTotals(long Elements, bool HasHead, bool IsPacked);
