namespace ScalingSdk.Training;

/// <summary>A condition that must hold for a span of tokens before it is told, and is told once until it has ended.</summary>
internal sealed class Episode(double span)
{
    private double? _since;
    private bool _told;

    /// <summary>True at the moment when it is to be told.</summary>
    internal bool Holds(bool condition, double tokens)
    {
        if (!condition)
        {
            _since = null;
            _told = false;
            return false;
        }

        _since ??= tokens;
        if (_told || tokens - _since < span)
            return false;
        _told = true;
        return true;
    }
}
