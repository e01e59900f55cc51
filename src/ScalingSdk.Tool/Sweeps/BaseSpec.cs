using System.CommandLine;
using System.Globalization;
using ScalingSdk.Json;
using ScalingSdk.Json.Editing;
using ScalingSdk.Planning;
using ScalingSdk.Specs;
using ScalingSdk.Text;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Sweeps;

/// <summary>What all runs of a sweep share: a spec with flags over it. Each run states its own size and tokens.</summary>
internal sealed class BaseSpec
{
    // What was chosen for the one run that the spec describes, and hangs on its size or its length.
    private static readonly string[][] OfOneRun =
    [
        ["budget"], ["inference"], ["transfer"], ["data", "epochs"],
        ["training", "batch_tokens"], ["training", "batch_sequences"], ["training", "steps"], ["training", "learning_rate"],
        ["training", "schedule_tokens"], ["training", "warmup_steps"],
    ];

    private readonly Option<string?> _spec = new("--spec") { Description = "A spec: all runs take its hardware, training and laws", HelpName = "spec" };
    private readonly FlagValues _flags = new(static key => key.Section is "hardware" or "laws" || key == DataKeys.UniqueTokens || key == TrainingKeys.SequenceLength);

    public BaseSpec(Command command)
    {
        command.Options.Add(_spec);
        _flags.AddTo(command);
    }

    /// <summary>The spec, its flags and what the pipeline says: a base without a model is no problem, for each run has its own.</summary>
    public (SpecInput Input, SpecResult Result) Read(ParseResult options, Terminal terminal, CancellationToken cancellation)
    {
        var given = _flags.Given(options);
        var input = options.GetValue(_spec) is { } path ? SpecInput.FromFile(path, terminal, given) : SpecInput.FromFlags(terminal, given, "sweep.scaling.json");
        return (input, input.Tree is { } tree && !tree.Has("model") && !tree.Has("budget")
            ? input.Run(tree.With(SizeKeys.Parameters, new JsonNumber(Origin.Assumed("each run states its own size"), "1000000")), cancellation)
            : input.Run(cancellation));
    }

    /// <summary>The spec that the runs have in common, as one of the sweep's folder.</summary>
    public static string Shared(SpecInput input, TrainingPlan plan, string folder)
    {
        var text = input.ToText();
        foreach (var path in OfOneRun)
            text = SpecEditor.Apply(text, [SpecEdit.Remove(path)]) ?? text;
        if (plan.Size.Model is not null)
            text = Set(text, TrainingKeys.SequenceLength.Path, plan.Size.Sequence.Tokens.ToString(CultureInfo.InvariantCulture));
        if (JsonReader.Read(text).Root is JsonObject root && root.Find("laws") is { Value: JsonObject named } laws)
        {
            // Files are named as seen from the spec.
            foreach (var (law, file) in named.Members.Select(static law => (law.Name, (law.Value as JsonString)?.Value ?? "")))
            {
                if (file.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
                    text = Set(text, [laws.Name, law], Path.GetRelativePath(folder, SpecPaths.Beside(input.Path, file)).Replace('\\', '/'));
            }
        }

        return text;
    }

    private static string Set(string text, string[] path, string value) => SpecEditor.Apply(text, [SpecEdit.Set(JsonQuote.Of(value), path)]) ?? text;

    /// <summary>The spec of one run.</summary>
    public static string Of(string shared, SweepRun run)
    {
        static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
        return SpecEditor.Apply(shared,
        [
            SpecEdit.Set(JsonQuote.Of(run.Name), "name"),
            SpecEdit.Set($"{{ \"parameters\": {Number(run.Parameters)} }}", "model"),
            SpecEdit.Set(Number(run.Tokens), "data", "tokens"),
        ]) ?? throw new InvalidOperationException("a spec that was read cannot be edited");
    }
}
