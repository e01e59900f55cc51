using ScalingSdk.Json;
using ScalingSdk.Models.Parts;
using ScalingSdk.Text;

namespace ScalingSdk.Models.Reading;

/// <summary>What 'architectures' says of a model's head: the class that a checkpoint was saved from.</summary>
/// <remarks>A reward model has no output head but a score, an embedding model neither, an encoder of T5 one of two stacks.</remarks>
internal static class ModelClass
{
    public static ModelParts Apply(ModelFields outer, ModelFields fields, ModelParts parts, List<string> notes)
    {
        if ((outer.Member(ModelKeys.Architectures) ?? fields.Member(ModelKeys.Architectures)) is not { } member)
            return parts;
        if (member.Value is not JsonArray list || list.Items.Count == 0)
            return parts;
        if (list.Items[0] is not JsonString { Value: var name })
        {
            outer.Refuse(ModelKeys.Architectures, $"'architectures' has {ModelFields.Quoted(list.Items[0])}; expected the name of a class");
            return parts;
        }

        var applied = IsDraft(name, fields) ? null : Head(name) switch
        {
            "" when parts is { Kind: ModelFamily.Encoder, Head.Kind: HeadKind.None } => WithNote(parts, "the encoder is counted without the head of its training", notes),
            "" => parts,
            "Model" => WithoutHead(parts, fields, notes),
            "EncoderModel" when parts.Kind == ModelFamily.EncoderDecoder && parts.Embeddings.Further == 0 => EncoderAlone(parts, notes),
            "SequenceClassification" when parts.Kind != ModelFamily.EncoderDecoder => Scored(WithDense(parts, fields), "score", Labels(outer, fields), parts.Kind == ModelFamily.Encoder, notes),
            "TokenClassification" when parts.Kind != ModelFamily.EncoderDecoder => Scored(WithoutPooler(parts), "score", Labels(outer, fields), true, notes),
            "QuestionAnswering" when parts.Kind != ModelFamily.EncoderDecoder => Scored(WithoutPooler(parts), "answer span", 2, true, notes),
            _ => null,
        };
        if (applied is not null)
            return applied;
        outer.Refuse(ModelKeys.Architectures,
            $"'{Excerpt.Of(name)}' has a head or layers of its own, which the sizes do not say; give \"parameters\" instead, or the config.json of the model without it");
        return parts;
    }

    // A draft has a few layers and a projection of its own, and some are named as if they were whole models.
    private static bool IsDraft(string name, ModelFields fields) => fields.Section.Find("draft_vocab_size")?.Value is JsonNumber
        || DraftWords.Any(name.ToUpperInvariant().Contains);

    private static readonly string[] DraftWords = ["EAGLE", "DRAFT", "SPECULATOR", "MEDUSA", "MTPMODEL", "NEXTN", "DOUBLEHEADS"];

    // "" for a language model as it is counted anyway.
    private static string Head(string name)
    {
        if (name.EndsWith("ForCausalLM", StringComparison.Ordinal) || name.EndsWith("ForConditionalGeneration", StringComparison.Ordinal)
            || name.Contains("LMHead") || name.EndsWith("ForMaskedLM", StringComparison.Ordinal) || name.EndsWith("ForPreTraining", StringComparison.Ordinal)
            || name.EndsWith("ForImageTextToText", StringComparison.Ordinal) || name.EndsWith("ForVision2Seq", StringComparison.Ordinal))
        {
            return "";
        }

        var at = name.LastIndexOf("For", StringComparison.Ordinal);
        if (at > 0)
            return name.Substring(at + 3);
        return name.EndsWith("EncoderModel", StringComparison.Ordinal) ? "EncoderModel" : name.EndsWith("Model", StringComparison.Ordinal) ? "Model" : name;
    }

    private static ModelParts WithoutHead(ModelParts parts, ModelFields fields, List<string> notes)
    {
        if (parts.Head.Kind == HeadKind.None)
            return parts;
        notes.Add($"the class is '{fields.Architecture}' without an output head: it ends in vectors");
        return parts with { Head = Parts.Head.None, Outside = [.. parts.Outside.Where(static part => part.Name is not OutsidePart.HeadOfTraining)] };
    }

    private static ModelParts EncoderAlone(ModelParts parts, List<string> notes)
    {
        notes.Add("the class is the encoder alone");
        return parts with
        {
            Kind = ModelFamily.Encoder,
            Layers = [.. parts.Layers.Where(static layer => layer.IsEncoder)],
            Outside = [.. parts.Outside.Where(static part => part.Name.StartsWith("encoder", StringComparison.Ordinal))],
            Head = Parts.Head.None,
        };
    }

    private static ModelParts Scored(ModelParts parts, string name, long labels, bool bias, List<string> notes)
    {
        notes.Add($"the class ends in a {name} of {labels.ToString(System.Globalization.CultureInfo.InvariantCulture)} in place of an output head");
        var weights = checked(parts.Hidden * labels);
        return parts with
        {
            Head = Parts.Head.None,
            Outside = [.. parts.Outside, new(name, checked(weights + (bias ? labels : 0)), weights)],
        };
    }

    // DistilBERT's classifier has a matrix where the others have the pooler.
    private static ModelParts WithDense(ModelParts parts, ModelFields fields) => fields.Architecture is not "distilbert" ? parts
        : parts with { Outside = [.. parts.Outside, new("pre-classifier", checked((parts.Hidden * parts.Hidden) + parts.Hidden), checked(parts.Hidden * parts.Hidden))] };

    private static ModelParts WithNote(ModelParts parts, string note, List<string> notes)
    {
        notes.Add(note);
        return parts;
    }

    private static ModelParts WithoutPooler(ModelParts parts) => parts with { Outside = [.. parts.Outside.Where(static part => part.Name is not OutsidePart.Pooler)] };

    private static long Labels(ModelFields outer, ModelFields fields) =>
        outer.OptionalInt(ModelKeys.Labels) ?? fields.OptionalInt(ModelKeys.Labels)
        ?? ((outer.Member(ModelKeys.LabelNames) ?? fields.Member(ModelKeys.LabelNames))?.Value is JsonObject { Members.Count: > 0 } names ? names.Members.Count : 2);
}
