using ScalingSdk.Fitting.Tables;

namespace ScalingSdk.Fitting.Formats;

/// <summary>What a text is: JSON, a trainer's log, or separated values.</summary>
internal static class TextContent
{
    internal static TableReading Read(string text)
    {
        text = text.TrimStart('\uFEFF');
        var at = 0;
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        if (at == text.Length)
            return TableReading.Refuse("it is empty");
        if (TextLogs.IsPrintedByTrainer(text))
            return TableReading.Refuse("it is what Hugging Face's Trainer prints, which has no steps: give trainer_state.json of the same run, in its output folder");
        if (text[at] is '{' or '[' && !TextLogs.Begins(text))
            return JsonContent.Read(text);
        return TextLogs.Find(text) is { } log ? log : CsvTable.Read(text);
    }
}
