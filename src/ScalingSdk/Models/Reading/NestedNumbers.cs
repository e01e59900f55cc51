using ScalingSdk.Json;

namespace ScalingSdk.Models.Reading;

/// <summary>Sizes that stand in an object of their own below a model section ('attn_config', 'ffn_config', 'encoder').</summary>
internal sealed class NestedNumbers(ModelFields fields, ModelKey section)
{
    private readonly JsonMember? _member = fields.Member(section);

    /// <summary>The number of a name, or null where there is none; one that is wrong is refused at the section.</summary>
    public int? Of(string name)
    {
        if (_member is null)
            return null;
        if (_member.Value is not JsonObject inside)
        {
            fields.Refuse(section, $"'{_member.Name}' is {_member.Value.Kind}; expected an object");
            return null;
        }

        if (inside.Find(name) is not { Value: not JsonNull } member)
            return null;
        if (WholeNumber.Read(member.Value, 1, int.MaxValue, out var wrong) is { } value)
            return (int)value;
        fields.Refuse(section, $"'{_member.Name}.{name}' is {ModelFields.Quoted(member.Value)}; {wrong}");
        return null;
    }

    /// <summary>The same where it must be there.</summary>
    public int Need(string name)
    {
        if (Of(name) is { } value)
            return value;
        fields.Refuse(section, $"'{section.Name}.{name}' is missing; '{fields.Architecture}' needs it");
        return 1;
    }
}
