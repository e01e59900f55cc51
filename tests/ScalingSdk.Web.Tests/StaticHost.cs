using System.Net;
using System.Net.Sockets;

namespace ScalingSdk.Web.Tests;

/// <summary>A host of static files as they come: any path, compressed files where the browser takes them, nothing else.</summary>
internal sealed class StaticHost : IDisposable
{
    private const string SubPath = "/some/path/";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript",
        [".css"] = "text/css",
        [".json"] = "application/json",
        [".svg"] = "image/svg+xml",
        [".wasm"] = "application/wasm",
    };

    private readonly HttpListener _listener = new();
    private readonly string _folder;
    private readonly List<string> _asked = [];

    public StaticHost(string folder)
    {
        _folder = folder;
        Address = $"http://localhost:{FreePort().ToString(System.Globalization.CultureInfo.InvariantCulture)}{SubPath}";
        _listener.Prefixes.Add(Address);
        _listener.Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    /// <summary>The files that were asked for, in order.</summary>
    public IReadOnlyList<string> Asked
    {
        get
        {
            lock (_asked)
                return [.. _asked];
        }
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                _ = AnswerAsync(await _listener.GetContextAsync());
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var name = context.Request.Url!.AbsolutePath[SubPath.Length..];
        lock (_asked)
            _asked.Add(name);
        var path = Path.GetFullPath(Path.Combine(_folder, name.Length == 0 ? "index.html" : name));
        var response = context.Response;
        if (!path.StartsWith(_folder, StringComparison.Ordinal) || !File.Exists(path))
        {
            response.StatusCode = 404;
            response.Close();
            return;
        }

        response.ContentType = Types.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream");
        if (File.Exists(path + ".br") && context.Request.Headers["Accept-Encoding"]?.Contains("br", StringComparison.Ordinal) == true)
        {
            response.Headers["Content-Encoding"] = "br";
            path += ".br";
        }

        var content = await File.ReadAllBytesAsync(path);
        response.ContentLength64 = content.Length;
        await response.OutputStream.WriteAsync(content);
        response.Close();
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
