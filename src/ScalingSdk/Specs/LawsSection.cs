using ScalingSdk.Diagnostics;
using ScalingSdk.Json;
using ScalingSdk.Laws;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Specs;

/// <summary>The <c>laws</c> section: which law answers which question.</summary>
public sealed record LawsSection
{
    /// <summary>The law of the overfitting threshold: the one that there is.</summary>
    public Kaplan2020 Overfitting { get; init; } = Kaplan2020.Law;

    /// <summary>The law of the compute-optimal size and tokens; <c>besiroglu-2024</c> unless stated.</summary>
    public IAllocationLaw Allocation { get; init; } = Besiroglu2024.Law;

    /// <summary>The law of what repeated tokens are worth: the one that there is.</summary>
    public Muennighoff2023 RepeatedData { get; init; } = Muennighoff2023.Law;

    /// <summary>The law of the best batch; <c>step-law-2025</c> unless stated, and <c>ling-2025</c> for a model with experts.</summary>
    public IBatchLaw Batch { get; init; } = StepLaw2025.Law;

    /// <summary>The law of the learning rate; unless stated the band of published runs, and <c>ling-2025</c> for a model with experts.</summary>
    public ILearningRateLaw? LearningRate { get; init; }

    /// <summary>The recipe that sets tokens, batch, rate, decay and schedule where the spec leaves them open; null unless stated.</summary>
    public IRecipeLaw? Recipe { get; init; }

    /// <summary>The laws that the spec names, in the order of the keys.</summary>
    public IReadOnlyList<StatedLaw> Stated { get; init; } = [];

    /// <summary>True where the spec names the law of this question.</summary>
    internal bool Names(string key) => Stated.Any(law => string.Equals(law.Key, key, StringComparison.Ordinal));

    internal static LawsSection Read(JsonObject section, SpecFiles files, List<ReadingProblem> problems)
    {
        var reader = SectionReader.Of("laws", section, problems);
        var defaults = new LawsSection();
        var stated = new List<StatedLaw>();
        return new LawsSection
        {
            Allocation = Find(reader, files, stated, "allocation", defaults.Allocation)!,
            Batch = Find(reader, files, stated, "batch", defaults.Batch)!,
            LearningRate = Find<ILearningRateLaw>(reader, files, stated, "learning_rate", null),
            Recipe = Find<IRecipeLaw>(reader, files, stated, "recipe", null),
            Stated = stated,
        };
    }

    private static TLaw? Find<TLaw>(SectionReader reader, SpecFiles files, List<StatedLaw> stated, string key, TLaw? otherwise)
        where TLaw : class, IScalingLaw
    {
        if (reader.Text(key) is not { } id)
            return otherwise;
        if (id.Value.EndsWith(LawFile.Extension, StringComparison.OrdinalIgnoreCase))
            return files.Read(id) is { } file ? Fitted(files, stated, key, id, file, otherwise) : otherwise;
        var fitting = LawRegistry.Of<TLaw>();
        if (fitting.FirstOrDefault(law => string.Equals(law.Info.Id, id.Value, StringComparison.Ordinal)) is { } found)
        {
            stated.Add(new(key, found, id.Origin));
            return found;
        }

        if (LawName.IsValid(id.Value) && files.Find(id.Value + LawFile.Extension) is { } text)
            return Fitted(files, stated, key, id, text, otherwise);
        var known = fitting.Select(static law => law.Info.Id).ToList();
        var nearest = Suggest.Nearest(id.Value, known);
        reader.Bad(id.Origin, key, $"'{id.Value}' is not a law of this question", Suggest.Hint(nearest, "known are " + Suggest.List(known) + (LawName.IsValid(id.Value) ? $", and a law of your own in '{id.Value}{LawFile.Extension}'" : "")), nearest is null ? null : ScalingSdk.Json.Editing.JsonQuote.Of(nearest));
        return otherwise;
    }

    // A law that was fitted to the project's own runs, by its file or by its name.
    private static TLaw? Fitted<TLaw>(SpecFiles files, List<StatedLaw> stated, string key, Stated<string> file, string text, TLaw? otherwise)
        where TLaw : class, IScalingLaw
    {
        var reading = LawFile.Read(text);
        foreach (var problem in reading.Located)
            files.Refuse(file, problem.Kind, text, problem.Origin.Span, problem.Headline, problem.Remedy);
        if (reading.Law is { } law && WhyNot<TLaw>(law, key) is { } why)
        {
            files.Refuse(file, ProblemKind.BadValue, text, new SourceSpan(0, 1), why);
            return otherwise;
        }

        if (reading.Law is not TLaw fitted)
            return otherwise;
        stated.Add(new(key, (IScalingLaw)fitted, file.Origin));
        return fitted;
    }

    // A formula says by its symbols what it answers.
    private static string? WhyNot<TLaw>(IScalingLaw law, string key) => law is FormulaLaw formula ? formula.WhyNot(Question(key))
        : law is TLaw ? null
        : $"a law of the form 'chinchilla' answers the question of 'allocation', not of '{key}'";

    private static LawQuestions Question(string key) => key switch
    {
        "allocation" => LawQuestions.Allocation,
        "batch" => LawQuestions.Batch,
        "learning_rate" => LawQuestions.LearningRate,
        _ => LawQuestions.Recipe,
    };

    /// <summary>At which experts, batch, rate and vocabulary formulas are asked for a run, a clause each.</summary>
    internal IEnumerable<string> SettingsOf(ModelSize size, Tokens tokens) => Stated.Count == 0 ? []
        : Stated.Select(static law => law.Law).OfType<FormulaLaw>().SelectMany(law => law.Settings(size.Active, tokens)).Distinct(StringComparer.Ordinal);

    /// <summary>The laws asked for this run: a formula takes what the run states of experts, batch, rate and vocabulary.</summary>
    internal LawsSection For(TrainingSpec spec)
    {
        if (!Stated.Any(static law => law.Law is FormulaLaw))
            return this;
        var stated = new Dictionary<FormulaMeaning, double>();
        if (spec.Model is { } model)
        {
            stated[FormulaMeaning.Experts] = Math.Max(1, model.Experts);
            stated[FormulaMeaning.Vocabulary] = model.VocabularySize;
        }
        else if (spec.Size is not { IsRouted: true })
        {
            // A size that a plan proposes is dense.
            stated[FormulaMeaning.Experts] = 1;
        }

        if (StatedRun.Batch(spec) is { } batch)
            stated[FormulaMeaning.Batch] = batch;
        if (spec.Training.LearningRate is { } rate)
            stated[FormulaMeaning.LearningRate] = rate.Value;
        return this with
        {
            Allocation = Asked(Allocation, stated),
            Batch = Asked(Batch, stated),
            LearningRate = LearningRate is null ? null : Asked(LearningRate, stated),
            Stated = [.. Stated.Select(law => law with { Law = Asked(law.Law, stated) })],
        };
    }

    private static TLaw Asked<TLaw>(TLaw law, Dictionary<FormulaMeaning, double> stated)
        where TLaw : class, IScalingLaw => law is FormulaLaw formula ? (TLaw)(IScalingLaw)formula.At(stated) : law;
}

/// <summary>A law that a spec names.</summary>
/// <param name="Key">Which question it answers: "allocation".</param>
/// <param name="Law">The law.</param>
/// <param name="Origin">Where it is named.</param>
public sealed record StatedLaw(string Key, IScalingLaw Law, Origin Origin);

/// <summary>The keys of the <c>laws</c> section.</summary>
internal static class LawsKeys
{
    private static readonly KeyTable Table = new();

    public static readonly SpecKey Allocation = Table.Add(new(
        "laws",
        "allocation",
        meaning: "the law of compute-optimal size and tokens, and of the loss; or a law fitted to your own runs, as a path: `\"my-runs.law.json\"` ([law-files.md](law-files.md))",
        example: "besiroglu-2024",
        moves: "size, data, loss",
        option: "--law",
        leftOut: "`besiroglu-2024`",
        foreign: "law loss"));

    public static readonly SpecKey Batch = Table.Add(new(
        "laws",
        "batch",
        meaning: "the law of the proposed batch",
        example: "deepseek-2024",
        moves: "batch",
        leftOut: "`step-law-2025`, at most Kaplan's critical batch; with experts `ling-2025`, which needs no name",
        foreign: "batch_size_law"));

    public static readonly SpecKey LearningRate = Table.Add(new(
        "laws",
        "learning_rate",
        meaning: "the law of the learning rate",
        example: "deepseek-2024",
        moves: "learning rate",
        leftOut: "the band of `published-rates`; with experts `ling-2025`, which needs no name"));

    public static readonly SpecKey Recipe = Table.Add(new(
        "laws",
        "recipe",
        meaning: "a published recipe: it sets tokens, batch, learning rate, decay and schedule together where they are not stated",
        example: "nanochat-2026",
        moves: "data, batch, learning rate",
        option: "--recipe",
        leftOut: "each question has its own law",
        foreign: "preset"));

    public static IReadOnlyList<SpecKey> All => Table.Keys;
}
