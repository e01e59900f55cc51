using System.Text;
using ScalingSdk.Json;
using ScalingSdk.Reports;
using ScalingSdk.Text;
using ScalingSdk.Tool.Formats;

namespace ScalingSdk.Tool.Comparing;

/// <summary>A comparison as text, Markdown and JSON.</summary>
internal static partial class ComparisonText
{
    public static string Markdown(Comparison comparison)
    {
        var text = new StringBuilder("**").Append(Formats.Markdown.Cell(Heading(comparison))).Append("**\n\n");
        Formats.Markdown.Table(text, Headers(comparison), Rows(comparison));
        foreach (var (name, view) in comparison.Specs)
        {
            text.Append("\n**").Append(Formats.Markdown.Cell(name)).Append("**\n\n");
            foreach (var finding in view.Findings)
                text.Append(FindingsMarkdown.Item(finding));
            if (view.Findings.Count == 0)
                text.Append("No finding.\n");
        }

        return text.ToString();
    }

    public static string Json(Comparison comparison)
    {
        var json = new JsonWriter().StartObject().Name("specs").StartArray();
        foreach (var (name, view) in comparison.Specs)
        {
            json.StartObject().Name("name").Value(name).Name("summary").Value(view.Plan.Summary()).Name("findings").StartArray();
            foreach (var finding in view.Findings)
                FindingsJson.Write(json, finding);
            json.EndArray().EndObject();
        }

        json.EndArray().Name("figures").StartArray();
        foreach (var key in comparison.Specs.SelectMany(static spec => spec.View.Plan.Figures).DistinctBy(static figure => figure.Key, StringComparer.Ordinal))
        {
            var values = comparison.Specs.Select(spec => spec.View.Plan.Find(key.Declared)).ToList();
            if (values.TrueForAll(value => string.Equals(value?.Number, values[0]?.Number, StringComparison.Ordinal)))
                continue;
            json.StartObject().Name("key").Value(key.Key).Name("title").Value(key.Title).Name("unit").Value(key.Unit).Name("values").StartArray();
            foreach (var value in values)
                _ = value is null ? json.Null() : json.Value(value.Value);
            json.EndArray().EndObject();
        }

        return json.EndArray().EndObject().ToString();
    }

    public static string Heading(Comparison comparison) =>
        $"{Severities.Plural(comparison.Different.Count, "figure")} differ{(comparison.Different.Count == 1 ? "s" : "")}, {NumberText.Grouped(comparison.Same)} {(comparison.Same == 1 ? "is" : "are")} the same";

    public static string[] Headers(Comparison comparison) => ["", .. comparison.Specs.Select(static spec => spec.Name)];

    public static IEnumerable<IReadOnlyList<string>> Rows(Comparison comparison) =>
        comparison.Different.Select(static figure => (IReadOnlyList<string>)[figure.Title, .. figure.Values]);
}
