using ScalingSdk.Json.Editing;

namespace ScalingSdk.Web.State;

/// <summary>What the page holds: the run that is planned, those that it is compared with, and the way back.</summary>
public sealed class Workspace
{
    /// <summary>The most plans side by side, this one with them.</summary>
    public const int MostPlans = 4;

    private const int MostSteps = 100;
    private readonly List<Draft> _past = [];
    private readonly List<Draft> _beside = [];
    private string _typedIn = "";

    public Workspace() => Load(SharedLink.Read(Browser.Fragment()));

    /// <summary>The run.</summary>
    public Planned Now { get; private set; } = null!;

    /// <summary>The runs that it is compared with.</summary>
    public IReadOnlyList<Draft> Beside => _beside;

    public bool CanUndo => _past.Count > 0;

    public bool CanKeep => Now.View is not null && _beside.Count < MostPlans - 1;

    /// <summary>What was done last, for those who do not see it.</summary>
    public string Said { get; private set; } = "";

    /// <summary>Something has changed.</summary>
    public event Action? Changed;

    /// <summary>Plans another draft.</summary>
    /// <param name="draft">It.</param>
    /// <param name="said">What to say of it.</param>
    /// <param name="typedIn">The field that a person types in: what is typed there in one go is one step back.</param>
    public void Set(Draft draft, string said = "", string typedIn = "")
    {
        if (draft.IsSame(Now.Draft))
            return;
        var goesOn = typedIn.Length > 0 && string.Equals(typedIn, _typedIn, StringComparison.Ordinal);
        _typedIn = typedIn;
        if (!goesOn)
            _past.Add(Now.Draft);
        if (_past.Count > MostSteps)
            _past.RemoveAt(0);
        Show(draft, said);
    }

    /// <summary>Applies edits to the text; false where they do not fit it.</summary>
    public bool Apply(IReadOnlyList<SpecEdit> edits, string said = "", string typedIn = "")
    {
        if (Now.Draft.With(edits) is not { } draft)
            return false;
        Set(draft, said, typedIn);
        return true;
    }

    public void Undo()
    {
        if (_past.Count == 0)
            return;
        var draft = _past[^1];
        _typedIn = "";
        _past.RemoveAt(_past.Count - 1);
        Show(draft, "Undone");
    }

    /// <summary>Keeps this run, to compare others with it.</summary>
    public void Keep()
    {
        if (!CanKeep)
            return;
        _beside.Add(Now.Draft);
        Tell("Kept to compare");
    }

    public void Drop(int index)
    {
        _beside.RemoveAt(index);
        Tell("Left out of the comparison");
    }

    /// <summary>Shows what a link states: the page was opened with it, or a person typed it.</summary>
    public void Open(string fragment)
    {
        if (string.Equals(fragment, SharedLink.Write(Now.Draft, _beside), StringComparison.Ordinal))
            return;
        var past = Now.Draft;
        Load(SharedLink.Read(fragment));
        _past.Add(past);
        Changed?.Invoke();
    }

    /// <summary>The link's part that states all this.</summary>
    public string Fragment() => SharedLink.Write(Now.Draft, _beside);

    private void Load(SharedLink link)
    {
        _beside.Clear();
        _beside.AddRange(link.Beside.Take(MostPlans - 1));
        Now = Planned.Of(link.Draft);
    }

    private void Show(Draft draft, string said)
    {
        Now = Planned.Of(draft);
        Tell(said);
    }

    /// <summary>Says what has become of something.</summary>
    public void Tell(string said)
    {
        Said = said;
        Browser.ReplaceFragment(Fragment());
        Changed?.Invoke();
    }
}
