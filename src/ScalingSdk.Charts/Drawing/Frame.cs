namespace ScalingSdk.Charts.Drawing;

/// <summary>The area of a picture in which values have places.</summary>
internal sealed record Frame(Box Area, Scale Horizontal, Scale Vertical)
{
    public double X(double value) => Area.Left + (Horizontal.At(value) * (Area.Right - Area.Left));

    public double Y(double value) => Area.Bottom - (Vertical.At(value) * (Area.Bottom - Area.Top));

    public Spot At(double x, double y) => new(X(x), Y(y));
}
