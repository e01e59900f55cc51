namespace ScalingSdk.Rules;

/// <summary>Every rule of a plan, by id. Written from the files beside it: UPDATE_SNAPSHOTS=1 dotnet test tests/ScalingSdk.Tests.</summary>
internal static class PlanRuleList
{
    public static readonly PlanRule[] All =
    [
        new ImplausibleMagnitude(),
        new DataVerdict(),
        new CharacterVocabulary(),
        new BatchBeyondCritical(),
        new FewSteps(),
        new BatchInWrongUnit(),
        new ScheduleHorizon(),
        new ConstantRate(),
        new UnpaddedVocabulary(),
        new ExtremeAspectRatio(),
        new StatedSizeDiffers(),
        new CoarseExperts(),
        new FlopsLimit(),
        new TimeLimit(),
        new CostLimit(),
        new MemoryLimit(),
        new HighUtilization(),
        new DecoderLawOnEncoder(),
        new DenseLawOnRouted(),
        new BeyondRoutingCutoff(),
        new OverTrainedForQuantisation(),
        new ExperimentalLaw(),
        new RecipeWithoutAnswer(),
        new LearningRateAboveLaws(),
    ];
}
