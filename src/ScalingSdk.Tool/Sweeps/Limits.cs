using System.CommandLine;
using System.Globalization;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Sweeps;

/// <summary>Whole numbers of the command line, within bounds.</summary>
internal static class Limits
{
    public static int InRange(ParseResult options, Option<int> option, int least, int most) => InRange(option, options.GetValue(option), least, most);

    public static int InRange(Option option, int value, int least, int most) => value >= least && value <= most
        ? value
        : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"'{option.Name}' takes {least} to {most}"));
}
