namespace ScalingSdk.Tool.Terminals;

/// <summary>What a result is laid out on: the screen, or Markdown.</summary>
internal interface IPage
{
    void Heading(string text);

    void Line(string text);

    /// <summary>An empty line, where something stands above.</summary>
    void Blank();

    /// <summary>A short label and its text.</summary>
    void Fact(string label, string text);

    /// <summary>A table; the columns that <paramref name="right"/> numbers are set to the right, those of <paramref name="whole"/> keep their lines.</summary>
    void Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows, int[]? right = null, int[]? whole = null);
}
