using ScalingSdk.Text;

namespace ScalingSdk.Quantities.Units;

/// <summary>A name of a unit, and what it is worth.</summary>
internal sealed class UnitName(string name, ExactNumber factor)
{
    public string Name { get; } = name;

    public ExactNumber Factor { get; } = factor;

    /// <summary>The names of a list: <c>s|second = 1, min|minute = 60</c>. An empty name stands for a number alone.</summary>
    /// <remarks>Read from text: as values in code, every process would compile them again, which takes a millisecond.</remarks>
    public static UnitName[] List(string written)
    {
        var names = new List<UnitName>();
        foreach (var entry in written.Split(','))
        {
            var mark = entry.IndexOf('=');
            var factor = ExactNumber.Parse(entry.Substring(mark + 1).Trim());
            foreach (var name in entry.Substring(0, mark).Split('|'))
                names.Add(new UnitName(name.Trim(), factor));
        }

        return [.. names];
    }
}
