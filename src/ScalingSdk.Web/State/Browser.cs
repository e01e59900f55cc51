using System.Runtime.InteropServices.JavaScript;

namespace ScalingSdk.Web.State;

/// <summary>What the page asks of the browser, and what the browser tells the page: <c>planner.js</c> is the other side.</summary>
internal static partial class Browser
{
    private const string Module = "planner";

    /// <summary>A file was dropped or opened: its name, and its text.</summary>
    public static event Action<string, string>? FileRead;

    /// <summary>A table of runs was dropped or opened, which the browser keeps: its name.</summary>
    public static event Action<string>? RunsRead;

    /// <summary>The fragment of the address has changed.</summary>
    public static event Action<string>? Navigated;

    /// <summary>A file is too large to read: its name.</summary>
    public static event Action<string>? Refused;

    /// <summary>The window has another width.</summary>
    public static event Action? Resized;

    /// <summary>The worker says how far it is, or what came out.</summary>
    public static event Action<string, string>? FitSaid;

    public static Task LoadAsync() => JSHost.ImportAsync(Module, "../planner.js");

    [JSImport("fragment", Module)]
    public static partial string Fragment();

    [JSImport("replaceFragment", Module)]
    public static partial void ReplaceFragment(string fragment);

    [JSImport("link", Module)]
    public static partial string Link();

    [JSImport("save", Module)]
    public static partial void Save(string name, string type, string text);

    [JSImport("savePicture", Module)]
    public static partial void SavePicture(string name, string svg);

    [JSImport("copy", Module)]
    public static partial Task<bool> CopyAsync(string text);

    [JSImport("print", Module)]
    public static partial void Print();

    [JSImport("theme", Module)]
    public static partial string Theme();

    [JSImport("setTheme", Module)]
    public static partial void SetTheme(string theme);

    [JSImport("setDark", Module)]
    public static partial void SetDark(string css);

    [JSImport("pick", Module)]
    public static partial void Pick();

    [JSImport("show", Module)]
    public static partial void Show(string id);

    [JSImport("chartWidth", Module)]
    public static partial double ChartWidth();

    /// <summary>Ends when the browser has shown what is drawn, or soon where nobody looks at the page.</summary>
    [JSImport("painted", Module)]
    public static partial Task PaintedAsync();

    [JSImport("ready", Module)]
    public static partial void Ready();

    [JSImport("fit", Module)]
    public static partial void Fit(string name, string options);

    [JSImport("stopFit", Module)]
    public static partial void StopFit();

    [JSExport]
    internal static void OnFile(string name, string text) => FileRead?.Invoke(name, text);

    [JSExport]
    internal static void OnRuns(string name) => RunsRead?.Invoke(name);

    [JSExport]
    internal static void OnRefused(string name) => Refused?.Invoke(name);

    [JSExport]
    internal static void OnResized() => Resized?.Invoke();

    [JSExport]
    internal static void OnNavigated(string fragment) => Navigated?.Invoke(fragment);

    [JSExport]
    internal static void OnFit(string kind, string text) => FitSaid?.Invoke(kind, text);
}
