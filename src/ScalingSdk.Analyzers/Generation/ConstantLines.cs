using System.Text;
using ScalingSdk.Analyzers.Code;
using ScalingSdk.Planning;

namespace ScalingSdk.Analyzers.Generation;

/// <summary>
/// Writes the declarations of a plan's constants with their documentation, not indented: one text for each spec, which is equal where
/// the constants are. They are most of what a class has, so no paragraph is joined or copied before it is written.
/// </summary>
internal sealed class ConstantLines
{
    private readonly StringBuilder _text = TextBuffer.Take();
    private readonly Action<string, string> _write;
    private int _paragraphs;

    private ConstantLines() => _write = Write;

    public static string Of(IReadOnlyList<CodeConstant> constants)
    {
        var lines = new ConstantLines();
        for (var i = 0; i < constants.Count; i++)
            lines.Write(constants[i], constants);
        return TextBuffer.Give(lines._text);
    }

    private void Write(CodeConstant constant, IReadOnlyList<CodeConstant> declared)
    {
        _paragraphs = 0;
        _text.Append("\n/// <summary>").Append(constant.HasFigure ? "\n/// " : "");
        constant.Explain(_write);
        Inputs(constant.Inputs, declared);
        _text.Append(constant.HasFigure ? "\n/// " : "").Append("</summary>\npublic const ").Append(constant.IsWhole ? "long " : "double ").Append(constant.Name).Append(" = ");
        if (constant.Number is { } number)
            _text.Append(number).Append(constant.IsWhole ? 'L' : 'D');
        else
            _text.Append(constant.IsWhole ? "-1L" : "double.NaN");
        _text.Append(";\n");
    }

    private void Write(string label, string text)
    {
        if (_paragraphs++ == 0)
        {
            CSharpText.Doc(_text, label, text);
            return;
        }

        _text.Append("\n/// <para>");
        CSharpText.Doc(_text, label, text);
        _text.Append("</para>");
    }

    private void Inputs(IReadOnlyList<FigureKey> inputs, IReadOnlyList<CodeConstant> declared)
    {
        var written = 0;
        for (var i = 0; i < inputs.Count; i++)
        {
            if (IsDeclared(inputs[i], declared))
                _text.Append(written++ == 0 ? "\n/// <para>Inputs: <see cref=\"" : ", <see cref=\"").Append(inputs[i].ConstantName).Append("\"/>");
        }

        if (written > 0)
            _text.Append("</para>");
    }

    // Nearly all are, whatever the spec states.
    private static bool IsDeclared(FigureKey key, IReadOnlyList<CodeConstant> declared)
    {
        for (var i = 0; key.Needs.Length > 0; i++)
        {
            if (i == declared.Count)
                return false;
            if (ReferenceEquals(declared[i].Key, key))
                return true;
        }

        return true;
    }
}
