using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace ScalingSdk.Tool.Web;

/// <summary>
/// Serves a page on the loopback address, on a port that is free. By the listener of the runtime: Kestrel adds 7 MB to a native tool, and
/// makes the portable one need the ASP.NET Core runtime.
/// </summary>
internal sealed class WebServer : IDisposable
{
    private const int Tries = 20;
    private readonly HttpListener _listener;
    private readonly WebBounds _bounds;

    private WebServer(HttpListener listener, WebBounds bounds) => (_listener, _bounds) = (listener, bounds);

    public string Address => _bounds.Address;

    /// <summary>Starts to listen.</summary>
    /// <exception cref="HttpListenerException">No port can be had.</exception>
    public static WebServer Start(Func<string, WebAnswer?> files, Func<string> specs)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = FreePort();
            var listener = new HttpListener();
            listener.Prefixes.Add(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{port}/"));
            try
            {
                listener.Start();
                return new(listener, new(port, RandomNumberGenerator.GetHexString(32, lowercase: true), files, specs));
            }
            catch (HttpListenerException) when (attempt < Tries)
            {
                // Another program took the port in between.
                listener.Close();
            }
        }
    }

    public void Dispose() => _listener.Close();

    /// <summary>Answers until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        await using var stop = cancellation.Register(_listener.Stop).ConfigureAwait(false);
        while (!cancellation.IsCancellationRequested)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync().ConfigureAwait(false);
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                if (!_listener.IsListening)
                    return;
                continue;
            }

            _ = Task.Run(() => Answer(context), CancellationToken.None);
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var (request, response) = (context.Request, context.Response);
        try
        {
            var answer = request.IsLocal
                ? _bounds.Answer(request.HttpMethod, request.Headers["Host"], request.RawUrl, request.Headers["Sec-Fetch-Site"])
                : WebAnswer.Refused(403);
            response.StatusCode = answer.Status;
            response.KeepAlive = answer.Status == 200;
            response.Headers["X-Content-Type-Options"] = "nosniff";
            response.Headers["X-Frame-Options"] = "DENY";
            response.Headers["Referrer-Policy"] = "no-referrer";
            response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
            response.Headers["Cache-Control"] = "no-store";
            if (answer.Type is { } type)
                response.ContentType = type;
            response.ContentLength64 = answer.Content.Length;
            if (request.HttpMethod is not "HEAD")
                response.OutputStream.Write(answer.Content.Span);
            response.Close();
        }
        catch (Exception gone) when (gone is HttpListenerException or IOException or ObjectDisposedException or InvalidOperationException or UnauthorizedAccessException)
        {
            // The browser went away, or a file of the page did.
            response.Abort();
        }
    }

    private static int FreePort()
    {
        using var socket = new TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
