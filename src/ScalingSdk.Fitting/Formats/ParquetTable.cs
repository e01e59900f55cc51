using ScalingSdk.Fitting.Tables;
#if NET8_0_OR_GREATER
using System.Globalization;
using Parquet;
using Parquet.Schema;
#endif

namespace ScalingSdk.Fitting.Formats;

/// <summary>Apache Parquet: flat columns, nested names joined by '/'.</summary>
internal static class ParquetTable
{
#if NET8_0_OR_GREATER
    internal static TableReading Read(byte[] bytes)
    {
        try
        {
            return ReadAsync(bytes).GetAwaiter().GetResult();
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or NotSupportedException or FormatException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or OverflowException)
        {
            return TableReading.Refuse($"it begins as Parquet, but cannot be read: {problem.Message}");
        }
    }

    private static async Task<TableReading> ReadAsync(byte[] bytes)
    {
        using var stream = new MemoryStream(bytes);
        var reader = await ParquetReader.CreateAsync(stream).ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        var fields = reader.Schema.GetDataFields().Where(static field => field.MaxRepetitionLevel == 0).ToArray();
        var lists = reader.Schema.GetDataFields().Where(static field => field.MaxRepetitionLevel > 0).Select(static field => NameOf(field).Split(["/list", "/array", "/bag"], StringSplitOptions.None)[0]).Distinct(StringComparer.Ordinal).ToList();
        var rows = new List<LogRow>();
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            using var part = reader.OpenRowGroupReader(group);
            var first = rows.Count;
            for (long row = 0; row < part.RowCount; row++)
                rows.Add(new(rows.Count + 1, new string?[fields.Length]));
            for (var column = 0; column < fields.Length; column++)
                await FillAsync(part, fields[column], rows, first, column).ConfigureAwait(false);
        }

        return rows.Count == 0 ? TableReading.Refuse("it is Parquet without rows") : new LogTable("Parquet", [.. fields.Select(NameOf)], rows) { Lists = lists };
    }

    private static string NameOf(DataField field) => string.Join('/', field.Path.ToList());

    private static Task FillAsync(ParquetRowGroupReader part, DataField field, List<LogRow> rows, int first, int column) => Type.GetTypeCode(field.ClrType) switch
    {
        TypeCode.Double => NumbersAsync<double>(part, field, rows, first, column),
        TypeCode.Single => NumbersAsync<float>(part, field, rows, first, column),
        TypeCode.Int64 => NumbersAsync<long>(part, field, rows, first, column),
        TypeCode.Int32 => NumbersAsync<int>(part, field, rows, first, column),
        TypeCode.Int16 => NumbersAsync<short>(part, field, rows, first, column),
        TypeCode.Byte => NumbersAsync<byte>(part, field, rows, first, column),
        TypeCode.SByte => NumbersAsync<sbyte>(part, field, rows, first, column),
        TypeCode.UInt16 => NumbersAsync<ushort>(part, field, rows, first, column),
        TypeCode.UInt64 => NumbersAsync<ulong>(part, field, rows, first, column),
        TypeCode.UInt32 => NumbersAsync<uint>(part, field, rows, first, column),
        TypeCode.Boolean => NumbersAsync<bool>(part, field, rows, first, column),
        TypeCode.Decimal => NumbersAsync<decimal>(part, field, rows, first, column),
        TypeCode.String => TextAsync(part, field, rows, first, column),
        _ => Task.CompletedTask,
    };

    private static async Task NumbersAsync<T>(ParquetRowGroupReader part, DataField field, List<LogRow> rows, int first, int column)
        where T : struct
    {
        if (!field.IsNullable)
        {
            var values = new T[part.RowCount];
            await part.ReadAsync<T>(field, values.AsMemory()).ConfigureAwait(false);
            for (var i = 0; i < values.Length; i++)
                rows[first + i].Cells[column] = Convert.ToString(values[i], CultureInfo.InvariantCulture);
            return;
        }

        var cells = new T?[part.RowCount];
        await part.ReadAsync<T>(field, cells.AsMemory()).ConfigureAwait(false);
        for (var i = 0; i < cells.Length; i++)
            rows[first + i].Cells[column] = Convert.ToString(cells[i], CultureInfo.InvariantCulture);
    }

    private static async Task TextAsync(ParquetRowGroupReader part, DataField field, List<LogRow> rows, int first, int column)
    {
        var values = new string[part.RowCount];
        await part.ReadAsync(field, values.AsMemory()!).ConfigureAwait(false);
        for (var i = 0; i < values.Length; i++)
            rows[first + i].Cells[column] = values[i];
    }
#else
    internal static TableReading Read(byte[] bytes) =>
        TableReading.Refuse("it is Parquet, which is read on .NET 8 and later alone: build with 'dotnet build', or export it as CSV");
#endif
}
