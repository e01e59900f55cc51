namespace ScalingSdk.Specs;

/// <summary>The keys at the root of a spec, its sections among them, with what each is for: the reader, the schema, hover and completion follow from them.</summary>
internal static class RootKeys
{
    public static readonly RootKey Schema = new("$schema", "This schema, for the completion of editors.");
    public static readonly RootKey Name = new("name", "Names the class of the constants; the file's name unless stated.");
    public static readonly RootKey Suppress = new("suppress", "Rules that this spec silences, each with its reason.");

    /// <summary>In the order of the documentation.</summary>
    public static IReadOnlyList<RootKey> All { get; } =
    [
        Schema,
        Name,
        new("model", "The model: by its dimensions, by a config file, or by its size alone."),
        new("data", "Tokens processed, distinct tokens, and passes over them: two give the third."),
        new("training", "Sequence, batch, steps, learning rate, precision, and how the run is spread over devices."),
        new("hardware", "The devices, and what an hour of one costs."),
        new("budget", "What there is to spend, or the loss to reach: one key. The plan is made from it."),
        new("limits", "What the run may take at most: checked, never spent."),
        new("inference", "How much the model will be used."),
        new("transfer", "One measured pair of losses of one model."),
        new("laws", "Which law answers which question."),
        Suppress,
    ];

    /// <summary>The address of the schema.</summary>
    public const string SchemaAddress = "https://raw.githubusercontent.com/ScalingSdk/ScalingSdk/main/schema/scaling.schema.json";

    public static RootKey? Find(string name) => All.FirstOrDefault(key => string.Equals(key.Name, name, StringComparison.Ordinal));
}

/// <summary>A key at the root of a spec.</summary>
/// <param name="Name">The key.</param>
/// <param name="Meaning">What it is for, as a sentence.</param>
internal sealed record RootKey(string Name, string Meaning);
