using ScalingSdk.Fitting.Data;
using ScalingSdk.Fitting.Tables;
using ScalingSdk.Quantities;
using ScalingSdk.Quantities.Units;

namespace ScalingSdk.Fitting.Reading;

/// <summary>A column that is read: what it holds and in which unit.</summary>
/// <param name="Field">What it holds.</param>
/// <param name="Index">Its place.</param>
/// <param name="Header">Its name in the file.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Rank">How well the name fits; the lowest is the best.</param>
internal sealed record ReadColumn(RunField Field, int Index, string Header, ColumnUnit Unit, int Rank)
{
    /// <summary>The units in which a cell may be written out: <c>1.4B</c>.</summary>
    internal Unit CellUnit => Field switch
    {
        RunField.Parameters => ScalingSdk.Quantities.Units.Unit.Parameters,
        RunField.Tokens or RunField.UniqueTokens or RunField.BatchTokens or RunField.CriticalBatch => ScalingSdk.Quantities.Units.Unit.Tokens,
        RunField.Compute => ScalingSdk.Quantities.Units.Unit.Flops,
        _ => ScalingSdk.Quantities.Units.Unit.Number,
    };

    /// <summary>True for words, which are not numbers whatever they look like.</summary>
    internal bool IsText => Field is RunField.Corpus or RunField.Group or RunField.Name or RunField.State or RunField.Flag;

    /// <summary>True for whole numbers, such as tokens, and not for a loss.</summary>
    internal bool IsCount => Field is RunField.Parameters or RunField.Tokens or RunField.UniqueTokens or RunField.Compute or RunField.Steps or RunField.BatchTokens or RunField.CriticalBatch;

    /// <summary>What N counts, where the column's name says it.</summary>
    internal ParameterConvention? Convention => Field == RunField.Parameters ? ConventionOf(Header) : null;

    /// <summary>The column for the output.</summary>
    internal ColumnReading Reading => new(ColumnNames.Of(Field), Header, Unit.Text, Unit.Factor);

    internal static ParameterConvention? ConventionOf(string name)
    {
        var normal = ColumnNames.Normal(name);
        return normal.Holds("non_emb") || normal.Holds("nonemb") || normal.Holds("no_emb") ? ParameterConvention.NonEmbedding
            : normal.Holds("scaling_params") ? ParameterConvention.WeightsWithHead
            : normal.Holds("active") || normal.Holds("activated") ? ParameterConvention.Active
            : normal.Holds("total_param") || normal.Holds("params_total") || normal is "n_total" ? ParameterConvention.Total
            : null;
    }
}
