using ScalingSdk.Models.Architectures;
using ScalingSdk.Models.Reading;
using ScalingSdk.Specs;
using ScalingSdk.Text;

namespace ScalingSdk.Models;

/// <summary>Reads a model from a spec's "model" object, a Hugging Face config.json or Meta's params.json.</summary>
internal static class ModelReader
{
    /// <summary>Every key that is understood, under every name.</summary>
    public static IReadOnlyCollection<string> KnownKeys => ModelKeys.Names;

    public static ModelReading Read(JsonObject section, ModelOrigin origin)
    {
        var problems = new List<ReadingProblem>();
        if (origin == ModelOrigin.Spec)
            UnknownKeys(section, problems);
        var model = Describe(section, origin, problems);
        return new(problems.Count == 0 ? model : null, problems);
    }

    private static ModelDescription? Describe(JsonObject section, ModelOrigin origin, List<ReadingProblem> problems)
    {
        var fields = new ModelFields(section, origin, problems);
        if (fields.Member(ModelKeys.TextConfig) is { } nested)
        {
            // A model of text and images: the text model is what is counted, under its own keys.
            if (nested.Value is JsonObject inner)
                return Describe(inner, origin, problems);
            fields.Refuse(ModelKeys.TextConfig, $"'{nested.Name}' is {nested.Value.Kind}; expected an object");
            return null;
        }

        if (ArchitectureName.Find(fields, section, problems) is not { } architecture)
            return null;
        fields.Architecture = architecture.Name;
        try
        {
            var parts = architecture.Describe(new ModelConfig(fields));
            return fields.Sound ? new ModelDescription(architecture.Name, parts) : null;
        }
        catch (OverflowException)
        {
            if (fields.Sound)
                problems.Add(new(ProblemKind.BadValue, fields.LargestValue, "these sizes give more than 9.2e18 parameters; check this one, the largest"));
            return null;
        }
    }

    private static void UnknownKeys(JsonObject section, List<ReadingProblem> problems)
    {
        foreach (var member in section.Members)
        {
            if (ModelKeys.Find(member.Name) is null && !KeysWithoutSize.Contains(member.Name))
                problems.Add(new(ProblemKind.UnknownKey, member.NameSpan, $"'{member.Name}' is no key of a model"));
        }
    }
}

/// <summary>What reading gave: a model, or why there is none.</summary>
internal sealed record ModelReading(ModelDescription? Model, IReadOnlyList<ReadingProblem> Problems);
