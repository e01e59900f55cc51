open MyTraining

// Literals that the compiler got from TinyStories.scaling.json: they may stand in patterns and attributes.
let verdict tokens =
    match tokens with
    | TinyStoriesBudget.Tokens -> "the plan's tokens"
    | more when more > TinyStoriesBudget.OptimalTokens -> "more than compute-optimal"
    | _ -> "fewer than compute-optimal"

printfn $"{TinyStoriesBudget.Name}: {TinyStoriesBudget.TotalParameters} parameters, {TinyStoriesBudget.Steps} steps"
printfn $"{TinyStoriesBudget.Tokens} tokens: {verdict TinyStoriesBudget.Tokens}"
printfn $"{TinyStoriesBudget.CriticalBatchTokens} tokens are the critical batch"
