namespace ScalingSdk.Fitting.Optimum;

/// <summary>Least squares of 1 = x f + y g + z h with x, y, z at least zero, by trying the seven sets of terms.</summary>
internal struct NonNegativeLeastSquares3
{
    private double _ff, _fg, _fh, _gg, _gh, _hh, _f, _g, _h;

    internal void Add(double f, double g, double h, double weight)
    {
        _ff += weight * f * f;
        _fg += weight * f * g;
        _fh += weight * f * h;
        _gg += weight * g * g;
        _gh += weight * g * h;
        _hh += weight * h * h;
        _f += weight * f;
        _g += weight * g;
        _h += weight * h;
    }

    internal readonly (double X, double Y, double Z) Solve()
    {
        var cf = (_gg * _hh) - (_gh * _gh);
        var cg = (_gh * _fh) - (_fg * _hh);
        var ch = (_fg * _gh) - (_gg * _fh);
        var determinant = (_ff * cf) + (_fg * cg) + (_fh * ch);
        if (Math.Abs(determinant) > 1e-14 * _ff * _gg * _hh)
        {
            var x = ((cf * _f) + (cg * _g) + (ch * _h)) / determinant;
            var y = ((cg * _f) + (((_ff * _hh) - (_fh * _fh)) * _g) + (((_fg * _fh) - (_ff * _gh)) * _h)) / determinant;
            var z = ((ch * _f) + (((_fg * _fh) - (_ff * _gh)) * _g) + (((_ff * _gg) - (_fg * _fg)) * _h)) / determinant;
            if (x >= 0 && y >= 0 && z >= 0)
                return (x, y, z);
        }

        return SolvePairs();
    }

    private readonly (double X, double Y, double Z) SolvePairs()
    {
        (double X, double Y, double Z, double Explained) best = default;
        var (p, q) = Pair(_ff, _fg, _gg, _f, _g);
        Keep(ref best, p, q, 0);
        (p, q) = Pair(_ff, _fh, _hh, _f, _h);
        Keep(ref best, p, 0, q);
        (p, q) = Pair(_gg, _gh, _hh, _g, _h);
        Keep(ref best, 0, p, q);
        Keep(ref best, _f / _ff, 0, 0);
        Keep(ref best, 0, _g / _gg, 0);
        Keep(ref best, 0, 0, _h / _hh);
        return (best.X, best.Y, best.Z);
    }

    // At a solution of the normal equations, the squares explained are the right sides times the solution.
    private readonly void Keep(ref (double X, double Y, double Z, double Explained) best, double x, double y, double z)
    {
        var explained = (x * _f) + (y * _g) + (z * _h);
        if (x >= 0 && y >= 0 && z >= 0 && explained > best.Explained)
            best = (x, y, z, explained);
    }

    private static (double P, double Q) Pair(double pp, double pq, double qq, double p, double q)
    {
        var determinant = (pp * qq) - (pq * pq);
        return determinant > 1e-14 * pp * qq
            ? (((qq * p) - (pq * q)) / determinant, ((pp * q) - (pq * p)) / determinant)
            : (-1, -1);
    }
}
