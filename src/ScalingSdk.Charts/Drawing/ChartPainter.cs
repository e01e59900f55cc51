using ScalingSdk.Charts.Pictures;

namespace ScalingSdk.Charts.Drawing;

/// <summary>From a chart to the shapes of its picture.</summary>
internal sealed class ChartPainter
{
    private const double DotRadius = 3.5;
    private const double OwnRadius = 6;
    private const double FirstSymbol = 30;
    private const double SymbolShift = 27;
    private const double BetweenSymbols = 130;
    private static readonly Look Grid = new(null, Ink.Grid);
    private static readonly Look Axis = new(null, Ink.Soft);
    private static readonly Look MarkLine = new(null, Ink.Soft) { Dashes = [3, 4] };
    private readonly Chart _chart;
    private readonly ChartOptions _options;
    private readonly CurveLooks _looks;
    private readonly ChartLayout _layout;
    private readonly Frame _frame;
    private readonly LabelPlaces _places;
    private readonly List<Shape> _shapes = [];

    private ChartPainter(Chart chart, ChartOptions options)
    {
        (_chart, _options) = (chart, options with { Width = Math.Clamp(options.Width, ChartOptions.Least, ChartOptions.Most) });
        _looks = new(chart, options.Theme);
        _layout = new(chart, _options, _looks);
        _frame = _layout.Frame;
        _places = new(_frame.Area.Grown(-2));
    }

    public static Scene Paint(Chart chart, ChartOptions options) => new ChartPainter(chart, options).Paint();

    private Scene Paint()
    {
        // What curves are seen against lies below them.
        List<Shape> curves = [.. _chart.Curves.Select(static (curve, index) => (curve, index)).OrderByDescending(static one => one.curve.Reference).SelectMany(one => Curve(one.curve, one.index))];
        var dots = Dots();
        var labels = Labels();

        if (!_options.Embedded)
            _shapes.Add(new RectangleShape("paper", new(Ink.Paper), new(0, 0, _options.Width, _layout.Bottom)));
        for (var i = 0; i < _layout.Titles.Count; i++)
            Text("title", Ink.Text, ChartLayout.Side, _layout.TitleTop + (20 * i), _layout.Titles[i], Anchor.Start, TextSize.Title, bold: true);
        _shapes.AddRange(_chart.Areas.Select(AreaOf));
        Axes();
        for (var i = 0; i < _layout.Marks.Count; i++)
            MarkOf(_layout.Marks[i], _layout.MarkPlaces[i]);
        _shapes.AddRange(curves);
        _shapes.AddRange(dots);
        _shapes.AddRange(labels);
        _shapes.AddRange(_layout.Legend.Shapes);
        return new(_options.Width, _layout.Bottom, _chart.Title, _chart.Description, _shapes, _options);
    }

    private IEnumerable<Shape> Curve(Curve curve, int index)
    {
        var drawn = CurveStrokes.Of(curve, _frame);
        foreach (var (from, to) in drawn.SelectMany(static piece => piece.Spots.Zip(piece.Spots.Skip(1))))
            _places.Keep(from, to);
        foreach (var (observed, spots) in drawn)
            yield return new PathShape("curve", _looks.Curve(index, observed), Smooth.Through(spots)) { Tip = curve.Name };
        foreach (var spot in _looks.HasSymbols ? CurveStrokes.Along([.. drawn.SelectMany(static piece => piece.Spots)], FirstSymbol + (SymbolShift * index), BetweenSymbols) : [])
        {
            if (_looks.Symbol(index, spot) is not { } symbol)
                continue;
            _places.Keep(spot, 5);
            yield return symbol;
        }
    }

    private List<Shape> Dots()
    {
        var dots = _chart.Dots.Where(dot => _frame.Horizontal.At(dot.X) is >= -1e-3 and <= 1.001 && _frame.Vertical.At(dot.Y) is >= -1e-3 and <= 1.001).OrderBy(static dot => dot.Own);
        foreach (var mark in _layout.Marks)
            _places.Keep(new Spot(_frame.X(mark.X), _frame.Area.Top), new Spot(_frame.X(mark.X), _frame.Area.Bottom));
        return [.. dots.Select(dot =>
        {
            var (at, radius) = (_frame.At(dot.X, dot.Y), dot.Own ? OwnRadius : DotRadius);
            _places.Keep(at, radius);
            return new CircleShape(dot.Own ? "dot own" : "dot", _looks.Dot(dot.Own), at, radius) { Tip = dot.Label };
        })];
    }

    // The reader's own first: they get their labels before the others crowd them.
    private List<Shape> Labels()
    {
        var shapes = new List<Shape>();
        foreach (var dot in _chart.Dots.Where(static dot => dot.Label.Length > 0).OrderByDescending(static dot => dot.Own))
        {
            var text = TextSize.Shortened(dot.Label, (_frame.Area.Right - _frame.Area.Left) * 0.8, bold: dot.Own);
            if (_places.Beside(_frame.At(dot.X, dot.Y), text, dot.Own) is not { } place)
                continue;
            if (place.Leader is { } end)
                shapes.Add(new LineShape("leader", new(null, Ink.Own), _frame.At(dot.X, dot.Y), end));
            shapes.Add(new TextShape(dot.Own ? "label own" : "label", new(dot.Own ? Ink.Own : Ink.Soft), place.At, text, place.Anchor) { Bold = dot.Own });
        }

        return shapes;
    }

    private void Axes()
    {
        var area = _frame.Area;
        foreach (var (value, label) in _layout.XTicks)
        {
            GridLine(new(_frame.X(value), area.Top), new(_frame.X(value), area.Bottom));
            Text("tick x", Ink.Soft, _frame.X(value), area.Bottom + ChartLayout.TickLine, label, Anchor.Middle);
        }

        foreach (var (value, label) in _layout.YTicks)
        {
            GridLine(new(area.Left, _frame.Y(value)), new(area.Right, _frame.Y(value)));
            Text("tick y", Ink.Soft, area.Left - 8, _frame.Y(value) + 4, label, Anchor.End);
        }

        Line("axis", Axis, new(area.Left, area.Bottom), new(area.Right, area.Bottom));
        var middle = new Spot((area.Left + area.Right) / 2, (area.Top + area.Bottom) / 2);
        _shapes.Add(new TextShape("axis-title", new(Ink.Text), new(ChartLayout.Side + 8, middle.Y), _chart.Y.Title, Anchor.Middle) { Upward = true });
        Titles(_layout.XTitles, _layout.XTitleTop, middle.X);
        if (_layout.SecondTitles.Count == 0)
            return;
        Line("axis", Axis, new(area.Left, _layout.SecondLine), new(area.Right, _layout.SecondLine));
        foreach (var (x, label) in _layout.SecondTicks)
        {
            Line("axis", Axis, new(_frame.X(x), _layout.SecondLine), new(_frame.X(x), _layout.SecondLine + 4));
            Text("tick second", Ink.Soft, _frame.X(x), _layout.SecondLine + ChartLayout.TickLine, label, Anchor.Middle);
        }

        Titles(_layout.SecondTitles, _layout.SecondTitleTop, middle.X);
    }

    private void Titles(IReadOnlyList<string> lines, double top, double middle)
    {
        var half = lines.Max(static line => TextSize.Width(line)) / 2;
        var x = Math.Clamp(middle, half + 4, Math.Max(half + 4, _options.Width - half - 4));
        for (var i = 0; i < lines.Count; i++)
            Text("axis-title", Ink.Text, x, top + (TextSize.Line * i), lines[i], Anchor.Middle);
    }

    // A line of the grid ends before a label and goes on behind it.
    private void GridLine(Spot from, Spot to)
    {
        var along = from.X.Equals(to.X);
        var start = along ? from.Y : from.X;
        var end = along ? to.Y : to.X;
        foreach (var label in _places.Labels.Select(static box => box.Grown(2)).Where(box => box.Meets(from, to)).OrderBy(box => along ? box.Top : box.Left))
        {
            if ((along ? label.Top : label.Left) is var stop && stop > start)
                Piece(start, stop);
            start = Math.Max(start, along ? label.Bottom : label.Right);
        }

        if (start < end)
            Piece(start, end);

        void Piece(double first, double last) =>
            Line("grid", Grid, along ? new(from.X, first) : new(first, from.Y), along ? new(from.X, last) : new(last, from.Y));
    }

    private Shape AreaOf(Area area) => area.Everywhere
        ? new RectangleShape("area", _looks.Area(area), new(Across(area.Edges[0].X), _frame.Area.Top, Across(area.Edges[^1].X), _frame.Area.Bottom)) { Tip = area.Name }
        : new PathShape("area", _looks.Area(area), CurveStrokes.Between(area, _frame)) { Tip = area.Name };

    private double Across(double x) => Math.Clamp(_frame.X(x), _frame.Area.Left, _frame.Area.Right);

    private void MarkOf(Mark mark, MarkPlace? place)
    {
        var (x, top) = (_frame.X(mark.X), _frame.Area.Top);
        var y = place is null ? top : top - 6 - (place.Row * ChartLayout.MarkRow);
        _shapes.Add(new LineShape("mark", MarkLine, new(x, place is null ? top : y - 9), new(x, _frame.Area.Bottom)) { Tip = mark.Label });
        if (place is not null)
            Text("mark-label", Ink.Soft, place.Anchor == Anchor.Start ? place.Start : place.End, y, mark.Label, place.Anchor);
    }

    private void Line(string kind, Look look, Spot from, Spot to) => _shapes.Add(new LineShape(kind, look, from, to));

    private void Text(string kind, Ink ink, double x, double y, string text, Anchor anchor, double size = TextSize.Small, bool bold = false) =>
        _shapes.Add(new TextShape(kind, new(ink), new(x, y), text, anchor, size) { Bold = bold });
}
