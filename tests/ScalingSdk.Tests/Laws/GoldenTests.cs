namespace ScalingSdk.Tests.Laws;

public sealed class GoldenTests
{
    public static TheoryData<int, string> Rows
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (var i = 0; i < GoldenTables.Rows.Count; i++)
                data.Add(i, GoldenTables.Rows[i].ToString());
            return data;
        }
    }

    [Theory, MemberData(nameof(Rows))]
    public void Law_GoldenRow_Agrees(int index, string name)
    {
        var row = GoldenTables.Rows[index];
        Assert.True(GoldenTables.Laws.TryGetValue(row.Law, out var law), $"no class answers tests/Data/laws/{row.Law}.csv: add one with the id '{row.Law}' to the *Golden.cs of its paper in tests/ScalingSdk.Tests/Laws ({name})");
        row.AssertOutput(law.Evaluate(row.Function, row.Input));
    }

    [Fact]
    public void Table_OfEveryAnsweringLaw_HasRows() => Assert.All(
        GoldenTables.Laws.Keys, id => Assert.Contains(GoldenTables.Rows, row => string.Equals(row.Law, id, StringComparison.Ordinal)));

    [Theory]
    [InlineData("2%", "100", 101.9, true)]
    [InlineData("2%", "100", 102.1, false)]
    [InlineData("1e-9", "1", 1.000000002, false)]
    [InlineData("0.005 abs", "0.45", 0.4551, false)]
    [InlineData("printed", "1.348e9", 1.34849e9, true)]
    [InlineData("printed", "1.348e9", 1.34851e9, false)]
    [InlineData("0.005 abs", "<=0.20", 0.21, false)]
    [InlineData("10x", "1e4", 1.1e5, false)]
    [InlineData("2x", "8", 4.1, true)]
    [InlineData("2x", "8", 3.9, false)]
    [InlineData("1e-9", "1", double.NaN, false)]
    public void AssertOutput_FartherThanTheTolerance_Fails(string tolerance, string output, double actual, bool near)
    {
        var row = new GoldenRow("law", Published: true, "f", GoldenInput.Parse(string.Empty), [output], tolerance, "source");
        Assert.Equal(near, Record.Exception(() => row.AssertOutput(actual)) is null);
    }
}
