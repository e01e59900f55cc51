using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScalingSdk.Analyzers.Generation;

/// <summary>What the code that a class is generated for can say.</summary>
/// <param name="KnowsNullable">True from C# 8 on.</param>
/// <param name="HasSpans">True from .NET 7 on, where a span over constants is the data of the assembly itself.</param>
internal sealed record CodeLanguage(bool KnowsNullable, bool HasSpans)
{
    // The .NET SDK defines it. To ask the compilation for a type would cost at every key stroke.
    private const string Net7 = "NET7_0_OR_GREATER";

    public static CodeLanguage Of(ParseOptions options) => new(
        options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp8 },
        options.PreprocessorSymbolNames.Contains(Net7, StringComparer.Ordinal));
}
