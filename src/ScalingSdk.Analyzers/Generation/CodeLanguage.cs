namespace ScalingSdk.Analyzers.Generation;

/// <summary>What the code that a class is generated for can say.</summary>
/// <param name="KnowsNullable">True from C# 8 on.</param>
/// <param name="HasSpans">True from .NET 7 on, where a span over constants is the data of the assembly itself.</param>
internal sealed partial record CodeLanguage(bool KnowsNullable, bool HasSpans);
