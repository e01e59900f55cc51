using ScalingSdk.Text;

namespace ScalingSdk.Specs;

/// <summary>Names what a reader can change where they are: a key in a file, an option at a terminal, a member in C#.</summary>
internal static class KeyText
{
    /// <summary>The option that states any key.</summary>
    public const string AnyOption = "--set";

    /// <summary>What to call a key that is stated there.</summary>
    /// <param name="origin">What states it.</param>
    /// <param name="key">The key as the sentence would write it of a file: with its section or without.</param>
    public static string Named(Origin origin, string key) => origin switch
    {
        { Kind: OriginKind.Code, Name.Length: > 0 } => origin.Name,
        { Kind: OriginKind.Option, Name: not (AnyOption or "") } => origin.Name,
        _ => key,
    };

    /// <summary>The start of a message about the value of a key; empty at an option, whose name stands before the message.</summary>
    public static string Prefix(Origin origin, string key) => Named(origin, key) is var name && origin.Kind == OriginKind.Option && !string.Equals(name, key, StringComparison.Ordinal)
        ? ""
        : $"'{name}': ";

    /// <summary>How to state a key that is not stated: "add \"batch_tokens\": \"0.5M\"", "add --batch-tokens 0.5M".</summary>
    /// <param name="where">What states the rest.</param>
    /// <param name="key">The key.</param>
    /// <param name="json">A value as JSON.</param>
    /// <param name="section">True where a file needs to be told the section.</param>
    public static string Add(Origin where, SpecKey key, string json, bool section = false) => where.Kind switch
    {
        OriginKind.Option => $"add {key.OptionText}",
        OriginKind.Code => $"state '{Member(key)}'",
        _ => $"add \"{key.Name}\": {json}{(section ? $" to '{key.Section}'" : "")}",
    };

    /// <summary>How to state devices, with their price where money is asked.</summary>
    public static string AddDevices(Origin where, bool price) => where.Kind switch
    {
        OriginKind.Option => "add --gpus 8xH100-SXM" + (price ? $" {HardwareKeys.PricePerHour.OptionText}" : ""),
        OriginKind.Code => "state 'Accelerator' and 'Devices'" + (price ? " and 'PricePerHour'" : ""),
        _ => "add \"hardware\": { \"accelerator\": \"H100-SXM\", \"count\": 8" + (price ? ", \"price_per_hour\": 2.5 }" : " }"),
    };

    /// <summary>The key as a member of C# is called: "BatchTokens".</summary>
    public static string Member(SpecKey key) => string.Concat(key.Name.Split('_').Select(static word => char.ToUpperInvariant(word[0]) + word.Substring(1)));
}
