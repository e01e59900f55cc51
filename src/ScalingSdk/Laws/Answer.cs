namespace ScalingSdk.Laws;

/// <summary>What a law answers: a value and how far outside the observed runs it lies, or the reason why there is none.</summary>
/// <typeparam name="T">The kind of value.</typeparam>
/// <remarks>Not constrained to structs: what is constrained, and used with a number, is not compiled ahead of time.</remarks>
public readonly struct Answer<T> : IEquatable<Answer<T>>
{
    private readonly T _value;

    private Answer(T value, Extrapolation outside, Source source, string? reason)
    {
        _value = value;
        Outside = outside;
        Source = source;
        WhyNone = reason;
    }

    /// <summary>True where the law has an answer.</summary>
    public bool HasValue => WhyNone is null && Outside.IsSet;

    /// <summary>The answer.</summary>
    /// <exception cref="InvalidOperationException">The law has none; <see cref="WhyNone"/> says why.</exception>
    public T Value => HasValue ? _value : throw new InvalidOperationException(WhyNone ?? "no law was asked");

    /// <summary>Why the law has no answer, as a clause without final period; null where it has one.</summary>
    public string? WhyNone { get; }

    /// <summary>How far outside the observed runs the question lies.</summary>
    public Extrapolation Outside { get; }

    /// <summary>The law, the equation and the numbers that the answer comes from.</summary>
    public Source Source { get; }

    /// <summary>An answer; none where the question held a count that is not a positive finite number.</summary>
    public static Answer<T> Of(T value, Extrapolation outside, Source source) => outside.IsSet
        ? new(value, outside, source, null)
        : None("a count in the question is not a positive finite number");

    /// <summary>The answer whose number this is; none where that overflows or is not positive.</summary>
    internal static Answer<T> OfPositive(double number, T value, Extrapolation outside, Source source) => Positive.Is(number) || !outside.IsSet
        ? Of(value, outside, source)
        : None("the answer is not a positive finite number: the question lies too far outside the observed runs");

    /// <summary>No answer, for this reason.</summary>
    public static Answer<T> None(string why) => new(default!, default, default, why);

    /// <summary>The answer under another unit or convention, with the same validity and source.</summary>
    public Answer<TOther> Select<TOther>(Func<T, TOther> convert) =>
        HasValue ? Answer<TOther>.Of(convert(_value), Outside, Source) : Answer<TOther>.None(WhyNone ?? "no law was asked");

    /// <inheritdoc/>
    public bool Equals(Answer<T> other) => EqualityComparer<T>.Default.Equals(_value, other._value)
        && Outside == other.Outside && string.Equals(WhyNone, other.WhyNone, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Answer<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (_value is null ? 0 : EqualityComparer<T>.Default.GetHashCode(_value)) ^ Outside.GetHashCode();

    /// <summary>Equality of value, validity and reason.</summary>
    public static bool operator ==(Answer<T> left, Answer<T> right) => left.Equals(right);

    /// <summary>Inequality of value, validity or reason.</summary>
    public static bool operator !=(Answer<T> left, Answer<T> right) => !left.Equals(right);
}
