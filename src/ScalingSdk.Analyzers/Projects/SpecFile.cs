using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using ScalingSdk.Specs;

namespace ScalingSdk.Analyzers.Projects;

/// <summary>Runs the pipeline on a spec among the compiler's additional files: once, however many ask.</summary>
internal static class SpecFile
{
    private const string Extension = ".scaling.json";

    // The generator and both analyzers ask for the same texts: the compiler keeps one SourceText for each version of a file.
    private static readonly ConditionalWeakTable<SourceText, Reading> Readings = new();

    public static bool IsSpec(AdditionalText file) => file.Path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase);

    /// <summary>What the spec gives; null where its text cannot be had, for then the compiler says so itself.</summary>
    public static SpecResult? Run(AdditionalText spec, ImmutableArray<AdditionalText> files, CancellationToken cancellation)
    {
        if (spec.GetText(cancellation) is not { } text)
            return null;
        if (text.Length > SpecPipeline.MaxCharacters)
            return SpecPipeline.TooLarge(spec.Path);
        if (Readings.TryGetValue(text, out var known) && known.Holds(spec.Path, files, cancellation))
            return known.Result;

        var inputs = new List<Input>();
        var result = Plan();
        Remember(text, new Reading(spec.Path, inputs, result));
        return result;

        // Whatever a spec does to this product, the others have their constants and findings.
        SpecResult Plan()
        {
            try
            {
                var planned = SpecPipeline.Run(spec.Path, text.ToString(), Read, cancellation);
                // Worked out when it is first read, and the constants take them all.
                _ = planned.Plan?.Figures;
                return planned;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                return SpecPipeline.Failed(spec.Path, exception);
            }
        }

        string? Read(string path)
        {
            var content = Find(path, files, cancellation);
            inputs.Add(new Input(path, content));
            return content?.ToString();
        }
    }

    /// <summary>The text of a spec; empty where there is none, or more than is read.</summary>
    public static string TextOf(AdditionalText spec, CancellationToken cancellation) =>
        spec.GetText(cancellation) is { Length: <= SpecPipeline.MaxCharacters } text ? text.ToString() : "";

    /// <summary>Reads the files that a spec may name among those that were passed.</summary>
    public static Func<string, string?> Reader(ImmutableArray<AdditionalText> files, CancellationToken cancellation) =>
        path => Find(path, files, cancellation)?.ToString();

    private static void Remember(SourceText text, Reading reading)
    {
        lock (Readings)
        {
            Readings.Remove(text);
            Readings.Add(text, reading);
        }
    }

    private static SourceText? Find(string path, ImmutableArray<AdditionalText> files, CancellationToken cancellation) =>
        SpecPaths.Choose(path, files, static file => file.Path)?.GetText(cancellation);

    /// <summary>A file that a spec names, and the text that it had; null where it was not passed.</summary>
    private sealed record Input(string Path, SourceText? Text);

    private sealed record Reading(string Path, List<Input> Inputs, SpecResult Result)
    {
        /// <summary>True while the spec keeps its place and the files that it names keep their texts.</summary>
        public bool Holds(string path, ImmutableArray<AdditionalText> files, CancellationToken cancellation) =>
            string.Equals(Path, path, StringComparison.Ordinal)
            && Inputs.TrueForAll(input => ReferenceEquals(Find(input.Path, files, cancellation), input.Text));
    }
}
