using ScalingSdk.Laws;

namespace ScalingSdk.Tests.Laws;

public sealed class RootsTests
{
    private const double Ends = 100;

    /// <summary>Falling functions of ln N as laws have them: a straight line, an exponential, a plateau before a step, a bend.</summary>
    public static TheoryData<string, double> Functions { get; } = new()
    {
        { "line", 17.25 },
        { "exponential", 21.5 },
        { "plateau", -3.75 },
        { "bend", 0.125 },
    };

    [Theory]
    [MemberData(nameof(Functions))]
    public void OfFalling_FunctionOfALaw_IsTheRootToTheLastDigits(string name, double root)
    {
        var counted = new Counted(name, root, new int[1]);

        var found = Roots.OfFalling(counted, root - Ends, root + (Ends / 3));

        Assert.Equal(root, found, 1e-13 * Math.Max(1, Math.Abs(root)));
        Assert.True(counted.Calls[0] < 45, "bisection alone takes about 60 evaluations: see the interpolation in Roots");
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public void OfFalling_RootOutsideTheEnds_IsTheNearerEnd(double root)
    {
        var found = Roots.OfFalling(new Counted("line", root, new int[1]), -1, 1);

        Assert.Equal(Math.Sign(root), found, 1e-15);
    }

    private readonly record struct Counted(string Name, double Root, int[] Calls) : IFunction
    {
        public double At(double x)
        {
            Calls[0]++;
            return Name switch
            {
                "line" => 3 * (Root - x),
                "exponential" => 1 - Math.Exp(x - Root),
                "plateau" => x < Root - 2 ? 1e3 : Math.Log(2) - Math.Log(2 + x - Root),
                _ => (Root - x) + Math.Pow(Root - x, 3),
            };
        }
    }
}
