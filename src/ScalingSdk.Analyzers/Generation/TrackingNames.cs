namespace ScalingSdk.Analyzers.Generation;

/// <summary>The generator's steps, as tests and traces name them.</summary>
internal static class TrackingNames
{
    /// <summary>The spec files.</summary>
    public const string Specs = nameof(Specs);

    /// <summary>The spec files with what their items in the project say.</summary>
    public const string Items = nameof(Items);

    /// <summary>All other additional files: those that a spec may name are among them.</summary>
    public const string OtherFiles = nameof(OtherFiles);

    /// <summary>Root namespace and folder of the project.</summary>
    public const string Project = nameof(Project);

    /// <summary>What the code's language version and framework can say.</summary>
    public const string Language = nameof(Language);

    /// <summary>The constants of each spec: from here on, values alone.</summary>
    public const string Contents = nameof(Contents);

    /// <summary>The partial types that name a spec.</summary>
    public const string Targets = nameof(Targets);

    /// <summary>Specs that do not get the class that they ask for.</summary>
    public const string Displaced = nameof(Displaced);

    /// <summary>Specs that a type of the code names: it has their constants, and there is no second class.</summary>
    public const string Completed = nameof(Completed);

    /// <summary>A class for each other spec.</summary>
    public const string Classes = nameof(Classes);

    /// <summary>The constructions with [ScalingBudget], as the specs that they stand for.</summary>
    public const string CodeSpecs = nameof(CodeSpecs);

    /// <summary>Their constants.</summary>
    public const string CodeContents = nameof(CodeContents);

    /// <summary>Those that do not get the class that they ask for.</summary>
    public const string CodeLosers = nameof(CodeLosers);

    /// <summary>Those whose class the code does not allow.</summary>
    public const string Impossible = nameof(Impossible);

    /// <summary>The other half of each partial type that names a spec.</summary>
    public const string Completions = nameof(Completions);
}
