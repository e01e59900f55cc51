namespace ScalingSdk.Fitting.Compiled;

/// <summary>Finds the largest set of constants, or of parts made of one constant each, in which a law is linear as a whole.</summary>
internal sealed class LinearStructure
{
    private readonly IReadOnlyList<GraphNode> _roots;
    private readonly List<GraphNode> _nodes;
    private readonly Dictionary<int, List<GraphNode>> _parents = [];

    private LinearStructure(IReadOnlyList<GraphNode> roots)
    {
        _roots = roots;
        _nodes = [.. roots.SelectMany(LawTape.Reachable).GroupBy(static node => node.Id).Select(static group => group.First()).OrderBy(static node => node.Id)];
        foreach (var node in _nodes)
        {
            foreach (var child in node.Children.Distinct())
            {
                if (!_parents.TryGetValue(child.Id, out var parents))
                    _parents.Add(child.Id, parents = []);
                parents.Add(node);
            }
        }
    }

    internal static IReadOnlyList<LinearUnit> Find(IReadOnlyList<GraphNode> roots, int parameters)
    {
        var structure = new LinearStructure(roots);
        var candidates = structure._nodes.Where(static node => node.Operation == GraphOperation.Parameter)
            .Select(structure.Chains).Where(static chains => chains.Count > 0).ToList();
        List<LinearUnit> best = [];
        for (var first = 0; first < candidates.Count; first++)
        {
            var units = structure.Collect([candidates[first], .. candidates.Where((_, i) => i != first)]);
            if (units.Count > best.Count)
                best = units;
        }

        return best;
    }

    private List<LinearUnit> Collect(IEnumerable<List<LinearUnit>> candidates)
    {
        var units = new List<LinearUnit>();
        foreach (var chains in candidates)
        {
            var unit = chains.Find(chain => IsLinear([.. units, chain]));
            if (unit is not null)
                units.Add(unit);
        }

        return units;
    }

    // The constant, what is made of it alone, and so on upwards while there is one parent that can be inverted.
    private List<LinearUnit> Chains(GraphNode parameter)
    {
        var chains = new List<LinearUnit>();
        List<GraphNode> chain = [parameter];
        while (true)
        {
            chains.Add(new(parameter.Parameter, [.. chain]));
            var parents = _parents.TryGetValue(chain[chain.Count - 1].Id, out var known) ? known : [];
            if (parents.Count != 1 || parents[0].Kind != GraphKind.Scalar || parents[0].Operation is GraphOperation.Abs or GraphOperation.Min or GraphOperation.Max)
                return chains;
            if (_roots.Any(root => ReferenceEquals(root, chain[chain.Count - 1])))
                return chains;
            chain.Add(parents[0]);
        }
    }

    private bool IsLinear(List<LinearUnit> units)
    {
        const int NotPolynomial = 1000;
        var parts = new HashSet<int>(units.Select(static unit => unit.Part.Id));
        var degrees = new Dictionary<int, int>();
        foreach (var node in _nodes)
        {
            int Degree(GraphNode? of) => of is null ? 0 : degrees[of.Id];

            degrees[node.Id] = parts.Contains(node.Id) ? 1 : node.Operation switch
            {
                GraphOperation.Sum => node.Terms.Max(term => Degree(term.Scalar) + Degree(term.Vector)),
                GraphOperation.Multiply => Degree(node.Operands[0]) + Degree(node.Operands[1]),
                GraphOperation.Divide => Degree(node.Operands[0]) + (Degree(node.Operands[1]) > 0 ? NotPolynomial : 0),
                _ => node.Operands.Any(operand => Degree(operand) > 0) ? NotPolynomial : 0,
            };
            degrees[node.Id] = Math.Min(degrees[node.Id], NotPolynomial);
        }

        // A part inside another part would count twice.
        return _roots.All(root => degrees[root.Id] <= 1)
            && units.TrueForAll(unit => unit.Part.Children.All(child => degrees.TryGetValue(child.Id, out var degree) && degree == 0));
    }
}
