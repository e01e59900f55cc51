using ScalingSdk.Charts;
using ScalingSdk.Charts.Drawing;
using ScalingSdk.Charts.Pictures;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Charts;

/// <summary>Writes a chart as the picture that the name of its file asks for.</summary>
internal static class ChartFile
{
    /// <exception cref="UsageException">The name is neither *.svg, *.png nor *.pdf, or the file cannot be written.</exception>
    public static void Write(Chart chart, string path, ChartOptions options, int dpi)
    {
        if (path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
            OutputFile.Write(path, ChartSvg.Of(chart, options), replace: true);
        else if (path.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
            OutputFile.Write(path, Drawn(() => SkiaChart.Png(ChartPainter.Paint(chart, options), dpi)), replace: true);
        else if (path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase))
            OutputFile.Write(path, Drawn(() => SkiaChart.Pdf(ChartPainter.Paint(chart, options))), replace: true);
        else
            throw new UsageException($"'{path}' is neither *.svg, *.png nor *.pdf");
    }

    // The drawing library is loaded when the picture is drawn, and only then.
    private static byte[] Drawn(Func<byte[]> draw)
    {
        try
        {
            return draw();
        }
        catch (Exception missing) when (missing is DllNotFoundException or TypeInitializationException)
        {
            throw new UsageException("PNG and PDF need a library that does not exist for this platform; write *.svg");
        }
    }
}
