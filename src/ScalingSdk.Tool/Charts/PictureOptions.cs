using System.CommandLine;
using ScalingSdk.Charts.Drawing;
using ScalingSdk.Text;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Charts;

/// <summary>How pictures are drawn: <c>--width</c>, <c>--dpi</c> and <c>--theme</c>.</summary>
internal sealed class PictureOptions
{
    /// <summary>Twice the pixels of a page.</summary>
    public const int UsualDpi = 192;

    private const int LeastDpi = 48;
    private const int MostDpi = 1200;
    private readonly Option<int> _width = new("--width") { Description = $"Width of the picture in pixels of a page, 96 to the inch; its text keeps its size. {NumberText.Grouped(ChartOptions.Usual)} where not stated", HelpName = "pixels" };
    private readonly Option<int> _dpi = new("--dpi") { Description = $"Dots per inch of a PNG; {NumberText.Grouped(UsualDpi)} where not stated", HelpName = "dots" };
    private readonly Option<string?> _theme = new("--theme") { Description = "Colours: light, dark, or print, which tells curves apart without colour. Without it: light, and dark on the screen of a reader who prefers it" };

    private PictureOptions() => _theme.AcceptOnlyFromAmong([.. Enum.GetValues<ChartTheme>().Where(static theme => theme != ChartTheme.Auto).Select(Name)]);

    /// <summary>The options of a command that writes picture files.</summary>
    public static PictureOptions OfPictures(Command command)
    {
        var options = OfPages(command);
        command.Options.Add(options._dpi);
        return options;
    }

    /// <summary>The options of a command that writes pages.</summary>
    public static PictureOptions OfPages(Command command)
    {
        var options = new PictureOptions();
        command.Options.Add(options._width);
        command.Options.Add(options._theme);
        return options;
    }

    /// <exception cref="UsageException">The width is not one of a picture.</exception>
    public ChartOptions Of(ParseResult parsed) => new(
        parsed.GetValue(_width) is not 0 and var width ? Within(width, (int)ChartOptions.Least, (int)ChartOptions.Most, "--width") : ChartOptions.Usual,
        parsed.GetValue(_theme) is { } name ? Enum.GetValues<ChartTheme>().First(theme => string.Equals(Name(theme), name, StringComparison.Ordinal)) : ChartTheme.Auto);

    /// <exception cref="UsageException">The resolution is not one of a picture.</exception>
    public int Dpi(ParseResult parsed) => parsed.GetValue(_dpi) is not 0 and var dpi ? Within(dpi, LeastDpi, MostDpi, "--dpi") : UsualDpi;

    private static string Name(ChartTheme theme) => theme.ToString().ToLowerInvariant();

    private static int Within(int value, int least, int most, string option) => value >= least && value <= most
        ? value
        : throw new UsageException($"'{option} {NumberText.Round(value)}' is not from {NumberText.Round(least)} to {NumberText.Round(most)}");
}
