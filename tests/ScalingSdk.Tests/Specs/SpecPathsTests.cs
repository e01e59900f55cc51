using ScalingSdk.Specs;

namespace ScalingSdk.Tests.Specs;

public sealed class SpecPathsTests
{
    [Theory]
    [InlineData("/home/me/app/", "/home/me/app/a.scaling.json", "a.scaling.json")]
    [InlineData("/home/me/app", "/home/me/app/specs/./a.scaling.json", "specs/a.scaling.json")]
    [InlineData("/home/me/app", "/home/me/shared/a.scaling.json", "../shared/a.scaling.json")]
    [InlineData(@"C:\app\", @"c:\App\specs\a.scaling.json", "specs/a.scaling.json")]
    [InlineData(@"C:\app\", @"D:\specs\a.scaling.json", "a.scaling.json")]
    [InlineData("", "/home/me/app/a.scaling.json", "a.scaling.json")]
    public void Relative_OfAFile_IsTheWayFromTheFolder(string folder, string path, string expected) =>
        Assert.Equal(expected, SpecPaths.Relative(folder, path));
}
