using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ScalingSdk.Analyzers.ConfigTypes;

/// <summary>Methods of the framework that give a number of numbers: <c>Math.Clamp</c>, <c>Convert.ToInt32</c>, <c>int.Parse</c>.</summary>
internal static class KnownCalls
{
    /// <summary>The value, or null where the method is not one of these.</summary>
    public static Folded? Fold(IInvocationOperation call, Func<IOperation, Folded> fold)
    {
        var method = call.TargetMethod;
        if (!method.IsStatic || method.ContainingNamespace is not { Name: "System", ContainingNamespace.IsGlobalNamespace: true })
            return null;
        var arguments = call.Arguments.OrderBy(static argument => argument.Parameter!.Ordinal).Select(argument => fold(argument.Value)).ToArray();
        if (method.ContainingType.Name is "Math" or "MathF")
            return Arithmetic.Call(method.Name, arguments);
        var converts = method.ContainingType.Name is "Convert" && method.Name is "ToInt32" or "ToInt64" or "ToDouble" or "ToSingle" or "ToUInt32";
        return converts ? Rounded(method, arguments) : IsConversion(method) ? Converted(method, arguments) : null;
    }

    private static bool IsConversion(IMethodSymbol method) =>
        method.ContainingType.SpecialType is SpecialType.System_Int32 or SpecialType.System_Int64 or SpecialType.System_Double or SpecialType.System_Single
        && method.Name is "Parse" or "CreateChecked" or "CreateSaturating" or "CreateTruncating";

    // Convert rounds half to even; a cast truncates.
    private static Folded Rounded(IMethodSymbol method, Folded[] arguments) => arguments is [{ IsKnown: true, Number: { } number }]
        ? IsReal(method.ReturnType) ? Folded.Of(number) : Folded.Of(checked((long)Math.Round(number, MidpointRounding.ToEven)))
        : Folded.Unknown;

    private static Folded Converted(IMethodSymbol method, Folded[] arguments) => arguments switch
    {
        [{ IsKnown: true, Number: { } number }] => IsReal(method.ReturnType) ? Folded.Of(number) : Folded.Of(checked((long)number)),
        [{ IsKnown: true, Value: string text }] when !IsReal(method.ReturnType) && long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole) => Folded.Of(whole),
        [{ IsKnown: true, Value: string text }, ..] when IsReal(method.ReturnType) && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) => Folded.Of(real),
        _ => Folded.Unknown,
    };

    private static bool IsReal(ITypeSymbol type) => type.SpecialType is SpecialType.System_Double or SpecialType.System_Single;
}
