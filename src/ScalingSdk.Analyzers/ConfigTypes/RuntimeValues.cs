using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ScalingSdk.Json;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>Calls of the framework that make an object at run time: of a text, of a section of the configuration, of the type's defaults.</summary>
internal static class RuntimeValues
{
    /// <summary>True for a call that reads an object: where its text is not to be found, its values are unknown.</summary>
    public static bool IsReading(IMethodSymbol method) =>
        method is { DeclaringSyntaxReferences.IsEmpty: true, Name: "Deserialize" or "DeserializeAsync" or "DeserializeObject" or "ReadFromJsonAsync" or "GetFromJsonAsync" or "Get", TypeArguments.Length: 1 };

    /// <summary>Fills a reader with what such a call gives; false where that is not to be seen, null where the call is none of these.</summary>
    public static bool? Read(IInvocationOperation call, INamedTypeSymbol type, SlotReader reader)
    {
        var method = call.TargetMethod;
        if (method is { Name: "CreateInstance", ContainingType: { Name: "Activator", ContainingNamespace.Name: "System" } })
            return call.Arguments.IsEmpty && reader.FillDefaults(type);
        if (!IsReading(method))
            return null;
        if (Object(call, reader) is not { } json || !reader.FillDefaults(type))
            return false;
        JsonSlots.Add(reader, json, type);
        return true;
    }

    /// <summary>The object that a call reads: a literal, or the file that its arguments name.</summary>
    private static JsonObject? Object(IInvocationOperation call, SlotReader reader)
    {
        if (call.TargetMethod.Name is "Get")
            return Section(call, reader);
        foreach (var argument in call.Arguments)
        {
            if (reader.Folder.Fold(argument.Value) is { IsKnown: true, Value: string text })
                return JsonReader.Read(text, JsonLimits.Configuration).Root as JsonObject;
        }

        return call.Arguments.SelectMany(argument => Names(argument.Value, reader)).Select(reader.Code.Json).FirstOrDefault(static json => json is not null)
            ?? (ConfigType.FileOf(reader.Type) is { } file ? reader.Code.Json(file) : null);
    }

    /// <summary>The names of JSON files in an argument: 'File.ReadAllText("config.json")', also through a local.</summary>
    private static IEnumerable<string> Names(IOperation argument, SlotReader reader) => argument.DescendantsAndSelf()
        .SelectMany(operation => operation is ILocalReferenceOperation local && reader.Sources.OfLocal(local) is { } start ? start.DescendantsAndSelf() : [operation])
        .Select(static operation => operation.ConstantValue is { HasValue: true, Value: string text } ? text : "")
        .Where(static text => text.EndsWith(".json", StringComparison.OrdinalIgnoreCase));

    /// <summary>'configuration.GetSection("Model").Get&lt;T&gt;()': by convention a section of appsettings.json.</summary>
    private static JsonObject? Section(IInvocationOperation call, SlotReader reader)
    {
        var source = call.Instance ?? call.Arguments.FirstOrDefault()?.Value;
        if (InitializerSource.Bare(source) is ILocalReferenceOperation local)
            source = reader.Sources.OfLocal(local);
        if (InitializerSource.Bare(source) is not IInvocationOperation { TargetMethod.Name: "GetSection" or "GetRequiredSection", Arguments: var arguments }
            || arguments.Select(argument => reader.Folder.Fold(argument.Value).Value as string).FirstOrDefault(static name => name is not null) is not { } path)
        {
            return null;
        }

        JsonNode? node = reader.Code.Json("appsettings.json");
        foreach (var part in path.Split(':'))
            node = (node as JsonObject)?.Members.FirstOrDefault(member => string.Equals(member.Name, part, StringComparison.OrdinalIgnoreCase))?.Value;
        return node as JsonObject;
    }
}
