using ScalingSdk.Text;

namespace ScalingSdk.Diagnostics;

internal static class FindingPlace
{
    /// <summary>A remark as a finding, in its file.</summary>
    public static Finding In(this Remark remark, string path, LineMap lines) => new()
    {
        Rule = remark.Rule,
        Severity = remark.Severity,
        Message = remark.Message,
        Path = path,
        Origin = remark.Origin,
        Start = lines.At(remark.Origin.Span.Start),
        End = lines.At(remark.Origin.Span.End),
        Remedy = remark.Remedy,
        MissingKey = remark.MissingKey,
    };
}
