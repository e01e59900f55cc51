using System.Text;
using ScalingSdk.Fitting.Reading;

namespace ScalingSdk.Fitting.Tests.Formats;

/// <summary>JSON Lines from the bytes of a file are read as they are from a text.</summary>
public sealed class JsonRowBytesTests
{
    [Theory]
    [InlineData("{\"N\": 1e8, \"D\": 2e9, \"loss\": 3.1}\n{\"N\": 2e8, \"D\": 4e9, \"loss\": 2.9}\n")]
    [InlineData("\uFEFF{\"N\": 1e8, \"D\": \"2B\", \"loss\": 3.1}\r\n\r\n{\"loss\": 2.9, \"D\": 4e9, \"N\": 2e8}")]
    [InlineData("{\"model\": {\"n_params\": 1e8}, \"D\": 2e9, \"loss\": 3.1, \"tags\": [1, {\"loss\": 9}]}\n{\"model\": {\"n_params\": 2e8}, \"D\": 4e9, \"loss\": NaN}\nnot json\n[1]\n{\"model/n_params\": 3e8, \"D\": 4e9, \"loss\": 2.7}\n")]
    [InlineData("{\"n\\u0061me\": \"a\\\"b\", \"N\": 1e8, \"D\": 2e9, \"loss\": 3.1}\n{\"name\": \"\", \"N\": 2e8, \"D\": 4e9, \"loss\": 2.9, \"loss\": 3.2}\n{\"N\": null, \"D\": 4e9, \"loss\": 2.9}\n")]
    [InlineData("{\"record\": \"start\", \"val_loss\": 9}\n{\"record\": \"step\", \"step\": 1, \"loss\": 8}\n{\"record\": \"run\", \"N\": 1e8, \"D\": 2e9, \"loss\": 3.1}\n")]
    [InlineData("{\"record\": \"start\"}\n{\"record\": \"step\", \"loss\": 8}\n")]
    [InlineData("{\"N\": 1e8, \"D\": 2e9, \"loss\": 3.1} x\n{\"N\": 1e8, \"D\": 2e9, \"loss\": 3.1}\n{\"N\": 1e8, \"D\": 2e9,")]
    [InlineData("{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":{\"a\":1}}}}}}}}},\"N\":1e8,\"D\":2e9,\"loss\":3}\n{\"N\":1e8,\"D\":2e9,\"loss\":3.1}\n")]
    [InlineData("[{\"N\": 1e8, \"D\": 2e9, \"loss\": 3.1}, 5, {\"m\": {\"N\": 2e8}, \"D\": 4e9, \"loss\": 2.9, \"tags\": [1, {\"loss\": 9}]}, [1], {}]")]
    [InlineData("\uFEFF [ {\"N\": 1e8, \"D\": 2e9, \"loss\": -Infinity},\n {\"name\": \"NaN\", \"N\": 1e8, \"D\": 2e9, \"loss\": NaN},\n {\"record\": \"step\", \"N\": 1e8, \"D\": 2e9, \"loss\": 3.1}] \n")]
    [InlineData("[{\"N\": 1e8, \"D\": 2e9, \"loss\": 3.1, \"loss\": 3.2}, {\"N\": 2e8, \"D\": 4e9, \"loss\": 3}]")]
    [InlineData("[{\"N\": 1e8, \"D\": 2e9, \"loss\": 3.1}] x")]
    [InlineData("[{}, {}]")]
    [InlineData("{\"a\": \"NaN\", \"N\": 1e8, \"D\": 2e9, \"loss\": 3.1\n{\"N\": 1e8, \"D\": 2e9, \"loss\": NaN}\n{\"b\": \"open, NaN\n{\"N\": 3e8, \"D\": 2e9, \"loss\": 3}\n")]
    public void Read_ABytesFile_GivesWhatTheTextGives(string text)
    {
        var (expected, set) = (RunReader.Read(text), RunReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))));

        Assert.Equal(expected.Refusal, set.Refusal);
        Assert.Equal(expected.Summary, set.Summary);
        Assert.Equal(expected.Runs, set.Runs);
        Assert.Equal(expected.Notes, set.Notes);
    }

    [Fact]
    public void Read_MoreNamesThanAnyTable_IsRefused()
    {
        var text = string.Concat(Enumerable.Range(0, 5000).Select(static i => FormattableString.Invariant($"{{\"name{i}\": 1}}\n")));

        Assert.Contains("more than '4096' names", RunReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text))).Refusal, StringComparison.Ordinal);
    }
}
