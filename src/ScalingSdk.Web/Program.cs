using System.Runtime.Versioning;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using ScalingSdk.Web.Shell;
using ScalingSdk.Web.State;

[assembly: SupportedOSPlatform("browser")]

await Browser.LoadAsync();
var builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<App>("#planner");
await builder.Build().RunAsync();
