using System.Globalization;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Tables;

namespace ScalingSdk.Fitting.Formats;

/// <summary>An event file of TensorBoard: records with a length and two CRCs (TFRecord), each an <c>Event</c> of Protocol Buffers.</summary>
/// <remarks>
/// Event: step = 2, summary = 5. Summary: value = 1. Value: tag = 1, simple_value = 2, tensor = 8. TensorProto: dtype = 1,
/// tensor_content = 4, float_val = 5 (tensorflow/core/util/event.proto, summary.proto, tensor.proto).
/// </remarks>
internal static class EventFile
{
    private const int Head = 12;

    /// <summary>True where the first record's length has its CRC.</summary>
    internal static bool IsOne(byte[] bytes) => bytes.Length >= Head + 4 && Length(bytes, 0) is > 0 and < int.MaxValue && Crc32.Masked(bytes, 0, 8) == BitConverter.ToUInt32(bytes, 8);

    internal static TableReading Read(byte[] bytes)
    {
        var rows = new SortedDictionary<long, Dictionary<string, string>>();
        var notes = new List<RunNote>();
        var at = 0;
        var record = 0;
        while (at + Head <= bytes.Length)
        {
            record++;
            var length = Length(bytes, at);
            if (length < 0 || at + Head + length + 4 > bytes.Length || Crc32.Masked(bytes, at, 8) != BitConverter.ToUInt32(bytes, at + 8))
            {
                notes.Add(new(record, RunRule.Unreadable, true, "the record is cut or damaged: what follows is not read, as where a writer was killed"));
                break;
            }

            var start = at + Head;
            at = start + (int)length + 4;
            if (Crc32.Masked(bytes, start, (int)length) != BitConverter.ToUInt32(bytes, at - 4))
                notes.Add(new(record, RunRule.Unreadable, true, "the record's CRC is wrong"));
            else
                Event(new ProtocolBuffer(bytes, start, (int)length), rows);
        }

        return rows.Count == 0
            ? TableReading.Refuse("it is an event file of TensorBoard without a scalar")
            : JsonTable.Of("an event file of TensorBoard", [.. rows.Values.Select(static (members, i) => (i + 1, members))], notes) with { IsCurve = true };
    }

    private static long Length(byte[] bytes, int at) => BitConverter.ToInt64(bytes, at);

    private static void Event(ProtocolBuffer fields, SortedDictionary<long, Dictionary<string, string>> rows)
    {
        long step = 0;
        var summaries = new List<ProtocolBuffer>();
        foreach (var field in fields.Fields())
        {
            if (field.Number == 2)
                step = (long)field.Value;
            else if (field.Number == 5)
                summaries.Add(field.Message);
        }

        foreach (var value in summaries.SelectMany(static summary => summary.Fields()).Where(static field => field.Number == 1))
        {
            if (Scalar(value.Message) is not (var tag, { } scalar))
                continue;
            if (!rows.TryGetValue(step, out var members))
                rows.Add(step, members = new(StringComparer.Ordinal) { ["step"] = step.ToString(CultureInfo.InvariantCulture) });
            members[tag] = scalar.ToString("R", CultureInfo.InvariantCulture);
        }
    }

    private static (string Tag, double? Value) Scalar(ProtocolBuffer value)
    {
        var tag = "";
        double? scalar = null;
        foreach (var field in value.Fields())
        {
            switch (field.Number)
            {
                case 1:
                    tag = field.Message.Text();
                    break;
                case 2:
                    scalar = field.Single;
                    break;
                case 8:
                    scalar = Tensor(field.Message);
                    break;
            }
        }

        return (tag, scalar);
    }

    // A scalar of TensorFlow 2: one float (dtype 1) or double (dtype 2).
    private static double? Tensor(ProtocolBuffer tensor)
    {
        ulong type = 0;
        double? value = null;
        foreach (var field in tensor.Fields())
        {
            if (field.Number == 1)
                type = field.Value;
            else if (field.Number == 4 && type == 1 && field.Message.Count == 4)
                value = field.Message.Single();
            else if (field.Number == 4 && type == 2 && field.Message.Count == 8)
                value = field.Message.Double();
            else if (field.Number == 5)
                value = field.IsMessage ? field.Message.Count == 4 ? field.Message.Single() : null : field.Single;
        }

        return value;
    }
}
