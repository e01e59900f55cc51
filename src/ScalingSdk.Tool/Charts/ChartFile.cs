using System.Runtime.CompilerServices;
using ScalingSdk.Charts.Drawing;
using ScalingSdk.Charts.Pictures;
using ScalingSdk.Tool.Input;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Charts;

/// <summary>Writes a chart as the picture that the name of its file asks for.</summary>
internal static class ChartFile
{
    /// <exception cref="UsageException">The name is neither *.svg nor *.png, or the file cannot be written.</exception>
    public static void Write(Chart chart, string path)
    {
        if (path.EndsWith(".svg", StringComparison.OrdinalIgnoreCase))
            OutputFile.Write(path, SvgChart.Write(chart, chart.Id, standalone: true), replace: true);
        else if (path.EndsWith(".png", StringComparison.OrdinalIgnoreCase))
            OutputFile.Write(path, Png(chart), replace: true);
        else
            throw new UsageException($"'{path}' is neither *.svg nor *.png");
    }

    // Not inlined: the drawing library is loaded when this is called, and only then.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static byte[] Png(Chart chart)
    {
        try
        {
            return PngChart.Write(chart);
        }
        catch (Exception missing) when (missing is DllNotFoundException or TypeInitializationException)
        {
            throw new UsageException("PNG needs a library that does not exist for this platform; write *.svg");
        }
    }
}
