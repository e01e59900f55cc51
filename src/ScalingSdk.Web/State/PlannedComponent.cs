using Microsoft.AspNetCore.Components;

namespace ScalingSdk.Web.State;

/// <summary>A part of the page that is drawn again only for another plan, or when it asks for it.</summary>
public abstract class PlannedComponent : ComponentBase
{
    private Planned? _drawn;
    private bool _asked;

    [Parameter, EditorRequired]
    public Planned Planned { get; set; } = null!;

    /// <summary>Draws once more, whatever the plan.</summary>
    protected void Redraw()
    {
        _asked = true;
        StateHasChanged();
    }

    protected override bool ShouldRender()
    {
        var draws = _asked || !ReferenceEquals(_drawn, Planned);
        (_drawn, _asked) = (Planned, false);
        return draws;
    }

    /// <summary>Another plan has come.</summary>
    protected virtual void OnPlanned()
    {
    }

    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_drawn, Planned))
            OnPlanned();
    }
}
