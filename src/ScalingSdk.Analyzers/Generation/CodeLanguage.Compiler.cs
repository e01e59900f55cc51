using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ScalingSdk.Analyzers.Generation;

/// <content>As the compiler says it.</content>
internal sealed partial record CodeLanguage
{
    // The .NET SDK defines it. To ask the compilation for a type would cost at every key stroke.
    private const string Net7 = "NET7_0_OR_GREATER";

    public static CodeLanguage Of(ParseOptions options) => new(
        options is CSharpParseOptions { LanguageVersion: >= LanguageVersion.CSharp8 },
        options.PreprocessorSymbolNames.Contains(Net7, StringComparer.Ordinal));
}
