namespace ScalingSdk.Tool.Web;

/// <summary>What a request gets: a status, and content of a type where there is some.</summary>
/// <param name="Status">As in HTTP.</param>
/// <param name="Type">The media type; null where there is no content.</param>
/// <param name="Content">The content.</param>
internal sealed record WebAnswer(int Status, string? Type, ReadOnlyMemory<byte> Content)
{
    public static WebAnswer Refused(int status) => new(status, null, default);
}
