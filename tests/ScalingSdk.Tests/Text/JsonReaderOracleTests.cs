using CsCheck;

namespace ScalingSdk.Tests.Text;

public sealed class JsonReaderOracleTests
{
    public static TheoryData<string> Corpus { get; } =
    [
        "", " ", "null", "true", "false", "0", "-0", "\"\"", "[]", "{}", "{\"a\":1}", "[1,2,3]", "[1,]", "{\"a\":1,}", "[,]", "{,}",
        "[1,,2]", "[1 2]", "{\"a\" 1}", "{\"a\":}", "{\"a\":1 \"b\":2}", "{\"a\"}", "{a:1}", "{'a':1}", "['a']", "[1", "{", "{\"a\":1",
        "[1}", "{\"a\":1]", "]", "}", ",", ":", "[1]]", "1 2", "tru", "truex", "nul", "True", "NaN", "-NaN", "Infinity", "-Infinity",
        "+1", "01", "-01", "1.", ".5", "-.5", "1e", "1e+", "1E5", "1e-5", "1.5e+10", "-", "--1", "1e999", "-1e-999", "0x10", "1_000",
        "1,000", "10B", "1.e5", "00", "-0.0", "1/**/", "1//", "true//x", "true/**/", "[1/**/,/**/2/**/]", "/**/1", "//\n1", "//\r1",
        "// only", "/* only */", "/*", "/* *", "/", "1/", "/*/", "/*/ 1 */1", "/**/", "[1,/*x*/]", "[1,//x\n]", "{\"a\":1,/*x*/}",
        "{/*x*/}", "{//x\n\"a\"/**/:/**/1/**/}", "/* /* */ 1 */", "//\u2028\n1", "/*\u2028*/1", "//\ud800\n1", "/*\udc00*/1", "1//\ud83d\ude00",
        "\"\\u0041\"", "\"\\u00e9\"", "\"\\uD83D\\uDE00\"", "\"\\ud83d\"", "\"\\ude00\"", "\"\\ud83dx\"", "\"\\ud83d\\n\"", "\"\\ud83d\\u0041\"",
        "\"\ud83d\"", "\"\ude00\"", "\"\ud83d\ude00\"", "\"\\x\"", "\"\\\"", "\"\\", "\"\\u12\"", "\"\\u12G4\"", "\"\\U0041\"",
        "\"a", "\"a\nb\"", "\"a\tb\"", "\"a\0b\"", "\"\u007f\"", "\"\u2028\"", "\"\\/\\b\\f\\n\\r\\t\\\\\\\"\"", "\"\\u0000\"",
        "{\"a\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":2}", "{\"a\":{\"a\":1}}", "{\"\":1,\"\":2}", "{\"A\":1,\"a\":2}", "{\"\\ud800\":1}",
        "\uFEFF1", "1\uFEFF", "\u00a01", "[\u000b1]", "\f1", "\r\n1\r\n", "1\0", "{\"a\":1}//", "{\"a\":1}/", "[1;2]", "{\"a\"=1}",
        "[1]a", "[\"a\"\"b\"]", "[{}{}]", "{\"a\":1,,}", "{,\"a\":1}", "#", "[é]", "[😀]", "{😀}", "\\", "[nan]", "[null,true,false]",
    ];

    [Theory, MemberData(nameof(Corpus))]
    public void Read_ByHand_AgreesWithSystemTextJson(string text) => JsonOracle.AssertAgrees(text);

    [Theory, InlineData('['), InlineData('{')]
    public void Read_NestedDocument_HasTheSameDepthLimit(char open)
    {
        for (var depth = 62; depth <= 67; depth++)
            JsonOracle.AssertAgrees(Nested(open, depth));
    }

    [Fact]
    public void Read_EveryPrefixOfASpec_AgreesWithSystemTextJson()
    {
        const string Spec = """
            { // a spec
              "name": "Gpt2Small", "model": { "layers": 12, "ratio": -0.5e-3, "tied": true, "config": null },
              /* data */ "data": [ { "tokens": "1\u0030B \ud83d\ude00 \\" }, 1e21, ], "suppress": { },
            }
            """;
        for (var length = 0; length <= Spec.Length; length++)
            JsonOracle.AssertAgrees(Spec[..length]);
    }

    [Fact]
    public void Read_GeneratedDocuments_AgreesWithSystemTextJson() =>
        JsonDocuments.Valid.Sample(JsonOracle.AssertAgrees, iter: 40_000, print: Show);

    [Fact]
    public void Read_MutatedDocuments_AgreesWithSystemTextJson() =>
        JsonDocuments.Mutated.Sample(JsonOracle.AssertAgrees, iter: 80_000, print: Show);

    private static string Show(string text) => System.Text.Json.JsonSerializer.Serialize(text.ToCharArray().Select(c => c < 127 ? c.ToString() : $"U+{(int)c:X4}"));

    private static string Nested(char open, int depth) => open == '['
        ? new string('[', depth) + new string(']', depth)
        : string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
}
