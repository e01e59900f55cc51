namespace ScalingSdk.Analyzers.Generation;

/// <summary>The generator's steps, as tests and traces name them.</summary>
internal static class TrackingNames
{
    /// <summary>The spec files.</summary>
    public const string Specs = nameof(Specs);

    /// <summary>All other additional files: those that a spec may name are among them.</summary>
    public const string OtherFiles = nameof(OtherFiles);

    /// <summary>Root namespace and folder of the project.</summary>
    public const string Project = nameof(Project);

    /// <summary>Whether the code's language version knows nullable references.</summary>
    public const string Language = nameof(Language);

    /// <summary>The constants of each spec: from here on, values alone.</summary>
    public const string Budgets = nameof(Budgets);

    /// <summary>The partial types that name a spec.</summary>
    public const string Targets = nameof(Targets);

    /// <summary>Specs whose own class would clash with another's.</summary>
    public const string Hidden = nameof(Hidden);

    /// <summary>A class for each spec.</summary>
    public const string Classes = nameof(Classes);

    /// <summary>The other half of each partial type that names a spec.</summary>
    public const string Completions = nameof(Completions);
}
