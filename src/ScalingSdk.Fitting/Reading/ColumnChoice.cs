using ScalingSdk.Diagnostics;
using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Tables;
using ScalingSdk.Quantities;
using ScalingSdk.Text;

namespace ScalingSdk.Fitting.Reading;

/// <summary>Which columns of a table are read: one for each field. Two that may hold the same are refused unless one is clearly the better.</summary>
internal sealed class ColumnChoice
{
    /// <summary>Rows that are compared to see whether two columns hold the same.</summary>
    private const int Compared = 200;

    private readonly LogTable _table;
    private readonly Dictionary<RunField, ReadColumn> _chosen = [];
    private readonly List<string> _remarks = [];
    private List<LogRow>? _first;
    private string? _otherLoss;

    private ColumnChoice(LogTable table) => _table = table;

    /// <summary>Why the table cannot be read; null where it can.</summary>
    internal string? Refusal { get; private set; }

    /// <summary>The columns that are read, by field.</summary>
    internal IReadOnlyDictionary<RunField, ReadColumn> Columns => _chosen;

    /// <summary>Choices between columns, with the option that makes another.</summary>
    internal IReadOnlyList<string> Remarks => _remarks;

    /// <summary>The columns that are read, for the output, in the order of the fields.</summary>
    internal IReadOnlyList<ColumnReading> Readings(Func<ReadColumn, bool> which) => [.. _chosen.Values.Where(which).OrderBy(static column => column.Field).Select(static column => column.Reading)];

    internal bool Has(RunField field) => _chosen.ContainsKey(field);

    internal static ColumnChoice Of(LogTable table, IReadOnlyDictionary<string, string> stated, double? bytesPerToken)
    {
        var choice = new ColumnChoice(table);
        foreach (var pair in stated)
            choice.Refusal ??= choice.State(pair.Key, pair.Value);
        var groups = table.Headers.Select((header, index) => (Header: header, Index: index, Found: ColumnNames.Find(header)))
            .Where(found => found.Found.Field != RunField.None && !choice.Has(found.Found.Field) && !choice._chosen.Values.Any(column => column.Index == found.Index))
            .GroupBy(static found => found.Found.Field);
        foreach (var group in groups.ToList())
        {
            if (choice.Refusal is not null)
                break;
            choice.Choose(group.Key, [.. group.Select(static found => new ReadColumn(found.Found.Field, found.Index, found.Header, ColumnUnit.None, found.Found.Rank))]);
        }

        choice.Refusal ??= choice.SetUnits(bytesPerToken);
        return choice;
    }

    // field=name or field=name[unit]
    private string? State(string field, string written)
    {
        var (found, _) = ColumnNames.Find(field);
        if (found == RunField.None)
            return $"'{Excerpt.Of(field)}' is not something a column holds{Nearest(field, ColumnNames.Fields)}; they are '{string.Join("', '", ColumnNames.Fields)}'";
        var (name, unit) = (written, (string?)null);
        var index = IndexOf(name);
        if (index < 0 && ColumnUnit.Bracket(written) is { } bracket)
        {
            (name, unit) = (ColumnUnit.Name(written), bracket);
            index = IndexOf(name);
        }

        if (index < 0)
            return $"there is no column '{Excerpt.Of(name)}'{Nearest(name, _table.Headers)}; the columns are '{Listed(_table.Headers)}'";
        var header = _table.Headers[index];
        if ((unit is null ? ColumnUnit.In(header, found) : ColumnUnit.Parse(unit, found)) is not { } known)
            return WhyNoUnit(found, header, unit ?? ColumnUnit.Bracket(header) ?? "log");
        _chosen[found] = new(found, index, header, known, ReadColumn.ConventionOf(field) is null ? 0 : -1);
        return null;
    }

    private int IndexOf(string name)
    {
        for (var i = 0; i < _table.Headers.Count; i++)
        {
            if (string.Equals(_table.Headers[i], name, StringComparison.Ordinal))
                return i;
        }

        for (var i = 0; i < _table.Headers.Count; i++)
        {
            if (string.Equals(_table.Headers[i], name, StringComparison.OrdinalIgnoreCase) || string.Equals(ColumnUnit.Name(_table.Headers[i]), name, StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }

    private void Choose(RunField field, List<ReadColumn> candidates)
    {
        if (candidates.Count > 1 && Matters(field))
            candidates = candidates.FindAll(HasNumbers) is { Count: > 0 } numeric ? numeric : candidates;
        if (candidates.Count > 1 && Matters(field) && candidates.GroupBy(static column => column.Header, StringComparer.Ordinal).FirstOrDefault(static same => same.Count() > 1) is { } named && !Same(named.First(), named.Last()))
        {
            Refusal = $"two columns are named '{Excerpt.Of(named.Key)}' and differ: rename one";
            return;
        }

        var order = candidates.OrderBy(column => Class(column)).ThenBy(static column => column.Rank).ToList();
        var best = order[0];
        if (order.Count > 1 && Matters(field))
        {
            foreach (var other in order.Skip(1))
            {
                if (Same(best, other))
                    continue;
                if (!ClearlyBetter(best, other))
                {
                    Refusal = $"'{Excerpt.Of(best.Header)}' and '{Excerpt.Of(other.Header)}' may both hold {Meaning(field)}; state one: --column \"{ColumnNames.Of(field)}={best.Header}\"";
                    return;
                }

                _remarks.Add($"'{Excerpt.Of(other.Header)}' is not read: '{Excerpt.Of(best.Header)}' {(field == RunField.Loss && IsSameInBytes(best.Header, other.Header) ? "is the same per token" : Why(best))}; --column \"{ColumnNames.Of(field)}={other.Header}\" reads it instead");
            }
        }

        if (field == RunField.Loss && LossNames.KindOf(best.Header) != LossKind.Evaluation
            && _table.Headers.FirstOrDefault(static header => LossNames.IsPerplexity(header) && LossNames.KindOf(header) == LossKind.Evaluation && ColumnNames.Normal(header).Contains('_')) is { } perplexity)
            _remarks.Add($"'{Excerpt.Of(perplexity)}' is not read: it is a perplexity; --column \"loss={perplexity}[ppl]\" reads its logarithm");
        if (field == RunField.Loss)
            _otherLoss = order.Find(column => !LossNames.SaysBitsPerByte(column.Header))?.Header;
        _chosen[field] = best;
    }

    // 'val_loss' beside 'val_bpb': one evaluation in two units.
    private static bool IsSameInBytes(string best, string other) => LossNames.SaysBitsPerByte(other) && !LossNames.SaysBitsPerByte(best)
        && string.Equals(ColumnNames.Normal(other).Replace("bpb", "loss").Replace("bits_per_byte", "loss"), ColumnNames.Normal(ColumnUnit.Name(best)), StringComparison.Ordinal);

    // A wrong one of these changes the law; of the others the best name is taken.
    private static bool Matters(RunField field) =>
        field is RunField.Parameters or RunField.Tokens or RunField.Compute or RunField.Loss or RunField.UniqueTokens or RunField.CriticalBatch;

    private static int Class(ReadColumn column) => column.Field switch
    {
        RunField.Loss => (2 * (int)LossNames.KindOf(column.Header)) + (LossNames.SaysBitsPerByte(column.Header) ? 1 : 0),
        RunField.Parameters => column.Convention switch
        {
            ParameterConvention.Active => 0,
            null => 1,
            ParameterConvention.Total => 2,
            ParameterConvention.WeightsWithHead => 3,
            _ => 4,
        },
        RunField.Compute => ColumnNames.Normal(column.Header).EndsWith("budget", StringComparison.Ordinal) ? 1 : 0,
        _ => 0,
    };

    // An unqualified size may be the total: only one that says 'active' beats a total.
    private static bool ClearlyBetter(ReadColumn best, ReadColumn other) => best.Field switch
    {
        RunField.Parameters => Class(best) < Class(other) && !(Class(best) == 1 && Class(other) == 2),
        RunField.Loss => (LossNames.KindOf(best.Header) == LossKind.Evaluation && LossNames.KindOf(other.Header) != LossKind.Evaluation) || IsSameInBytes(best.Header, other.Header),
        _ => Class(best) < Class(other),
    };

    private static string Why(ReadColumn best) => best.Field switch
    {
        RunField.Loss => "is of text that was not trained on",
        RunField.Parameters => Class(best) == 0 ? "is what a token passes through, as compute is counted" : "counts embeddings too, as plans do",
        _ => "is the run's own, not the nominal budget",
    };

    private static string Meaning(RunField field) => field switch
    {
        RunField.Parameters => "the parameters",
        RunField.Tokens => "the tokens",
        RunField.Compute => "the compute",
        RunField.Loss => "the loss",
        RunField.UniqueTokens => "the unique tokens",
        _ => "the critical batch",
    };

    // A column of words, such as a way of counting, is not a count.
    private bool HasNumbers(ReadColumn column)
    {
        _first ??= [.. _table.Rows.Take(Compared)];
        return _first.Exists(row => row.Cell(column.Index) is { } cell && (char.IsDigit(cell[0]) || cell[0] is '.' or '-' or '+'));
    }

    private bool Same(ReadColumn left, ReadColumn right)
    {
        _first ??= [.. _table.Rows.Take(Compared)];
        return _first.Count > 0 && _first.TrueForAll(row => string.Equals(row.Cell(left.Index), row.Cell(right.Index), StringComparison.Ordinal));
    }

    private string? SetUnits(double? bytesPerToken)
    {
        foreach (var field in _chosen.Keys.ToList())
        {
            var column = _chosen[field];
            if (column.IsText)
                continue;
            if (column.Unit.Text is null && ColumnUnit.In(column.Header, field) is { } unit)
                column = column with { Unit = unit };
            else if (column.Unit.Text is null && HasUnit(field))
                return WhyNoUnit(field, column.Header, ColumnUnit.Bracket(column.Header) ?? "log");
            if (column.Unit.PerByte)
            {
                if (bytesPerToken is not { } bytes)
                    return $"'{Excerpt.Of(column.Header)}' is in {column.Unit.Text}: a law needs the loss per token; state the bytes of a token of your tokenizer: --bytes-per-token 4.5{(_otherLoss is { } other ? $"; or read '{Excerpt.Of(other)}': --column \"loss={other}\"" : "")}";
                column = column with { Unit = column.Unit with { Factor = column.Unit.Factor * bytes, Text = FormattableString.Invariant($"{column.Unit.Text}, {bytes} bytes a token") } };
            }

            _chosen[field] = column;
        }

        return null;
    }

    // What brackets say of these is a remark: 'LR (group 0)'.
    private static bool HasUnit(RunField field) => field is not (RunField.LearningRate or RunField.Steps or RunField.Epochs or RunField.Experts or RunField.Weight or RunField.Ratio);

    private static string WhyNoUnit(RunField field, string header, string unit)
    {
        if (Logarithm.Of(header, field) is { Scale: null } || unit is "log")
            return $"'{Excerpt.Of(header)}' is a logarithm whose base is not stated; state it: --column \"{ColumnNames.Of(field)}={header}[log10]\", or [ln]";
        var known = field switch
        {
            RunField.Loss => "nats, bits, bits/byte, nats/byte or ppl",
            RunField.Compute => "FLOP, GFLOP to ZFLOP, PF-days, or a number",
            RunField.Tokens or RunField.UniqueTokens or RunField.BatchTokens or RunField.CriticalBatch => "K, M, B, T, or a number such as 2048, the tokens of a sequence",
            _ => "K, M, B, T, or a number such as 1e6",
        };
        return $"'{Excerpt.Of(header)}' has the unit '{Excerpt.Of(unit)}', which is not known; state one of {known}: --column \"{ColumnNames.Of(field)}={header}[...]\"";
    }

    private static string Nearest(string typed, IEnumerable<string> known) => Suggest.Nearest(typed, known) is { } near ? "; " + Suggest.Hint(near) : "";

    internal static string Listed(IReadOnlyList<string> headers) =>
        string.Join("', '", headers.Take(24).Select(Excerpt.Of)) + (headers.Count > 24 ? FormattableString.Invariant($"' and {headers.Count - 24} more, such as '{headers[24]}") : "");
}
