using System.Text;
using ScalingSdk.Fitting.Reading;

namespace ScalingSdk.Fitting.Tests.Formats;

/// <summary>A file that is not of runs is named for what it is.</summary>
public sealed class FileContentTests
{
    [Theory]
    [InlineData("%PDF-1.7\n1 0 obj\n", "it is a PDF document")]
    [InlineData("PK\u0003\u0004aaaa", "it is a zip archive")]
    [InlineData("SQLite format 3\0", "it is a database of SQLite")]
    public void Read_AFileOfAnotherPurpose_SaysWhatItIs(string content, string says) =>
        Assert.Contains(says, RunReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(content))).Refusal, StringComparison.Ordinal);
}
