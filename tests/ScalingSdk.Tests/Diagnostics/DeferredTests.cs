using ScalingSdk.Diagnostics;

namespace ScalingSdk.Tests.Diagnostics;

public sealed class DeferredTests
{
    [Fact]
    public void First_OfThree_LeavesTheRestUnread()
    {
        var read = 0;
        var list = new Deferred<string>(Three(() => read++));
        Assert.Equal("a", list[0]);
        Assert.Equal(1, read);
    }

    [Fact]
    public void Items_ReadAgain_AreMadeOnce()
    {
        var read = 0;
        var list = new Deferred<string>(Three(() => read++));
        Assert.Equal(["a", "b", "c"], list);
        Assert.Equal("b", list[1]);
        Assert.Equal(3, list.Count);
        Assert.Equal(3, read);
    }

    [Fact]
    public async Task Items_ReadFromManyThreads_AreMadeOnce()
    {
        var read = 0;
        var list = new Deferred<string>(Three(() => read++));
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => string.Concat(list))));
        Assert.All(all, static text => Assert.Equal("abc", text));
        Assert.Equal(3, read);
    }

    private static IEnumerable<string> Three(Action made)
    {
        foreach (var item in new[] { "a", "b", "c" })
        {
            made();
            yield return item;
        }
    }
}
