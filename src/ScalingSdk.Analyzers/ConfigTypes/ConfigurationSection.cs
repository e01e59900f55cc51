using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ScalingSdk.Json;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>Sections of an application's configuration: by convention objects in appsettings.json.</summary>
internal static class ConfigurationSection
{
    private const string File = "appsettings.json";

    /// <summary>The object that <c>configuration.GetSection("Model").Get&lt;T&gt;()</c> and the like read; null where it is not to be found.</summary>
    public static JsonObject? Of(IInvocationOperation call, SlotReader reader)
    {
        var path = Stated(call, reader) ?? Sources(call).Select(source => Path(source, reader)).FirstOrDefault(static path => path is not null);
        return path is null ? null : Object(reader, path);
    }

    /// <summary>The path that a call itself states: 'configuration.Bind("Model", config)', 'BindConfiguration("Model")'.</summary>
    private static string? Stated(IInvocationOperation call, SlotReader reader) =>
        call.Arguments.FirstOrDefault(static argument => argument.Parameter is { Name: "key" or "configSectionPath", Type.SpecialType: SpecialType.System_String }) is { } stated
            ? reader.Folder.Fold(stated.Value).Value as string
            : null;

    private static IEnumerable<IOperation> Sources(IInvocationOperation call) => call.Instance is { } instance
        ? call.Arguments.Select(static argument => argument.Value).Prepend(instance)
        : call.Arguments.Select(static argument => argument.Value);

    /// <summary>The path of a section; empty for the whole configuration.</summary>
    private static string? Path(IOperation? source, SlotReader reader)
    {
        if (InitializerSource.Bare(source) is ILocalReferenceOperation local)
            source = reader.Sources.OfLocal(local) ?? source;
        source = InitializerSource.Bare(source);
        if (source is IInvocationOperation { TargetMethod.Name: "GetSection" or "GetRequiredSection" } call)
        {
            var name = call.Arguments.Select(argument => reader.Folder.Fold(argument.Value).Value as string).FirstOrDefault(static name => name is not null);
            return name is null ? null : Sources(call).Select(outer => Path(outer, reader)).FirstOrDefault(static path => !string.IsNullOrEmpty(path)) is { } outer ? outer + ":" + name : name;
        }

        return source?.Type is { Name: "IConfigurationRoot" or "ConfigurationRoot" or "ConfigurationManager" or "IConfigurationManager" } || source is IPropertyReferenceOperation { Property.Name: "Configuration" } ? "" : null;
    }

    private static JsonObject? Object(SlotReader reader, string path)
    {
        JsonNode? node = reader.Code.Json(File);
        foreach (var part in path.Split([':'], StringSplitOptions.RemoveEmptyEntries))
            node = (node as JsonObject)?.Members.FirstOrDefault(member => string.Equals(member.Name, part, StringComparison.OrdinalIgnoreCase))?.Value;
        return node as JsonObject;
    }
}
