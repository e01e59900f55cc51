namespace ScalingSdk.Models.Parts;

/// <summary>The parameters of one component: a row of a breakdown.</summary>
/// <param name="Name">What it is: "attention", "feed-forward", "token embedding", ...</param>
/// <param name="Layer">Which layer of its stack, from 0; null outside the layers.</param>
/// <param name="Count">Its parameters.</param>
/// <param name="Active">Those that one token passes through.</param>
public sealed record ComponentCount(string Name, int? Layer, long Count, long Active);
