namespace ScalingSdk.Charts.Drawing;

/// <summary>The colours of a picture by what they are for.</summary>
internal enum Ink
{
    Paper,
    Text,
    Soft,
    Grid,
    First,
    Second,
    Third,
    Fourth,
    Fifth,
    Own,
}
