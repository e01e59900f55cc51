namespace ScalingSdk.Text;

/// <summary>A stretch of a text: offset and length in UTF-16 characters, from 0.</summary>
public readonly record struct SourceSpan(int Start, int Length)
{
    /// <summary>The offset behind the last character.</summary>
    public int End => Start + Length;

    /// <summary>The stretch from the start of this one to the end of another.</summary>
    public SourceSpan To(SourceSpan last) => new(Start, last.End - Start);
}

/// <summary>A place in a text as people count: line and column, both from 1.</summary>
public readonly record struct SourcePosition(int Line, int Column);
