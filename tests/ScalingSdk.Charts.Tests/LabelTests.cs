using System.Globalization;
using System.Text;
using CliWrap;
using CliWrap.Buffered;
using ScalingSdk.Charts.Drawing;
using ScalingSdk.Charts.Fits;
using ScalingSdk.Charts.Plans;
using ScalingSdk.Docs;
using ScalingSdk.Testing;

namespace ScalingSdk.Charts.Tests;

/// <summary>
/// Labels as a browser sets them: the boxes of every text of every chart of the samples, of the published runs and of the laws, at the width of a
/// telephone and of a page. None overlaps another, none touches a line or a dot, none leaves the picture.
/// </summary>
public sealed class LabelTests : IDisposable
{
    // A quarter of a pixel is how far a browser rounds a letter.
    private const string Measure = """
        const said = [];
        const over = (a, b) => a.left < b.right - .5 && b.left < a.right - .5 && a.top < b.bottom - .5 && b.top < a.bottom - .5;
        for (const svg of document.querySelectorAll('svg')) {
          const name = svg.parentElement.id, frame = svg.getBoundingClientRect();
          const texts = [...svg.querySelectorAll('text')].map(t => ({ t, box: t.getBoundingClientRect() }));
          for (let i = 0; i < texts.length; i++) {
            const { t, box } = texts[i];
            if (box.left < frame.left - .5 || box.right > frame.right + .5 || box.top < frame.top - .5 || box.bottom > frame.bottom + .5) said.push(name + ': "' + t.textContent + '" leaves the picture');
            for (let j = 0; j < i; j++) if (over(box, texts[j].box)) said.push(name + ': "' + t.textContent + '" lies on "' + texts[j].t.textContent + '"');
          }
          const spots = [];
          for (const path of svg.querySelectorAll('line,path.curve,path.symbol')) {
            const matrix = path.getScreenCTM(), length = path.getTotalLength();
            for (let at = 0; at <= length; at += 2) { const p = path.getPointAtLength(at); spots.push({ x: p.x + matrix.e, y: p.y + matrix.f, kind: path.getAttribute('class') }); }
          }
          for (const dot of svg.querySelectorAll('circle')) { const b = dot.getBoundingClientRect(); for (const [x, y] of [[b.left, b.top], [b.right, b.top], [b.left, b.bottom], [b.right, b.bottom], [(b.left + b.right) / 2, (b.top + b.bottom) / 2]]) spots.push({ x, y, kind: 'dot' }); }
          for (const { t, box } of texts) { const hit = spots.find(s => s.x > box.left + .5 && s.x < box.right - .5 && s.y > box.top + 1 && s.y < box.bottom - 1); if (hit) said.push(name + ': "' + t.textContent + '" touches a ' + hit.kind); }
        }
        document.body.textContent = document.querySelectorAll('svg').length + ' pictures measured\n' + said.join('\n') + '\nend';
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("scaling-labels-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [BrowserFact]
    public async Task Labels_OfEveryChart_TouchNothing() => Assert.Empty(await MeasureAll(Pictures()));

    [BrowserFact]
    public async Task Labels_InTheWidestFont_TouchNothing() =>
        Assert.Empty(await MeasureAll(Pictures().Where(static (_, index) => index % 7 == 0).Select(static picture => (picture.Name, picture.Svg.Replace(TextSize.Families, "DejaVu Sans", StringComparison.Ordinal)))));

    [BrowserFact]
    public async Task Measure_OfALabelOnALine_SaysSo()
    {
        const string Wrong = "<svg class='chart' viewBox='0 0 100 50' width='100' height='50'><line class='mark' x1='0' y1='20' x2='100' y2='20' stroke='#000'/><text x='10' y='24' font-size='12'>label</text></svg>";

        Assert.Equal(["wrong: \"label\" touches a mark"], await MeasureAll([("wrong", Wrong)]));
    }

    private static IEnumerable<(string Name, string Svg)> Pictures()
    {
        var plans = Plans.All().ToList();
        Assert.True(plans.Count >= 50, "the published runs of tests/Data have no plans: look at Plans.All");
        var charts = plans.SelectMany(static run => PlanCharts.Of(run.Plan).Select(chart => (run.Name, Chart: chart)))
            .Append(("several plans", FrontierChart.Of(plans.Take(6).ToList())!))
            .Concat(LawPages.All.Select(static page => (page.Id, LawChart.Of(page.Id, page.Plot))))
            .Concat(FitCharts.Of(FitChartTests.Fit).Select(static chart => ("fit", chart)));
        foreach (var (name, chart) in charts)
        {
            foreach (var width in (double[])[360, 720])
            {
                var theme = chart.Id is "batch" && width > 400 ? ChartTheme.Print : ChartTheme.Light;
                yield return (string.Create(CultureInfo.InvariantCulture, $"{name}, {chart.Id}, {width}"), ChartSvg.Of(chart, new(width, theme)));
            }
        }
    }

    private async Task<IReadOnlyList<string>> MeasureAll(IEnumerable<(string Name, string Svg)> pictures)
    {
        var page = new StringBuilder("<!doctype html><meta charset=\"utf-8\"><body>");
        var count = 0;
        foreach (var (name, svg) in pictures)
        {
            count++;
            page.Append(CultureInfo.InvariantCulture, $"<div id=\"{System.Net.WebUtility.HtmlEncode(name)}\">{svg}</div>");
        }

        var path = Path.Combine(_folder, "labels.html");
        await File.WriteAllTextAsync(path, page.Append("<script>").Append(Measure).Append("</script>").ToString());
        var shown = await Cli.Wrap(BrowserFactAttribute.Browser!)
            .WithArguments(["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--user-data-dir=" + Path.Combine(_folder, "profile"), "--dump-dom", "file://" + path])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();
        var lines = System.Net.WebUtility.HtmlDecode(shown.StandardOutput).Split('\n');
        var first = Array.FindIndex(lines, static line => line.EndsWith(" pictures measured", StringComparison.Ordinal));
        Assert.True(first >= 0 && lines[first].EndsWith(string.Create(CultureInfo.InvariantCulture, $"{count} pictures measured"), StringComparison.Ordinal), $"the browser measured nothing: {shown.StandardError}");
        return [.. lines.Skip(first + 1).TakeWhile(static line => !line.StartsWith("end", StringComparison.Ordinal)).Where(static line => line.Length > 0)];
    }
}
