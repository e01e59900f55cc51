using System.Text;

namespace ScalingSdk.Fitting.Formats;

/// <summary>A message of Protocol Buffers: its fields by number.</summary>
internal readonly struct ProtocolBuffer(byte[] bytes, int start, int count)
{
    internal int Count => count;

    internal string Text() => Encoding.UTF8.GetString(bytes, start, count);

    internal float Single() => BitConverter.ToSingle(bytes, start);

    internal double Double() => BitConverter.ToDouble(bytes, start);

    /// <summary>The fields up to the end, or up to what is not one.</summary>
    internal IEnumerable<Field> Fields()
    {
        var (at, end) = (start, start + count);
        while (at < end)
        {
            if (Varint(ref at, end) is not { } key)
                yield break;
            var number = (int)(key >> 3);
            switch (key & 7)
            {
                case 0 when Varint(ref at, end) is { } value:
                    yield return new(number, value, null);
                    break;
                case 1 when at + 8 <= end:
                    yield return new(number, BitConverter.ToUInt64(bytes, at), null);
                    at += 8;
                    break;
                case 2 when Varint(ref at, end) is { } length && length <= (ulong)(end - at):
                    yield return new(number, 0, new ProtocolBuffer(bytes, at, (int)length));
                    at += (int)length;
                    break;
                case 5 when at + 4 <= end:
                    yield return new(number, BitConverter.ToUInt32(bytes, at), null);
                    at += 4;
                    break;
                default:
                    yield break;
            }
        }
    }

    private ulong? Varint(ref int at, int end)
    {
        ulong value = 0;
        for (var shift = 0; at < end && shift < 64; shift += 7)
        {
            var part = bytes[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
                return value;
        }

        return null;
    }

    /// <summary>A field: a number, or bytes that may be a message.</summary>
    internal readonly record struct Field(int Number, ulong Value, ProtocolBuffer? Bytes)
    {
        internal bool IsMessage => Bytes is not null;

        internal ProtocolBuffer Message => Bytes ?? new([], 0, 0);

        internal float Single => BitConverter.ToSingle(BitConverter.GetBytes((uint)Value), 0);
    }
}
