#pragma warning disable IDE0130 // the compiler looks for the type in this namespace

using Microsoft.CodeAnalysis;

namespace System;

/// <summary>A part of a sequence: what <c>[1..^1]</c> is.</summary>
[Embedded]
internal readonly struct Range(Index start, Index end) : IEquatable<Range>
{
    public static Range All => new(0, new(0, fromEnd: true));

    public Index Start => start;

    public Index End => end;

    public static Range StartAt(Index start) => new(start, new(0, fromEnd: true));

    public static Range EndAt(Index end) => new(0, end);

    public bool Equals(Range other) => start.Equals(other.Start) && end.Equals(other.End);

    public override bool Equals(object? obj) => obj is Range other && Equals(other);

    public override int GetHashCode() => (31 * start.GetHashCode()) + end.GetHashCode();
}
