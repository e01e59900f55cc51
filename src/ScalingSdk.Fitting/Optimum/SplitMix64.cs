namespace ScalingSdk.Fitting.Optimum;

/// <summary>Steele, Lea and Flood 2014: the same numbers on every runtime from the same seed.</summary>
internal struct SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The i-th of many independent streams of a seed.</summary>
    internal static SplitMix64 Stream(int seed, int i)
    {
        var hash = new SplitMix64(unchecked(((ulong)(uint)seed << 32) | (uint)i));
        return new(hash.Next());
    }

    internal ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>Uniform in [0, 1).</summary>
    internal double NextDouble() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform in 0 .. below - 1, with a bias below 2^-32.</summary>
    internal int NextBelow(int below) => (int)(((Next() >> 32) * (ulong)below) >> 32);

    /// <summary>Standard normal, by Box and Muller 1958.</summary>
    internal double NextNormal()
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - NextDouble()));
        return radius * Math.Cos(2 * Math.PI * NextDouble());
    }
}
