using System.Globalization;
using System.Text;
using ScalingSdk.Hardware;
using ScalingSdk.Json;
using ScalingSdk.Tool.Terminals;

namespace ScalingSdk.Tool.Formats;

/// <summary>Devices as people and programs read them.</summary>
internal static class HardwareList
{
    private static readonly string[] Headers = ["device", "bf16", "fp8", "GB", "TB/s", "W"];

    public static void Write(IReadOnlyList<Accelerator> devices, Terminal terminal)
    {
        var page = new Page(terminal);
        if (devices is [var one])
        {
            page.Heading(one.Id);
            foreach (var precision in Precisions.All.Where(precision => one.PeakFlopsPerSecond(precision) is not null))
                page.Fact(precision.Name(), Number(one.PeakFlopsPerSecond(precision) / 1e12) + " TFLOP/s, dense");
            if (!one.HasPeak)
                page.Fact("compute", "not known: the vendor publishes no peak");
            page.Fact("memory", $"{Number(one.MemoryBytes / 1e9)} GB, {Number(one.BandwidthBytesPerSecond / 1e12)} TB/s");
            if (one.PowerWatts is { } power)
                page.Fact("power", Number(power) + " W");
            page.Fact("source", one.Source);
            if (one.Note.Length > 0)
                page.Fact("note", one.Note);
            if (one.Aliases.Count > 0)
                page.Fact("also", string.Join(", ", one.Aliases));
            return;
        }

        page.Table(Headers, devices.Select(Row), right: [1, 2, 3, 4, 5]);
        page.Blank();
        page.Line("Dense TFLOP/s; bf16 is fp16 where there is no bf16. 'scaling hardware H100-SXM' shows all figures of one and their source.");
    }

    public static string Markdown(IReadOnlyList<Accelerator> devices)
    {
        var text = new StringBuilder();
        Formats.Markdown.Table(text, [.. Headers, "source"], devices.Select(static device => (IReadOnlyList<string>)[.. Row(device), device.Source]), 1, 2, 3, 4, 5);
        return text.ToString();
    }

    public static string Json(IReadOnlyList<Accelerator> devices)
    {
        var json = new JsonWriter().StartObject();
        json.Name("devices").StartArray();
        foreach (var device in devices)
        {
            json.StartObject().Name("name").Value(device.Id);
            foreach (var precision in Precisions.All)
                Value(json, precision.Name() + "_flops_per_second", device.PeakFlopsPerSecond(precision));
            Value(json, "memory_bytes", device.MemoryBytes);
            Value(json, "bandwidth_bytes_per_second", device.BandwidthBytesPerSecond);
            Value(json, "power_watts", device.PowerWatts);
            json.Name("source").Value(device.Source).EndObject();
        }

        return json.EndArray().EndObject().ToString();
    }

    private static void Value(JsonWriter json, string name, double? value)
    {
        if (value is { } number)
            json.Name(name).Value(number);
    }

    private static IReadOnlyList<string> Row(Accelerator device) =>
    [
        device.Id, Number((device.Bf16FlopsPerSecond ?? device.Fp16FlopsPerSecond) / 1e12), Number(device.Fp8FlopsPerSecond / 1e12),
        Number(device.MemoryBytes / 1e9), Number(device.BandwidthBytesPerSecond / 1e12), Number(device.PowerWatts),
    ];

    private static string Number(double? value) => value?.ToString("#,0.###", CultureInfo.InvariantCulture) ?? "-";
}
