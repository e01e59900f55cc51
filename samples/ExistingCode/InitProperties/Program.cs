using InitProperties;

// Every preset is a construction of its own, and checked where it stands.
foreach (var (name, options) in ModelOptions.Presets)
    Console.WriteLine($"{name}: {options.NLayer} layers of {options.NEmbd}, {options.TokensPerStep:N0} tokens a step");
