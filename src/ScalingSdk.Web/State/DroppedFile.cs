using ScalingSdk.Json.Editing;
using ScalingSdk.Specs;
using ScalingSdk.Tool.Input;

namespace ScalingSdk.Web.State;

/// <summary>What a file is that a person drops on the page: a spec, a law, or the configuration of a model.</summary>
internal static class DroppedFile
{
    /// <summary>The draft with the file; null where it is the same as before.</summary>
    public static Draft? Read(Draft draft, string name, string text)
    {
        var file = SharedLink.FileName(name);
        if (file.EndsWith(LawFile.Extension, StringComparison.OrdinalIgnoreCase))
            return WithLaw(draft, file, text);
        return ConfigFile.IsConfig(file, text) ? WithModel(draft, file, text) : Draft.Of(text, file.EndsWith(Draft.Extension, StringComparison.Ordinal) ? file : Draft.DefaultPath) with { Files = draft.Files };
    }

    /// <summary>The draft that plans by this law.</summary>
    public static Draft? WithLaw(Draft draft, string file, string text) => draft.With(file, text).With([SpecEdit.Set(JsonQuote.Of(file), LawsKeys.Allocation.Path)]);

    /// <summary>The draft whose model is this configuration: sizes and dimensions that the spec stated make way.</summary>
    public static Draft? WithModel(Draft draft, string file, string text) => OfModel(draft.With(file, text), SizeKeys.Config, JsonQuote.Of(file));

    /// <summary>The draft whose model is this value of this key and nothing else.</summary>
    public static Draft? OfModel(Draft draft, SpecKey key, string json) =>
        draft.With([SpecEdit.Set($"{{ {JsonQuote.Of(key.Name)}: {json} }}", key.Section)]);
}
