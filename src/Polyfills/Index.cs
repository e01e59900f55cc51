#pragma warning disable IDE0130 // the compiler looks for the type in this namespace

using Microsoft.CodeAnalysis;

namespace System;

/// <summary>A place in a sequence, counted from its start or from its end: what <c>[^1]</c> is.</summary>
[Embedded]
internal readonly struct Index(int value, bool fromEnd = false) : IEquatable<Index>
{
    public int Value => value;

    public bool IsFromEnd => fromEnd;

    public static implicit operator Index(int value) => new(value);

    public int GetOffset(int length) => fromEnd ? length - value : value;

    public bool Equals(Index other) => value == other.Value && fromEnd == other.IsFromEnd;

    public override bool Equals(object? obj) => obj is Index other && Equals(other);

    public override int GetHashCode() => fromEnd ? ~value : value;
}
