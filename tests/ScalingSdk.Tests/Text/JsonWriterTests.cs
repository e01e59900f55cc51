using System.Numerics;
using System.Text.Json;
using CsCheck;
using ScalingSdk.Json;
using ScalingSdk.Text;

namespace ScalingSdk.Tests.Text;

public sealed class JsonWriterTests
{
    [Fact]
    public void Write_Document_IsIndentedByTwo()
    {
        var writer = new JsonWriter().StartObject()
            .Name("name").Value("Gpt2\"Small\"\n")
            .Name("empty").StartObject().EndObject()
            .Name("list").StartArray().Value(1L).Value(0.1 + 0.2).Value(true).Null().StartArray().EndArray().EndArray()
            .Name("flops").Value(BigInteger.Pow(10, 21) + 1)
            .Name("loss").Value(double.NaN)
            .Name("none").Value((string?)null)
            .EndObject();

        Assert.Equal(
            """
            {
              "name": "Gpt2\"Small\"\n",
              "empty": {},
              "list": [
                1,
                0.3,
                true,
                null,
                []
              ],
              "flops": 1000000000000000000001,
              "loss": null,
              "none": null
            }

            """.ReplaceLineEndings("\n"),
            writer.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-7)]
    [InlineData(long.MaxValue)]
    [InlineData(long.MinValue)]
    public void Value_WholeNumber_HasItsDigits(long number) =>
        Assert.Equal($"[\n  {number.ToString(System.Globalization.CultureInfo.InvariantCulture)}\n]\n", new JsonWriter().StartArray().Value(number).EndArray().ToString());

    [Fact]
    public void Use_OneDocumentAfterAnother_ShowsEachWhole()
    {
        foreach (var length in new[] { 10_000, 10, 200_000, 10 })
        {
            var (text, writer) = (new string('x', length), new JsonWriter());
            writer.StartArray().Value(text).EndArray();
            var between = new JsonWriter().StartArray().EndArray();

            writer.Use(bytes => Assert.Equal($"[\n  \"{text}\"\n]\n", System.Text.Encoding.ASCII.GetString(bytes)));

            Assert.Equal("[]\n", between.ToString());
        }
    }

    [Fact]
    public void Write_AnyTextAndNumber_IsReadBackBySystemTextJson() =>
        Gen.Select(Gen.String.Where(IsText), Gen.Double.Where(double.IsFinite), Gen.Long).Sample(
            (text, number, integer) =>
            {
                var json = new JsonWriter().StartObject().Name(text).StartArray().Value(text).Value(number).Value(integer)
                    .EndArray().EndObject().ToString();

                using var document = JsonDocument.Parse(json);
                var member = document.RootElement.EnumerateObject().Single();
                Assert.Equal(text, member.Name);
                Assert.Equal(text, member.Value[0].GetString());
                Assert.Equal(NumberText.RoundTo12(number), member.Value[1].GetDouble());
                Assert.Equal(integer, member.Value[2].GetInt64());
                JsonOracle.AssertAgrees(json);
            },
            iter: 5_000);

    private static bool IsText(string text)
    {
        try
        {
            _ = new System.Text.UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(text);
            return true;
        }
        catch (System.Text.EncoderFallbackException)
        {
            return false;
        }
    }
}
