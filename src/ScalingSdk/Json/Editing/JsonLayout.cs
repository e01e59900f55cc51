namespace ScalingSdk.Json.Editing;

/// <summary>Adds a member to an object, or takes one out, the way the object is laid out: on one line or one under the other.</summary>
internal sealed class JsonLayout(string text, JsonObject section)
{
    private const string Step = "  ";

    private int Close => section.Span.End - 1;

    private bool OnLines => text.LastIndexOfAny(['\n', '\r'], Close) >= ContentEnd;

    private string NewLine => text.Contains("\r\n") ? "\r\n" : text.LastIndexOf('\r') > text.LastIndexOf('\n') ? "\r" : "\n";

    /// <summary>The offset behind the last member or comment.</summary>
    private int ContentEnd
    {
        get
        {
            var end = Close;
            while (text[end - 1] is ' ' or '\t' or '\n' or '\r')
                end--;
            return end;
        }
    }

    public string Add(string key, string json)
    {
        var member = $"{JsonQuote.Of(key)}: {json}";
        if (section.Members.Count == 0)
            return AddFirst(member);
        var last = section.Members[section.Members.Count - 1];
        var comma = CommaAfter(last.Value.Span.End, Close);
        var edited = text.Insert(ContentEnd, (OnLines ? NewLine + Indent(last.NameSpan.Start) : " ") + member + (comma >= 0 && OnLines ? "," : ""));
        return comma >= 0 ? edited : edited.Insert(last.Value.Span.End, ",");
    }

    public string Remove(JsonMember member)
    {
        var (start, end) = (member.NameSpan.Start, member.Value.Span.End);
        var comma = CommaAfter(end, Close);
        if (comma >= 0)
        {
            var edited = text.Remove(comma, 1);
            return WithoutBlank(edited.Remove(start, end - start), start);
        }

        var before = section.Members.TakeWhile(other => !ReferenceEquals(other, member)).LastOrDefault();
        var shorter = WithoutBlank(text.Remove(start, end - start), start);
        return before is not null && CommaAfter(before.Value.Span.End, start) is >= 0 and var separator ? shorter.Remove(separator, 1) : shorter;
    }

    private string AddFirst(string member)
    {
        var onLines = text.IndexOfAny(['\n', '\r'], section.Span.Start, section.Span.Length) >= 0;
        var before = onLines ? NewLine + Indent(section.Span.Start) + Step : " ";
        var tail = onLines ? "" : " ";
        return text.Substring(0, ContentEnd) + before + member + tail + (onLines ? text.Substring(ContentEnd) : text.Substring(Close));
    }

    /// <summary>The blanks in front of the first character of a line.</summary>
    private string Indent(int offset)
    {
        var start = text.LastIndexOfAny(['\n', '\r'], Math.Max(0, offset - 1)) + 1;
        var end = start;
        while (text[end] is ' ' or '\t')
            end++;
        return text.Substring(start, end - start);
    }

    /// <summary>The comma that follows a value, or -1; commas in comments are none.</summary>
    private int CommaAfter(int start, int end)
    {
        var i = start;
        while (i < end && text[i] is not ',')
        {
            if (text[i] is '/' && text[i + 1] is '/')
                i = text.IndexOfAny(['\n', '\r'], i);
            else if (text[i] is '/')
                i = text.IndexOf("*/", i + 2, StringComparison.Ordinal) + 2;
            else
                i++;
        }

        return i < end ? i : -1;
    }

    /// <summary>Takes away what a member leaves behind: its line where nothing else stands there, otherwise one blank.</summary>
    private static string WithoutBlank(string text, int at)
    {
        var start = at;
        while (start > 0 && text[start - 1] is ' ' or '\t')
            start--;
        var end = at;
        while (end < text.Length && text[end] is ' ' or '\t')
            end++;
        if (start > 0 && text[start - 1] is '\n' or '\r' && end < text.Length && text[end] is '\n' or '\r')
            return text.Remove(start, end + (string.CompareOrdinal(text, end, "\r\n", 0, 2) == 0 ? 2 : 1) - start);
        return at < text.Length && text[at] is ' ' ? text.Remove(at, 1) : text;
    }
}
