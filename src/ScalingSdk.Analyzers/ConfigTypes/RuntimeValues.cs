using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using ScalingSdk.Json;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>Calls of the framework that make an object at run time: of a text, of a section of the configuration, of the type's defaults.</summary>
internal static class RuntimeValues
{
    /// <summary>True for a call that reads an object: where its text is not to be found, its values are unknown.</summary>
    public static bool IsReading(IMethodSymbol method) =>
        method is { DeclaringSyntaxReferences.IsEmpty: true, Name: "Deserialize" or "DeserializeAsync" or "DeserializeObject" or "ReadFromJsonAsync" or "GetFromJsonAsync" or "FromJson" or "ToObject" or "Get", TypeArguments.Length: 1 }
        || IsBinding(method);

    /// <summary>The type of what a call reads, where that is not the type of the call: a task, or a collection of services.</summary>
    public static INamedTypeSymbol? Read(IMethodSymbol method) =>
        method is { TypeArguments: [INamedTypeSymbol read], Name: var name } && IsReading(method) && (name.EndsWith("Async", StringComparison.Ordinal) || IsBinding(method)) ? read : null;

    /// <summary>Fills a reader with what such a call gives; false where that is not to be seen, null where the call is none of these.</summary>
    public static bool? Read(IInvocationOperation call, INamedTypeSymbol type, SlotReader reader)
    {
        var method = call.TargetMethod;
        if (method is { Name: "CreateInstance", ContainingType: { Name: "Activator", ContainingNamespace.Name: "System" } })
            return call.Arguments.IsEmpty && reader.FillDefaults(type);
        if (!IsReading(method))
            return null;
        if (Object(call, reader) is not { } json || !reader.FillRead(type))
            return false;
        var text = method.Name is "Get" || IsBinding(method) ? null : call.Arguments.FirstOrDefault(argument => reader.Folder.Fold(argument.Value) is { IsKnown: true, Value: string });
        JsonSlots.Add(reader, json, type, JsonLiteral.Of(text?.Value, reader.Folder));
        return true;
    }

    /// <summary>The object that a statement fills an object with, <c>section.Bind(config)</c>; null where it is not to be found.</summary>
    public static JsonObject? Bound(IInvocationOperation call, SlotReader reader) =>
        call.TargetMethod.Name is "Bind" ? ConfigurationSection.Of(call, reader) : Text(call, reader);

    private static bool IsBinding(IMethodSymbol method) =>
        method is { DeclaringSyntaxReferences.IsEmpty: true, Name: "Configure" or "Bind" or "BindConfiguration", TypeArguments.Length: 1 }
        && method.Parameters.Any(static parameter => parameter.Type is { Name: "IConfiguration" or "IConfigurationSection" } || parameter.Name is "configSectionPath");

    /// <summary>The object that a call reads: a literal, a section of the configuration, or the file that its arguments name.</summary>
    private static JsonObject? Object(IInvocationOperation call, SlotReader reader) => call.TargetMethod.Name is "Get" || IsBinding(call.TargetMethod)
        ? ConfigurationSection.Of(call, reader)
        : Text(call, reader) ?? (ConfigType.FileOf(reader.Type) is { } file ? reader.Code.Json(file) : null);

    private static JsonObject? Text(IInvocationOperation call, SlotReader reader)
    {
        foreach (var argument in call.Arguments)
        {
            if (reader.Folder.Fold(argument.Value) is { IsKnown: true, Value: string text })
                return JsonReader.Read(text, JsonLimits.Configuration).Root as JsonObject;
        }

        var sources = call.Arguments.Select(static argument => argument.Value);
        return (call.Instance is { } instance ? sources.Prepend(instance) : sources)
            .Select(source => Names(source, reader).Select(reader.Code.Json).FirstOrDefault(static json => json is not null) is { } json ? Section(json, source, reader) : null)
            .FirstOrDefault(static json => json is not null);
    }

    /// <summary>The object under the names that an expression goes down by: 'root.GetProperty("Model")', 'node["Model"]'; null where it has none of the name.</summary>
    private static JsonObject? Section(JsonObject json, IOperation source, SlotReader reader)
    {
        var path = new List<string?>();
        IOperation? at = source;
        while (at is not null)
        {
            (at, var name) = at switch
            {
                IInvocationOperation { TargetMethod.Name: "GetProperty", Arguments: [var argument] } call => (call.Instance, argument.Value),
                IPropertyReferenceOperation { Property.IsIndexer: true, Arguments: [var argument] } element => (element.Instance, argument.Value),
                IPropertyReferenceOperation part => (part.Instance, null),
                IInvocationOperation { Arguments.IsEmpty: true } call => (call.Instance, null),
                IConversionOperation conversion => (conversion.Operand, null),
                ILocalReferenceOperation local => (reader.Sources.OfLocal(local), null),
                _ => ((IOperation?)null, (IOperation?)null),
            };
            if (name is not null)
                path.Insert(0, reader.Folder.Fold(name).Value as string);
        }

        JsonNode? node = json;
        foreach (var name in path)
            node = name is null ? null : (node as JsonObject)?.Find(name)?.Value;
        return node as JsonObject;
    }

    /// <summary>The names of JSON files in an argument: 'File.ReadAllText("config.json")', also through a local.</summary>
    private static IEnumerable<string> Names(IOperation argument, SlotReader reader) => argument.DescendantsAndSelf()
        .SelectMany(operation => operation is ILocalReferenceOperation local && reader.Sources.OfLocal(local) is { } start ? start.DescendantsAndSelf().SelectMany(inner => inner is ILocalReferenceOperation more && reader.Sources.OfLocal(more) is { } first ? first.DescendantsAndSelf() : [inner]) : [operation])
        .Select(static operation => operation.ConstantValue is { HasValue: true, Value: string text } ? text : "")
        .Where(static text => text.EndsWith(".json", StringComparison.OrdinalIgnoreCase));
}
