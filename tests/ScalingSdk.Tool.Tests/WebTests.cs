using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using CliWrap;
using CliWrap.Buffered;
using ScalingSdk.Testing;
using ScalingSdk.Tool.Terminals;
using ScalingSdk.Tool.Web;

namespace ScalingSdk.Tool.Tests;

/// <summary><c>scaling web</c>: what it serves, and what it refuses.</summary>
public sealed class WebTests : IAsyncLifetime, IDisposable
{
    private readonly Folder _folder = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly HttpClient _client = new();
    private WebServer _server = null!;
    private Task _running = null!;

    private string Pages => Path.Combine(_folder.Path, "page");

    private string Project => Path.Combine(_folder.Path, "project");

    public Task InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(Pages, "_framework"));
        Directory.CreateDirectory(Project);
        File.WriteAllText(Path.Combine(Pages, "index.html"), "<!doctype html><base href=\"./\"><title>page</title><body></body>");
        File.WriteAllText(Path.Combine(Pages, "_framework", "a b.wasm"), "wasm");
        File.WriteAllText(Path.Combine(_folder.Path, "secret.txt"), "secret");
        File.WriteAllText(Path.Combine(Project, "run.scaling.json"), """{ "model": { "config": "config.json" }, "data": { "tokens": "9B" } }""");
        File.WriteAllText(Path.Combine(Project, "config.json"), """{ "model_type": "gpt2", "n_layer": 12, "n_embd": 768, "n_head": 12, "vocab_size": 50257, "n_positions": 1024 }""");
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(Path.Combine(Pages, "link.txt"), Path.Combine(_folder.Path, "secret.txt"));
            Directory.CreateSymbolicLink(Path.Combine(Pages, "out"), _folder.Path);
        }

        var specs = new ProjectSpecs([Project], new Terminal(static () => Stream.Null, TextWriter.Null, TextWriter.Null));
        _server = WebServer.Start(new WebFiles(Pages).Find, specs.Json);
        _running = _server.RunAsync(_stop.Token);
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
    }

    public void Dispose()
    {
        _server.Dispose();
        _client.Dispose();
        _stop.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Page_AndItsFiles_AreServedWithTheirTypes()
    {
        using var page = await _client.GetAsync(new Uri(_server.Address));
        using var file = await _client.GetAsync(new Uri(_server.Address + "_framework/a%20b.wasm"));

        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Contains("<script src=\"live.js\"></script>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("application/wasm", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("wasm", await file.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Specs_AreThoseOfTheProjectAsTheyAreNow()
    {
        var before = JsonDocument.Parse(await _client.GetStringAsync(new Uri(_server.Address + "specs.json"))).RootElement.GetProperty("specs");
        await File.WriteAllTextAsync(Path.Combine(Project, "run.scaling.json"), "{ \"changed\": 1 }");
        var after = await _client.GetStringAsync(new Uri(_server.Address + "specs.json"));

        var spec = Assert.Single(before.EnumerateArray());
        Assert.Equal("run.scaling.json", spec.GetProperty("name").GetString());
        Assert.Equal("config.json", Assert.Single(spec.GetProperty("files").EnumerateArray()).GetProperty("name").GetString());
        Assert.Contains("changed", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET /S/../secret.txt HTTP/1.1", null)]
    [InlineData("GET /S/../../../../../../etc/passwd HTTP/1.1", null)]
    [InlineData("GET /S/%2e%2e/secret.txt HTTP/1.1", null)]
    [InlineData("GET /S/..%2fsecret.txt HTTP/1.1", null)]
    [InlineData("GET /S/..%5csecret.txt HTTP/1.1", null)]
    [InlineData("GET /S/..\\secret.txt HTTP/1.1", null)]
    [InlineData("GET /S//etc/passwd HTTP/1.1", null)]
    [InlineData("GET /S/%2fetc%2fpasswd HTTP/1.1", null)]
    [InlineData("GET /S/_framework/../../secret.txt HTTP/1.1", null)]
    [InlineData("GET /S/link.txt HTTP/1.1", null)]
    [InlineData("GET /S/out/secret.txt HTTP/1.1", null)]
    [InlineData("GET /S/index.html%00.txt HTTP/1.1", null)]
    [InlineData("GET /S/_framework HTTP/1.1", null)]
    [InlineData("GET /S/_framework/ HTTP/1.1", null)]
    [InlineData("GET file:///etc/passwd HTTP/1.1", null)]
    [InlineData("GET http://example.org/S/ HTTP/1.1", null)]
    [InlineData("GET / HTTP/1.1", null)]
    [InlineData("GET /specs.json HTTP/1.1", null)]
    [InlineData("GET /00000000000000000000000000000000/specs.json HTTP/1.1", null)]
    [InlineData("POST /S/specs.json HTTP/1.1", null)]
    [InlineData("PUT /S/index.html HTTP/1.1", null)]
    [InlineData("DELETE /S/index.html HTTP/1.1", null)]
    [InlineData("OPTIONS /S/specs.json HTTP/1.1", null)]
    [InlineData("CONNECT example.org:443 HTTP/1.1", null)]
    [InlineData("GET /S/specs.json HTTP/1.1", "Host: example.org")]
    [InlineData("GET /S/specs.json HTTP/1.1", "Host: 127.0.0.1")]
    [InlineData("GET /S/specs.json HTTP/1.1", "Host: localhost:PORT")]
    [InlineData("GET /S/specs.json HTTP/1.1", "Host: 127.0.0.1:PORT\r\nSec-Fetch-Site: cross-site")]
    [InlineData("GET /S/specs.json HTTP/1.1", "Host: 127.0.0.1:PORT\r\nSec-Fetch-Site: same-site")]
    [InlineData("GET /S/specs.json HTTP/1.1", "X: 1")]
    [InlineData("nonsense", null)]
    public async Task HostileRequest_GetsNothing(string request, string? headers)
    {
        var answer = await Send(request, headers);

        Assert.DoesNotMatch("^HTTP/1\\.[01] 2", answer);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("root:", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("\"specs\"", answer, StringComparison.Ordinal);
        Assert.Contains("page", await _client.GetStringAsync(new Uri(_server.Address)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GoodRequest_BySocket_IsAnswered()
    {
        var answer = await Send("GET /S/specs.json HTTP/1.1", "Host: 127.0.0.1:PORT\r\nSec-Fetch-Site: same-origin");

        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Contains("nosniff", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Access-Control", answer, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Listener_IsOnTheLoopbackAddressAlone()
    {
        var port = new Uri(_server.Address).Port;

        Assert.All(
            IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(end => end.Port == port),
            static end => Assert.Equal(IPAddress.Loopback, end.Address));
        foreach (var address in NetworkInterface.GetAllNetworkInterfaces().SelectMany(static network => network.GetIPProperties().UnicastAddresses)
            .Select(static unicast => unicast.Address).Where(static address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address)))
        {
            using var socket = new TcpClient();
            Assert.ThrowsAny<SocketException>(() => socket.Connect(address, port));
        }
    }

    [Fact]
    public void Address_OfEachStart_IsAnother()
    {
        using var other = WebServer.Start(static _ => null, static () => "");

        Assert.NotEqual(new Uri(_server.Address).Port, new Uri(other.Address).Port);
        Assert.NotEqual(new Uri(_server.Address).AbsolutePath, new Uri(other.Address).AbsolutePath);
        Assert.Equal(34, new Uri(other.Address).AbsolutePath.Length);
    }

    [Fact]
    public void Command_WithoutAPage_SaysHowToGetOne()
    {
        var run = Tool.Run("web", "--files", Project, "--no-browser");

        Assert.NotEqual(ExitCode.Clean, run.Code);
        Assert.Contains("dotnet publish src/ScalingSdk.Web", run.Error, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task LiveScript_InABrowser_OpensTheSpecsOfTheProject()
    {
        File.WriteAllText(Path.Combine(Pages, "index.html"), "<!doctype html><base href=\"./\"><pre></pre><script>addEventListener('hashchange', () => document.querySelector('pre').textContent = decodeURIComponent(location.hash))</script></body>");

        var shown = await Cli.Wrap(BrowserFactAttribute.Browser!)
            .WithArguments(["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--user-data-dir=" + Path.Combine(_folder.Path, "profile"), "--virtual-time-budget=3000", "--dump-dom", _server.Address])
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync();

        var text = WebUtility.HtmlDecode(shown.StandardOutput);
        Assert.Contains("#spec={ \"model\": { \"config\": \"config.json\" }", text, StringComparison.Ordinal);
        Assert.Contains("&name=run.scaling.json&file=config.json:{ \"model_type\": \"gpt2\"", text, StringComparison.Ordinal);
    }

    private async Task<string> Send(string request, string? headers)
    {
        var address = new Uri(_server.Address);
        var text = (request + "\r\n" + (headers ?? "Host: 127.0.0.1:PORT") + "\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
            .Replace("/S/", address.AbsolutePath, StringComparison.Ordinal)
            .Replace("PORT", address.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(text));
        using var answer = new MemoryStream();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await stream.CopyToAsync(answer, patience.Token);
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException)
        {
            // Cut off, which is an answer too.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }
}
