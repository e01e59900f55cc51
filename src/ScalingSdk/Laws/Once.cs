namespace ScalingSdk.Laws;

/// <summary>What is made when it is first asked for, once for all threads: most processes ask a few laws for a few equations.</summary>
internal static class Once
{
    /// <summary>The value that stands in the slot, where another thread was first; otherwise this one.</summary>
    public static T Of<T>(ref T? slot, T value)
        where T : class => Interlocked.CompareExchange(ref slot, value, null) ?? value;
}
