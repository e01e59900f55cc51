using System.Globalization;
using ScalingSdk.Hardware;
using ScalingSdk.Json;
using ScalingSdk.Laws;
using ScalingSdk.Models.Architectures;
using ScalingSdk.Models.Reading;
using ScalingSdk.Specs;
using ScalingSdk.Text;
using ScalingSdk.Tool.LanguageServer.Protocol;

namespace ScalingSdk.Tool.LanguageServer;

/// <summary>The values that a key takes: names, devices, laws, architectures, files beside the spec, units behind a number.</summary>
internal static class CompletionValues
{
    private const int ValueKind = 12;
    private const int MostFiles = 200;
    private const string LawExtension = ".law.json";
    private static readonly string[] Units = ["K", "M", "B", "T", "%", "h", "d", "GB", "USD", "PF-days"];

    public static CompletionItem[] Of(Document document, Cursor cursor, string section)
    {
        var typed = cursor.Typed(document.Text);
        return [.. Values(document, section, cursor.Key, typed).Select((value, index) => new CompletionItem(
            value.Text, ValueKind, value.Detail, new MarkupContent(""), cursor.IsQuoted ? $"\"{value.Text}\"" : value.Text,
            index.ToString("000", CultureInfo.InvariantCulture), 1, new TextEdit(document.RangeOf(cursor.Token), $"\"{value.Text}\"")))];
    }

    private static IEnumerable<(string Text, string Detail)> Values(Document document, string section, string name, string typed)
    {
        if (string.Equals(section, SpecKeys.Config.Section, StringComparison.Ordinal) && ModelKeys.Find(name) == ModelKeys.Architecture)
            return ArchitectureCatalog.Names.Order(StringComparer.Ordinal).Select(static architecture => (architecture, ""));
        if (SpecKeys.Find(section, name) is not { } key)
            return [];
        if (key == SpecKeys.Config)
            return Files(document, ".json").Where(static file => !DocumentPath.IsSpec(file.Text) && !file.Text.EndsWith(LawExtension, StringComparison.OrdinalIgnoreCase));
        if (key == SpecKeys.Accelerator)
            return AcceleratorCatalog.All.Select(static device => (device.Id, $"{NumberText.Compact(device.MemoryBytes / 1e9)} GB"));
        if (string.Equals(section, SpecKeys.AllocationLaw.Section, StringComparison.Ordinal))
            return Laws(key).Select(static law => (law.Info.Id, law.Info.Paper)).Concat(key == SpecKeys.AllocationLaw ? Files(document, LawExtension) : []);
        return key.Choices.Count > 0 ? key.Choices.Select(static choice => (choice, "")) : Quantities(key, typed);
    }

    private static IEnumerable<IScalingLaw> Laws(SpecKey key) =>
        key == SpecKeys.AllocationLaw ? LawRegistry.All.OfType<IAllocationLaw>()
        : key == SpecKeys.BatchLaw ? LawRegistry.All.OfType<IBatchLaw>()
        : key == SpecKeys.RecipeLaw ? LawRegistry.All.OfType<IRecipeLaw>()
        : LawRegistry.All.OfType<ILearningRateLaw>();

    /// <summary>The typed number with each unit that the key takes; the key's example where nothing is typed.</summary>
    private static IEnumerable<(string Text, string Detail)> Quantities(SpecKey key, string typed)
    {
        var number = typed.TrimEnd([.. "KMBTkmbt% "]);
        return number.Length > 0 && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? Units.Select(unit => number + unit).Where(text => key.Accepts(new JsonString(new SourceSpan(0, 0), text))).Select(static text => (text, ""))
            : [(key.Example, "for example")];
    }

    /// <summary>Files beside the spec.</summary>
    private static (string Text, string Detail)[] Files(Document document, string extension)
    {
        try
        {
            return Path.GetDirectoryName(document.Path) is { Length: > 0 } folder
                ? [.. Directory.EnumerateFiles(folder, "*" + extension).Take(MostFiles).Select(static file => (Path.GetFileName(file), "beside the spec")).Order()]
                : [];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }
}
