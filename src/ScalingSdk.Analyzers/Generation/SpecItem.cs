using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using ScalingSdk.Analyzers.Projects;
using ScalingSdk.Naming;

namespace ScalingSdk.Analyzers.Generation;

/// <summary>A spec file, and what its item in the project says of its class.</summary>
internal sealed record SpecItem(AdditionalText Spec, ItemNames Names);

/// <summary>What every spec of a project is read among.</summary>
internal sealed record Surroundings(OtherFiles Others, ProjectOptions Project);

/// <summary>The additional files that are no specs.</summary>
internal sealed record OtherFiles(ImmutableArray<AdditionalText> Files);

/// <summary>A spec's constants, and the class that they ask for.</summary>
internal sealed record NamedContent(ClassName Name, ClassContent Content);
