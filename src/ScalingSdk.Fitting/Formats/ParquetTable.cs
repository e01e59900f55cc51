using ScalingSdk.Fitting.Tables;
#if NET8_0_OR_GREATER
using Parquet;
using Parquet.Schema;
using ScalingSdk.Fitting.Data;
#endif

namespace ScalingSdk.Fitting.Formats;

/// <summary>Apache Parquet: flat columns, nested names joined by '/'.</summary>
internal static class ParquetTable
{
#if NET8_0_OR_GREATER
    internal static TableReading Read(byte[] bytes, int maxRows)
    {
        try
        {
            return ReadAsync(bytes, maxRows).GetAwaiter().GetResult();
        }
        catch (Exception problem) when (problem is IOException or InvalidDataException or NotSupportedException or FormatException or ArgumentException or InvalidOperationException or IndexOutOfRangeException or OverflowException)
        {
            return TableReading.Refuse($"it begins as Parquet, but cannot be read: {problem.Message}");
        }
    }

    private static async Task<TableReading> ReadAsync(byte[] bytes, int maxRows)
    {
        using var stream = new MemoryStream(bytes);
        var reader = await ParquetReader.CreateAsync(stream).ConfigureAwait(false);
        await using var closing = reader.ConfigureAwait(false);
        var lists = reader.Schema.GetDataFields().Where(static field => field.MaxRepetitionLevel > 0).Select(static field => NameOf(field).Split(["/list", "/array", "/bag"], StringSplitOptions.None)[0]).Distinct(StringComparer.Ordinal).ToList();

        // A value that repeats takes no space: the number of rows does not follow from the length of the file.
        var count = CountOf(reader);
        if (count > maxRows)
            return TableReading.Refuse($"it has more than '{Whole.Text(maxRows)}' rows; split it");
        if (count == 0)
            return TableReading.Refuse("it is Parquet without rows");
        var fields = reader.Schema.GetDataFields().Where(static field => field.MaxRepetitionLevel == 0).ToList();
        var (columns, rows) = (new List<ParquetColumn>(), (int)count);
        foreach (var field in fields)
            columns.Add(await ColumnAsync(reader, field, rows).ConfigureAwait(false));
        return new LogTable("Parquet", [.. fields.Select(NameOf)], Rows(columns, rows)) { Some = (texts, numbers) => Rows(columns, rows, texts, numbers), Lists = lists };
    }

    private static decimal CountOf(ParquetReader reader)
    {
        var rows = 0m;
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            using var part = reader.OpenRowGroupReader(group);
            rows += part.RowCount;
        }

        return rows;
    }

    private static string NameOf(DataField field) => string.Join('/', field.Path.ToList());

    private static IEnumerable<LogRow> Rows(List<ParquetColumn> columns, int rows)
    {
        for (var row = 0; row < rows; row++)
            yield return new(row + 1, [.. columns.Select(column => column.Text(row))]);
    }

    // Rows share their numbers.
    private static IEnumerable<LogRow> Rows(List<ParquetColumn> columns, int rows, ISet<int> texts, ISet<int> numbers)
    {
        var read = numbers.Count > 0 ? new double[columns.Count] : null;
        var blank = new string?[columns.Count];
        for (var row = 0; row < rows; row++)
        {
            var cells = blank;
            for (var column = 0; column < columns.Count; column++)
            {
                var number = numbers.Contains(column) ? columns[column].Number(row) : null;
                if (read is not null)
                    read[column] = number ?? double.NaN;
                if (number is not null || !(numbers.Contains(column) || texts.Contains(column)))
                    continue;
                cells = ReferenceEquals(cells, blank) ? new string?[columns.Count] : cells;
                cells[column] = columns[column].Text(row);
            }

            yield return new(row + 1, cells) { Numbers = read };
        }
    }

    private static Task<ParquetColumn> ColumnAsync(ParquetReader reader, DataField field, int rows) => Type.GetTypeCode(field.ClrType) switch
    {
        TypeCode.Double => NumbersAsync<double>(reader, field, rows),
        TypeCode.Single => NumbersAsync<float>(reader, field, rows),
        TypeCode.Int64 => NumbersAsync<long>(reader, field, rows),
        TypeCode.Int32 => NumbersAsync<int>(reader, field, rows),
        TypeCode.Int16 => NumbersAsync<short>(reader, field, rows),
        TypeCode.Byte => NumbersAsync<byte>(reader, field, rows),
        TypeCode.SByte => NumbersAsync<sbyte>(reader, field, rows),
        TypeCode.UInt16 => NumbersAsync<ushort>(reader, field, rows),
        TypeCode.UInt64 => NumbersAsync<ulong>(reader, field, rows),
        TypeCode.UInt32 => NumbersAsync<uint>(reader, field, rows),
        TypeCode.Boolean => NumbersAsync<bool>(reader, field, rows),
        TypeCode.Decimal => NumbersAsync<decimal>(reader, field, rows),
        TypeCode.String => TextAsync(reader, field, rows),
        _ when field.ClrType == typeof(ReadOnlyMemory<char>) => TextAsync(reader, field, rows),
        _ => Task.FromResult<ParquetColumn>(new ParquetTexts([])),
    };

    private static async Task<ParquetColumn> NumbersAsync<T>(ParquetReader reader, DataField field, int rows)
        where T : struct
    {
        var all = new List<T?>(rows);
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            using var part = reader.OpenRowGroupReader(group);
            if (field.IsNullable)
            {
                var cells = new T?[part.RowCount];
                await part.ReadAsync<T>(field, cells.AsMemory()).ConfigureAwait(false);
                all.AddRange(cells);
                continue;
            }

            var values = new T[part.RowCount];
            await part.ReadAsync<T>(field, values.AsMemory()).ConfigureAwait(false);
            all.AddRange(values.Select(static value => (T?)value));
        }

        return new ParquetNumbers<T>(all);
    }

    private static async Task<ParquetColumn> TextAsync(ParquetReader reader, DataField field, int rows)
    {
        var all = new List<string?>(rows);
        for (var group = 0; group < reader.RowGroupCount; group++)
        {
            using var part = reader.OpenRowGroupReader(group);
            var values = new string[part.RowCount];
            await part.ReadAsync(field, values.AsMemory()!).ConfigureAwait(false);
            all.AddRange(values);
        }

        return new ParquetTexts(all);
    }
#else
    internal static TableReading Read(byte[] bytes, int maxRows) =>
        TableReading.Refuse("it is Parquet, which is read on .NET 8 and later alone: build with 'dotnet build', or export it as CSV");
#endif
}
