using System.Text;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Formats;
using ScalingSdk.Fitting.Reading;

namespace ScalingSdk.Fitting.Tests.Formats;

public sealed class EventFileTests
{
    private static readonly RunReaderOptions Sized = new() { Parameters = 1.24e8, TokensPerStep = 524288 };

    [Fact]
    public void Read_Scalars_AreTheCurveOfARun()
    {
        var run = Assert.Single(RunReader.Read(new MemoryStream([.. Record(0, "train/loss", 9f), .. Record(100, "train/loss", 4f), .. Record(100, "eval/loss", 4.5f)]), Sized).Runs);

        Assert.Equal((4.5, 100.0, 52428800.0), (run.Loss, run.Steps, run.Tokens));
    }

    // A writer that was killed leaves a record without its end.
    [Fact]
    public void Read_CutRecord_KeepsWhatComesBefore()
    {
        byte[] whole = [.. Record(0, "loss", 9f), .. Record(100, "loss", 4f), .. Record(200, "loss", 3f)];

        var set = RunReader.Read(new MemoryStream(whole[..^5]), Sized);

        Assert.Equal(100, Assert.Single(set.Runs).Steps);
        Assert.Contains(set.Notes, static note => note.Text.Contains("cut or damaged", StringComparison.Ordinal));
    }

    // RFC 3720, B.4: 32 bytes of zeros; masked as TFRecord does.
    [Fact]
    public void Masked_OfTheRfcVector_IsItsCrcRotated() =>
        Assert.Equal(unchecked(((0x8A9136AAu >> 15) | (0x8A9136AAu << 17)) + 0xA282EAD8), Crc32.Masked(new byte[32], 0, 32));

    internal static byte[] Record(byte step, string tag, float loss)
    {
        byte[] value = [0x0A, (byte)tag.Length, .. Encoding.UTF8.GetBytes(tag), 0x15, .. BitConverter.GetBytes(loss)];
        byte[] summary = [0x0A, (byte)value.Length, .. value];
        byte[] record = [0x09, .. BitConverter.GetBytes(1.7e9), 0x10, .. Varint(step), 0x2A, (byte)summary.Length, .. summary];
        var length = BitConverter.GetBytes((long)record.Length);
        return [.. length, .. BitConverter.GetBytes(Crc32.Masked(length, 0, 8)), .. record, .. BitConverter.GetBytes(Crc32.Masked(record, 0, record.Length))];
    }

    private static byte[] Varint(byte value) => value < 0x80 ? [value] : [(byte)(value | 0x80), 1];
}
