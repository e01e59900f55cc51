using System.Globalization;
using System.Text.RegularExpressions;
using ScalingSdk.Quantities.Units;

namespace ScalingSdk.Quantities;

/// <summary>Time as clocks, schedulers and ISO 8601 write it: <c>72:00:00</c>, <c>3-00:00:00</c>, <c>PT72H</c>, <c>2 days 3 hours</c>, <c>3 months</c>.</summary>
internal static class MeantDuration
{
    private const long Hour = 3600;
    private const long Day = 24 * Hour;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    // Two numbers with one colon are minutes and seconds to one scheduler, and hours and minutes to people.
    private static readonly Regex Clock = new(@"^(?:(?<d>\d{1,4})-(?<h>\d{1,2})(?::(?<m>\d{2})(?::\d{2})?)?|(?<h>\d{1,5}):(?<m>\d{2}):\d{2})$", RegexOptions.CultureInvariant, Longest);
    private static readonly Regex Iso = new(@"^P(?:(?<w>\d{1,4})W)?(?:(?<d>\d{1,4})D)?(?:T(?:(?<h>\d{1,5})H)?(?:(?<m>\d{1,5})M)?)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Longest);
    private static readonly Regex Sum = new(@"^(?:(?<n>\d{1,6}) ?(?<u>[A-Za-z]{1,8})[ ,]{0,2}){2,4}$", RegexOptions.CultureInvariant, Longest);
    private static readonly Regex Calendar = new(@"^(?<n>\d{1,3}) ?(?<u>months?|years?|yrs?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Longest);

    /// <summary>The same as a spec takes it: '72 h', '3 days'; null where the text is none of these.</summary>
    public static string? Written(string text)
    {
        var minutes = Minutes(text);
        return minutes switch
        {
            <= 0 => null,
            _ when minutes * 60 % Day == 0 => Counted(minutes * 60 / Day, "day"),
            _ when minutes * 60 % Hour == 0 => FormattableString.Invariant($"{minutes * 60 / Hour} h"),
            _ => FormattableString.Invariant($"{minutes} min"),
        };
    }

    private static string Counted(long count, string what) => FormattableString.Invariant($"{count} {what}{(count == 1 ? "" : "s")}");

    private static long Minutes(string text)
    {
        if (Clock.Match(text) is { Success: true } clock)
            return Minutes(clock);
        if (Iso.Match(text) is { Success: true } iso)
            return Minutes(iso);
        if (Calendar.Match(text) is { Success: true } calendar)
            return Number(calendar.Groups["n"]) * (calendar.Groups["u"].Value[0] is 'm' or 'M' ? 30 : 365) * Day / 60;
        return Sum.Match(text) is { Success: true } sum ? Total(sum) : 0;
    }

    private static long Minutes(Match match) =>
        (((((Number(match.Groups["w"]) * 7) + Number(match.Groups["d"])) * 24) + Number(match.Groups["h"])) * 60) + Number(match.Groups["m"]);

    private static long Total(Match sum)
    {
        double seconds = 0;
        for (var i = 0; i < sum.Groups["n"].Captures.Count; i++)
        {
            if (Unit.Duration.FactorOf(sum.Groups["u"].Captures[i].Value) is not { } factor)
                return 0;
            seconds += Parse(sum.Groups["n"].Captures[i].Value) * factor.ToDouble();
        }

        return (long)(seconds / 60);
    }

    private static long Number(Group group) => group.Success ? Parse(group.Value) : 0;

    private static long Parse(string digits) => long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
