using System.Globalization;
using System.Text;

namespace ScalingSdk.Tool.Web;

/// <summary>
/// What the page's address lets through: reads by this machine's own browser, below a part that nobody can guess. Another site that makes a
/// browser ask has another host or says where it comes from; another user of the machine does not know the address.
/// </summary>
internal sealed class WebBounds(int port, string secret, Func<string, WebAnswer?> files, Func<string> specs)
{
    private const string Specs = "specs.json";

    /// <summary>The host as a browser sends it.</summary>
    public string Host { get; } = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");

    /// <summary>The address to open.</summary>
    public string Address => $"http://{Host}/{secret}/";

    /// <summary>The answer to a request.</summary>
    /// <param name="method">GET or HEAD.</param>
    /// <param name="host">The header of that name.</param>
    /// <param name="target">What is asked for, as it was sent.</param>
    /// <param name="site">Where the browser says that the request comes from; null where it does not say.</param>
    public WebAnswer Answer(string method, string? host, string? target, string? site)
    {
        if (!string.Equals(host, Host, StringComparison.Ordinal))
            return WebAnswer.Refused(421);
        if (site is not (null or "same-origin" or "none"))
            return WebAnswer.Refused(403);
        if (method is not ("GET" or "HEAD"))
            return WebAnswer.Refused(405);
        var path = (target ?? "").Split('?', 2)[0];
        if (!path.StartsWith($"/{secret}/", StringComparison.Ordinal))
            return WebAnswer.Refused(404);
        var name = Uri.UnescapeDataString(path[(secret.Length + 2)..]);
        return name is Specs
            ? new(200, "application/json", Encoding.UTF8.GetBytes(specs()))
            : files(name) ?? WebAnswer.Refused(404);
    }
}
