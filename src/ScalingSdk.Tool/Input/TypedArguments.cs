using System.CommandLine;

namespace ScalingSdk.Tool.Input;

/// <summary>Arguments that are text take what was typed: the parser would make ready for every type there is before it converts one.</summary>
internal static class TypedArguments
{
    /// <summary>The argument, as it was typed; null where it was left out.</summary>
    public static Argument<string?> AsTyped(this Argument<string?> argument)
    {
        argument.CustomParser = static result => result.Tokens.Count > 0 ? result.Tokens[0].Value : null;
        return argument;
    }

    /// <summary>The arguments, as they were typed.</summary>
    public static Argument<string[]> AsTyped(this Argument<string[]> argument)
    {
        argument.CustomParser = static result => [.. result.Tokens.Select(static token => token.Value)];
        return argument;
    }
}
