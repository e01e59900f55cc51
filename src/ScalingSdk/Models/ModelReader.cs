using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Models.Architectures;
using ScalingSdk.Models.Reading;

namespace ScalingSdk.Models;

/// <summary>Reads a model from a spec's "model" object, a Hugging Face config.json or Meta's params.json.</summary>
internal static class ModelReader
{
    /// <summary>Every key that is understood, under every name.</summary>
    public static IReadOnlyCollection<string> KnownKeys => ModelKeys.Names;

    public static ModelReading Read(JsonObject section, ModelOrigin origin)
    {
        var problems = new List<ReadingProblem>();
        var model = Describe(section, origin, problems);
        return new(problems.Exists(static p => p.Kind != ProblemKind.UnknownKey) ? null : model, problems);
    }

    private static ModelDescription? Describe(JsonObject section, ModelOrigin origin, List<ReadingProblem> problems)
    {
        List<string> notes = [];
        var outer = new ModelFields(TextModel.Unwrap(section, notes), origin, problems);
        if (TextModel.Of(outer, notes) is not { } fields || ArchitectureName.Find(fields, problems, notes) is not { } architecture)
            return null;
        fields.Architecture = architecture.Name;
        try
        {
            var parts = architecture.Describe(new ModelConfig(fields));
            if (fields.Sound)
                parts = ModelClass.Apply(outer, fields, parts, notes);
            UnreadKeys.Refuse(fields, parts, notes);
            if (fields.Sound)
                BeyondDepth.Note(fields, parts, notes);
            if (origin == ModelOrigin.Spec)
            {
                UnreadKeys.Report(fields, problems);
                if (problems.Count > 0)
                    UnreadKeys.Join(fields, problems);
            }

            return problems.Exists(static p => p.Kind != ProblemKind.UnknownKey) ? null : new ModelDescription(Named(fields, architecture), parts) { Notes = notes };
        }
        catch (OverflowException)
        {
            if (fields.Sound)
                problems.Add(new(ProblemKind.BadValue, fields.LargestValue, "these sizes give more than 9.2e18 parameters; check this one, the largest"));
            return null;
        }
    }

    // As the file has it: Kimi K2 is counted as DeepSeek-V3 and is called 'kimi_k2'.
    private static string Named(ModelFields fields, Architecture architecture) =>
        fields.Has(ModelKeys.Architecture) && fields.Text(ModelKeys.Architecture) is { } name ? name : architecture.Name;
}

/// <summary>What reading gave: a model, or why there is none.</summary>
internal sealed record ModelReading(ModelDescription? Model, IReadOnlyList<ReadingProblem> Problems);
