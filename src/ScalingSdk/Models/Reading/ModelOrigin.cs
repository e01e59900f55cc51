namespace ScalingSdk.Models.Reading;

/// <summary>Where a model section stands: it decides whether a key that nothing reads is a mistake.</summary>
internal enum ModelOrigin
{
    /// <summary>The "model" object of a spec: unknown keys are problems.</summary>
    Spec,

    /// <summary>A config.json or params.json: unknown keys are ignored.</summary>
    ConfigFile,
}
