namespace ScalingSdk.Diagnostics;

/// <summary>How much a finding matters by default.</summary>
public enum Severity
{
    /// <summary>Worth knowing; nothing is lost by leaving it.</summary>
    Suggestion,

    /// <summary>The plan loses money or quality by a published law.</summary>
    Warning,

    /// <summary>The spec cannot be understood.</summary>
    Error,
}

/// <summary>The identity of a rule: one for each id, in a file of its own, with a page in docs/rules.</summary>
/// <param name="Id">The id that a severity setting or a suppression names: <c>SCALE1001</c>.</param>
/// <param name="Severity">The severity unless the user sets another.</param>
/// <param name="Title">What the rule finds, without final period.</param>
public sealed record RuleInfo(string Id, Severity Severity, string Title)
{
    /// <summary>The page that explains the rule.</summary>
    public string HelpLink => "https://github.com/ScalingSdk/ScalingSdk/blob/main/docs/rules/" + Id + ".md";

    /// <summary>What the id's hundred is about: "Spec", "Data", "Batch", ...</summary>
    public string Category => Id.Substring("SCALE".Length, 2) switch
    {
        "00" => "Spec",
        "10" => "Data",
        "20" => "Batch",
        "30" => "Shape",
        "40" => "Limits",
        "50" => "Validity",
        "60" => "LearningRate",
        "70" => "Run",
        _ => "Gates",
    };
}
