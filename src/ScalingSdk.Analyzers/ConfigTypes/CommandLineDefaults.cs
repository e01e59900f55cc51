using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>What an option of System.CommandLine gives where the user says nothing: its <c>DefaultValueFactory</c>.</summary>
internal static class CommandLineDefaults
{
    /// <summary>The default that a call such as <c>parseResult.GetValue(width)</c> gives; null where it is none.</summary>
    public static IOperation? Of(IInvocationOperation call, InitializerSource sources)
    {
        if (call.TargetMethod.Name is not ("GetValue" or "GetRequiredValue" or "GetValueForOption" or "GetValueForArgument"))
            return null;
        var option = call.Arguments.Select(static argument => InitializerSource.Bare(argument.Value)).FirstOrDefault(static value => value is not null && IsOption(value.Type));
        if (Declared(option, sources) is not IObjectCreationOperation creation)
            return null;
        var factory = creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().FirstOrDefault(static one => one.Target is IMemberReferenceOperation { Member.Name: "DefaultValueFactory" })?.Value
            ?? creation.Arguments.FirstOrDefault(static argument => argument.Parameter?.Name is "getDefaultValue" or "defaultValueFactory")?.Value;
        return InitializerSource.Returned(factory);
    }

    private static IOperation? Declared(IOperation? option, InitializerSource sources) => InitializerSource.Bare(option switch
    {
        ILocalReferenceOperation local => sources.OfLocal(local),
        IFieldReferenceOperation { Field: var field } => sources.OfReadOnly(field),
        IPropertyReferenceOperation { Property: var property } => sources.OfReadOnly(property),
        _ => option,
    });

    private static bool IsOption(ITypeSymbol? type) => type is { Name: "Option" or "Argument", ContainingNamespace: { Name: "CommandLine", ContainingNamespace.Name: "System" } };
}
