using ScalingSdk.Json.Editing;

namespace ScalingSdk.Diagnostics;

/// <summary>What a reader can do about a finding: a <see cref="Remedy"/> ends it, an <see cref="Improvement"/> makes the run better.</summary>
/// <param name="Text">What to do, as an imperative without final period: "add 1.69B unique tokens".</param>
/// <param name="Edits">The change of the spec, applied in this order by <see cref="SpecEditor"/>; empty where no value to type is known.</param>
public abstract record Help(string Text, IReadOnlyList<SpecEdit> Edits)
{
    /// <summary>What the change does to the loss, the compute, the time or the cost: "the loss falls from 3.03 to 3.01"; null where nothing is predicted.</summary>
    public string? Effect { get; init; }

    /// <summary>The edits as a reader types them: <c>"unique_tokens": "3.69B"</c>; empty where there are none.</summary>
    public string Typed => Words ?? string.Join(", ", Edits.Select(static edit => edit.Typed));

    /// <summary><see cref="Typed"/> where no file states the values: options of a terminal, members of C#.</summary>
    internal string? Words { get; init; }

    /// <summary>The change of the spec that advice stands for, by which it is checked: its values are brought about elsewhere, and not typed. Null where nothing can be tried.</summary>
    internal IReadOnlyList<SpecEdit>? Trial { get; init; }

    /// <summary>True where <see cref="Text"/> is only what to type.</summary>
    internal bool IsPlain => string.Equals(Text, ToWrite(Typed), StringComparison.Ordinal);

    /// <summary>The help as a sentence: what to do, and what that does.</summary>
    public string Sentence => Effect is null ? Text : $"{Text}: {Effect}";

    /// <summary>The help below a message that says what to do: what to type, and what that does.</summary>
    internal string Line => Edits.Count == 0 ? Sentence : Effect is null ? Typed : $"{Typed}: {Effect}";

    internal static string ToWrite(string typed) => "write " + typed;
}
