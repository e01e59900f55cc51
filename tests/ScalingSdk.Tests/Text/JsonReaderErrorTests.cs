using System.Globalization;
using ScalingSdk.Json;
using ScalingSdk.Text;

namespace ScalingSdk.Tests.Text;

public sealed class JsonReaderErrorTests
{
    [Theory]
    [InlineData("", "the document is empty; expected '{'")]
    [InlineData("// nothing\n", "the document is empty; expected '{'")]
    [InlineData("\n\n{\n\"a\": 1", "the document ends inside an object that opened on line 3; add '}'")]
    [InlineData("{\"a\":", "the document ends inside an object that opened on line 1; add a value and '}'")]
    [InlineData("{\"a\"", "the document ends inside an object that opened on line 1; add ':', a value and '}'")]
    [InlineData("{\"a\": [1,", "the document ends inside an array that opened on line 1; add ']'")]
    [InlineData("{\n/* a", "the document ends inside a comment that opened on line 2; add '*/'")]
    [InlineData("{\"a\": \"b", "the text that starts with '\"b' does not end on its line; add '\"'")]
    [InlineData("{\"a\": NaN}", "'NaN' is not a JSON number; write a finite number")]
    [InlineData("{\"a\": -Infinity}", "'-Infinity' is not a JSON number; write a finite number")]
    [InlineData("{\"a\": 10B}", "'10B' is not a JSON number; for a number with a unit write '\"10B\"'")]
    [InlineData("{\"a\": 1_000}", "'1_000' is not a JSON number; write it without '_'")]
    [InlineData("{\"a\": 012}", "'012' has a leading zero; write '12'")]
    [InlineData("{\"a\": 1.}", "'1.' is not a JSON number; write one such as '0.5' or '1e9'")]
    [InlineData("{\"a\": .5}", "'.5' starts with a point; write '0.5'")]
    [InlineData("{\"a\": +5}", "'+5' starts with '+'; write the number without it")]
    [InlineData("{\"a\": bf16}", "'bf16' is not a JSON value; for text write '\"bf16\"'")]
    [InlineData("{\"a\": True}", "'True' is not a JSON value; write 'true'")]
    [InlineData("{\"a\": None}", "'None' is not a JSON value; write 'null'")]
    [InlineData("{\"a\": }", "expected a value, found '}'")]
    [InlineData("{a: 1}", "the name 'a' has no quotes; write '\"a\"'")]
    [InlineData("{\"a\" 1}", "expected ':' after the name 'a', found '1'")]
    [InlineData("{\"a\": 1\n\"b\": 2}", "two values of an object that opened on line 1 stand side by side; write ',' before '\"'")]
    [InlineData("{\"a\": 1]", "expected ',' or '}' in an object that opened on line 1, found ']'")]
    [InlineData("{\"a\": 1,\n\"b\": 2,\n\"a\": 3}", "'a' stands twice, on line 1 and on line 3; keep one of them")]
    [InlineData("{\"a\": 1, \"a\": 3}", "'a' stands twice on line 1; keep one of them")]
    [InlineData("{} x", "'x' follows the end of the document; remove it")]
    [InlineData("\"C:\\data\"", "'\\d' is not an escape; for a backslash write '\\\\'")]
    [InlineData("\"\\ud83d\"", "'\\ud83d' is half of a character; write the whole character or remove it")]
    [InlineData("\"a\tb\"", "the control character 'U+0009' stands in text; write '\\t'")]
    public void Read_BrokenDocument_SaysWhatToType(string text, string message) =>
        Assert.Equal(message, JsonReader.Read(text).Error!.Message);

    [Theory]
    [InlineData("{\"a\": 1, \"a\": 2}", "\"a\"", 9)]
    [InlineData("{\"a\": NaN}", "NaN", 6)]
    [InlineData("{\"a\": 1, b: 2}", "b", 9)]
    [InlineData("[1, 10B]", "10B", 4)]
    [InlineData("[1", "", 2)]
    [InlineData("[\"\\x\"]", "\\x", 2)]
    public void Read_BrokenDocument_PointsAtTheWord(string text, string word, int start)
    {
        var span = JsonReader.Read(text).Error!.Span;

        Assert.Equal((start, word), (span.Start, text.Substring(span.Start, span.Length)));
    }

    [Theory, InlineData('['), InlineData('{')]
    public void Read_TenThousandLevels_IsRefusedAtTheLimit(char open)
    {
        var level = open == '[' ? "[" : "{\"a\":";
        var error = JsonReader.Read(string.Concat(Enumerable.Repeat(level, 10_000))).Error!;

        Assert.Equal("the document is nested deeper than '64' levels; remove the levels within", error.Message);
        Assert.Equal(new SourceSpan(64 * level.Length, 1), error.Span);
    }

    [Fact]
    public void Read_FiftyMegabytes_IsRefusedUnread()
    {
        var error = JsonReader.Read(new string('x', 50_000_000)).Error!;

        Assert.Equal("the document has more than 4,194,304 characters, the most that are read; check that this is the right file", error.Message);
    }

    [Theory]
    [InlineData("[", "[0],", "]")]
    [InlineData("\"", "\\n", "\"")]
    [InlineData("", "1", "")]
    [InlineData("", "1", "B")]
    [InlineData("/*", "*", "/ 1")]
    [InlineData("[", "/**/", "")]
    [InlineData("{", "\"{0}\": 0,", "}")]
    [InlineData("{", "\"{0}\": \"\\u00e9\",\n", "\"0\": 1}")]
    public async Task Read_LargestDocument_IsReadInLinearTime(string start, string middle, string end)
    {
        var count = (JsonLimits.Default.MaxLength - 100) / (middle.Length + 6);
        var parts = Enumerable.Range(0, count).Select(i => middle.Replace("{0}", i.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        var text = start + string.Concat(parts) + end;

        // Linear work on 4 million characters takes a fraction of a second, quadratic work hours: a machine's load confuses them at no time.
        await Task.Run(() => JsonReader.Read(text)).WaitAsync(TimeSpan.FromMinutes(10));
    }

    [Fact]
    public void Read_LongWord_IsShortenedInTheMessage()
    {
        var error = JsonReader.Read(new string('x', 1_000_000)).Error!;

        Assert.True(error.Message.Length < 200);
        Assert.Equal(1_000_000, error.Span.Length);
    }
}
