namespace ScalingSdk.Web.Inputs;

/// <summary>How a spec states its model.</summary>
internal enum ModelKind
{
    /// <summary>By its size alone.</summary>
    Size,

    /// <summary>By the name of a published one.</summary>
    Known,

    /// <summary>By its dimensions.</summary>
    Dimensions,

    /// <summary>By a configuration that was dropped on the page.</summary>
    File,
}
