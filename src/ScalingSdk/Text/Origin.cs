namespace ScalingSdk.Text;

/// <summary>What states a value.</summary>
public enum OriginKind
{
    /// <summary>A file: <see cref="Origin.Span"/> is the place in it.</summary>
    File,

    /// <summary>An option of the command line: <see cref="Origin.Name"/> is the option.</summary>
    Option,

    /// <summary>An expression of C#: <see cref="Origin.Name"/> is the member, parameter or property that it gives a value to.</summary>
    Code,

    /// <summary>Nobody: the value is assumed, and <see cref="Origin.Name"/> says why.</summary>
    Assumption,
}

/// <summary>Where a value comes from: a stretch of a file, an option, an expression of C#, or an assumption.</summary>
/// <remarks>A stretch of a file converts to an origin, so that readers of files need not say more.</remarks>
public readonly record struct Origin
{
    private Origin(OriginKind kind, SourceSpan span, string? name, object? site) => (Kind, Span, _name, Site) = (kind, span, name, site);

    private readonly string? _name;

    /// <summary>What states the value.</summary>
    public OriginKind Kind { get; }

    /// <summary>The place in the file; empty at its start where no file states the value.</summary>
    public SourceSpan Span { get; }

    /// <summary>The option, the member of C#, or the reason of the assumption; empty for a file.</summary>
    public string Name => _name ?? "";

    /// <summary>The expression of C# as its host knows it; null elsewhere.</summary>
    internal object? Site { get; }

    private static readonly object Files = new();

    /// <summary>The tensors of a model's files, which its count is compared with.</summary>
    internal static Origin Tensors { get; } = new(OriginKind.Option, default, null, Files);

    /// <summary>True where the value is that of a model's files.</summary>
    internal bool IsTensors => ReferenceEquals(Site, Files);

    /// <summary>A stretch of a file.</summary>
    public static implicit operator Origin(SourceSpan span) => new(OriginKind.File, span, null, null);

    /// <summary>An option of the command line.</summary>
    public static Origin Option(string option) => new(OriginKind.Option, default, option, null);

    /// <summary>A member, parameter or property of C#, and the expression that gives it its value where a host knows it.</summary>
    public static Origin Code(string member, object? site = null) => new(OriginKind.Code, default, member, site);

    /// <summary>An assumption and its reason.</summary>
    public static Origin Assumed(string reason) => new(OriginKind.Assumption, default, reason, null);
}
