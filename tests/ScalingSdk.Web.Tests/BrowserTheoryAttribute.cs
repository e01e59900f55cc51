using ScalingSdk.Testing;

namespace ScalingSdk.Web.Tests;

/// <summary>A theory that needs Chromium; skipped where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute()
    {
        if (BrowserFactAttribute.Browser is null)
            Skip = "needs Chromium on the path";
    }
}
