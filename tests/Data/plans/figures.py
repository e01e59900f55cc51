"""Writes figures.csv: every figure of a plan, reckoned anew from the constants of the papers.

Nothing here calls the product: laws are written down from their papers, models are counted from their parts, optima are searched.
Run it in this folder after a figure has been added: python3 figures.py
"""
import csv
import math

E, A, B, ALPHA, BETA = 1.8172, 482.01, 2085.43, 0.3478, 0.3658  # Besiroglu et al. 2024, table 1
PF_DAY = 8.64e19
H100, H100_MEMORY, H100_MEASURED, H100_WATTS = 989.4e12, 80e9, 794.5e12, 700  # data sheet; Bekman's MAMF table
rows = []


def add(plan, figure, value, how, tolerance=1e-9):
    rows.append((plan, figure, repr(value), tolerance, how))


def solve(f, low, high):
    """The zero of a function that changes its sign, on a logarithmic scale."""
    below = f(low) < 0
    for _ in range(300):
        middle = math.sqrt(low * high)
        low, high = (middle, high) if (f(middle) < 0) == below else (low, middle)
    return math.sqrt(low * high)


def least(f, low, high):
    """Where a function with one minimum has it, on a logarithmic scale."""
    golden = (math.sqrt(5) - 1) / 2
    a, b = math.log(low), math.log(high)
    for _ in range(300):
        c, d = b - golden * (b - a), a + golden * (b - a)
        a, b = (a, d) if f(math.exp(c)) < f(math.exp(d)) else (c, b)
    return math.exp((a + b) / 2)


def loss(n, d):
    return E + A / n**ALPHA + B / d**BETA


def best(c):
    n = (ALPHA * A / (BETA * B)) ** (1 / (ALPHA + BETA)) * (c / 6) ** (BETA / (ALPHA + BETA))
    return n, c / (6 * n)


def kaplan_penalty(n, u):
    return (1 + (n / 6.4e13) ** (0.076 / 0.103) * 1.8e13 / u) ** 0.103 - 1


def kaplan_joint(n, d):
    return ((6.4e13 / n) ** (0.076 / 0.103) + 1.8e13 / d) ** 0.103


def worth(d, u):
    return u + u * 15.387756 * (1 - math.exp(-(d / u - 1) / 15.387756))


def muennighoff(n, d, u):
    e, a, b, x = math.exp(0.6254804), math.exp(6.255414), math.exp(7.3049974), 0.3526596
    g = (a / b) ** (1 / (2 * x))
    fitting = min(n, g * g * u)
    size = fitting + fitting * 5.309743 * (1 - math.exp(-max(n / fitting - 1, 0) / 5.309743))
    return e + a / size**x + b / worth(d, u) ** x


def frontier_size(least_flops):
    """The efficient size of Kaplan et al. 2020, appendix B (eqs. B.7 to B.9)."""
    aN, aS, aB, nc, sc, bs = 0.077, 0.76, 0.21, 6.5e13, 2.1e3, 2.1e8
    aC = 1 / (1 / aS + 1 / aB + 1 / aN)
    cc = 6 * nc * bs * sc * (1 + aN / aS) ** (1 / aS + 1 / aN) * (aS / aN) ** (1 / aS)
    return nc * (least_flops / cc) ** (aC / aN) * (1 + aN / aS) ** (1 / aN)


def time():
    n, c = 7e9, 8 * 3 * 86400 * 0.4 * H100
    d = c / (6 * n)
    weights = solve(lambda x: x + 47491 * x ** (1 / 3) - n, 1e8, 1e10)
    bn, bd = best(c)
    add("time", "total_parameters", int(n), "as the spec states it")
    add("time", "non_embedding_weights", weights, "Pearce and Song 2024: N + 47491 N^(1/3) is the total")
    add("time", "tokens", d, "8 devices, 3 days, 40 % of 989.4 TFLOP/s, over 6 N", 1e-9)
    add("time", "unique_tokens", d, "one epoch")
    add("time", "epochs", 1, "nothing repeats")
    add("time", "tokens_per_parameter", d / n, "D / N")
    add("time", "budget_flops", c, "devices, seconds, utilization, peak")
    add("time", "training_flops", c, "the whole budget is spent")
    add("time", "training_petaflop_days", c / PF_DAY, "one PF-day is 8.64e19 FLOP")
    add("time", "overfitting_threshold_tokens", 5e3 * weights**0.74, "Kaplan et al. 2020, eq. 4.4")
    add("time", "overfitting_penalty", kaplan_penalty(weights, d), "Kaplan et al. 2020, eq. 4.3")
    add("time", "largest_non_embedding_weights", (d / 5e3) ** (1 / 0.74), "eq. 4.4 solved for N")
    add("time", "unique_tokens_per_parameter", d / n, "U / N")
    od = (BETA * B / (ALPHA * A) * n**ALPHA) ** (1 / BETA)
    add("time", "optimal_tokens", od, "dL/dN = dL/dD D/N of Besiroglu's fit, on C = 6 N D")
    add("time", "optimal_parameters_at_budget", least(lambda x: loss(x, c / (6 * x)), 1e7, 1e12), "the least loss on 6 N D = C, by search", 1e-6)
    add("time", "optimal_tokens_at_budget", bd, "C / 6 N_opt")
    add("time", "optimal_tokens_per_parameter", bd / bn, "D_opt / N_opt")
    add("time", "optimal_loss_at_budget", loss(bn, bd), "L(N_opt, D_opt)")
    excess = lambda x: 6 * x * ((B / (loss(bn, bd) - E - A / x**ALPHA)) ** (1 / BETA)) - 1.1 * c
    bound = (A / (loss(bn, bd) - E)) ** (1 / ALPHA)
    add("time", "flat_parameters_low", solve(excess, bound * 1.0001, bn), "10 % more compute for the least loss, below N_opt", 1e-6)
    add("time", "flat_parameters_high", solve(excess, bn, 1e12), "the same above N_opt", 1e-6)
    same = solve(lambda x: loss(n, d) - loss(*best(x)), 1e18, 1e24)
    add("time", "compute_saved", 1 - same / c, "1 - C/C, C the frontier's at the run's loss", 1e-8)
    x = weights / frontier_size(c / 2)
    add("time", "wrong_size_compute_kaplan", x * (1 + 0.76 / 0.077 * (1 - x**-0.077)) ** (-1 / 0.76), "Kaplan et al. 2020, eq. B.16, N_eff by B.9 at C_min = C/2", 1e-6)
    add("time", "predicted_loss", loss(n, d), "L(N, D)")
    add("time", "loss_above_best", loss(n, d) - loss(bn, bd), "L(N, D) - L(N_opt, D_opt)", 1e-8)
    batch = 0.58 * d**0.571
    critical = 2.1e8 / kaplan_joint(weights, d) ** (1 / 0.21)
    add("time", "proposed_batch_tokens", batch, "Li et al. 2025: 0.58 D^0.571")
    add("time", "batch_tokens", batch, "the proposed one")
    add("time", "critical_batch_tokens", critical, "Kaplan et al. 2020, eq. 5.3 at the loss of eq. 4.1")
    add("time", "critical_batch_tokens_zhang", 5 * 512 * (93.1968 * (d / 20.5e6) ** 0.46828 - 1.2 * 256), "Zhang et al. 2024: b/a of CBS = 1.2 B_0 + 0.2 b/a")
    add("time", "sequence_length", 4096, "assumed for a size without a model")
    add("time", "batch_sequences", batch / 4096, "B / 4096")
    add("time", "steps", d / batch, "D / B")
    add("time", "steps_over_fewest", 1 + critical / batch, "McCandlish et al. 2018: S/S_min")
    add("time", "examples_over_least", 1 + batch / critical, "McCandlish et al. 2018: E/E_min")
    low, high = 0.5 * 3e-4 * 7**-0.26, 2.5 * 3e-4 * 7**-0.26
    add("time", "proposed_learning_rate_low", low, "0.5 times the fit to 102 published runs, 3e-4 (N/1e9)^-0.26")
    add("time", "proposed_learning_rate_high", high, "2.5 times the same")
    add("time", "step_law_learning_rate", 1.79 * weights**-0.713 * d**0.307, "Li et al. 2025, N without embeddings")
    rate = 3e-4 * 7**-0.26
    add("time", "proposed_weight_decay", batch / (rate * 1.084 * (d / n) ** -0.527 * d), "Bergsma et al. 2025: tau = B/(eta lambda D) = 1.084 (D/N)^-0.527")
    add("time", "proposed_dropout", 0, "nothing repeats")
    add("time", "schedule_tokens", d, "the run's tokens")
    add("time", "warmup_steps", 2000, "2,000 steps, below a tenth of the run")
    add("time", "cooldown_start_tokens", 0.8 * d, "the last fifth cools down")
    add("time", "checkpoints", 20, "one each 5 %")
    add("time", "states_bytes_per_device", 16 * n / 8, "ZeRO-3 over 8 copies: 2 + 2 + 12 bytes a parameter")
    add("time", "memory_share", 16 * n / 8 / H100_MEMORY, "of 80 GB")
    add("time", "checkpoint_bytes", 14 * n, "2 + 12 bytes a parameter")
    add("time", "all_checkpoints_bytes", 20 * 14 * n, "20 of them")
    add("time", "devices", 8, "as the spec states it")
    add("time", "utilization", 0.4, "as the spec states it")
    add("time", "achievable_utilization", H100_MEASURED / H100, "Bekman: 794.5 TFLOP/s measured on an H100 SXM")
    add("time", "device_hours", 8 * 72, "8 devices for 3 days")
    add("time", "tokens_per_second_per_device", 0.4 * H100 / (6 * n), "FLOP/s over 6 N")
    add("time", "hours", 72, "3 days")
    add("time", "days", 3, "as the spec states it")
    add("time", "days_to_optimal_tokens", 3 * od / d, "the same rate for the optimal tokens")
    add("time", "cost", 8 * 72 * 2.5, "USD 2.50 a device-hour")
    add("time", "energy_kwh", 8 * 72 * H100_WATTS / 1000, "700 W a device")


def mixtral():
    h, f, layers, vocabulary, d = 4096, 14336, 32, 32000, 1e12
    attention, expert, router = 2 * h * h + 2 * h * 1024, 3 * h * f, 8 * h
    layer = lambda experts: attention + experts * expert + router
    norms = (2 * layers + 1) * h
    total, active = layers * layer(8) + norms + 2 * vocabulary * h, layers * layer(2) + norms + 2 * vocabulary * h
    add("mixtral", "active_parameters", active, "attention, router, 2 of 8 experts, norms, embeddings: 12.9B as published")
    add("mixtral", "non_embedding_parameters", total - 2 * vocabulary * h, "all of the layers and the final norm")
    per_token = 6 * (layers * layer(2) + vocabulary * h) + 6 * layers * h * 4096
    add("mixtral", "training_flops_per_token", per_token, "6 a matrix weight that works, 6 L h s for causal attention")
    add("mixtral", "inference_flops_per_token", per_token // 3, "forward alone")
    add("mixtral", "training_flops_exact", per_token * d, "for 1T tokens")
    add("mixtral", "proposed_learning_rate", 1.1576 * (6 * active * d) ** -0.1529, "Ling team 2025, eq. 3, at 6 N D of the active parameters")
    start, most, a, b = 1.847, 314.478, -0.082, -0.108
    c = -b / math.log10(937e9)
    seen = 1 / (1 / (8 - 1 + 1 / (1 / start - 1 / most)) + 1 / most)
    alpha = lambda e: a + c * math.log10(e)
    dense = active ** (alpha(seen) / alpha(start)) * (seen / start) ** (b / alpha(start))
    add("mixtral", "effective_dense_parameters", dense, "Clark et al. 2022, table 3, S-BASE; c from N_cutoff = 937B")
    add("mixtral", "logit_bytes_per_device", 14 * 4096 * vocabulary, "logits in 2 and 4 bytes, softmax 4, gradient 4: 14 bytes an element")
    add("mixtral", "serving_weight_bytes", total / 2, "4 bits a weight")
    add("mixtral", "quantisation_damage", 0.0598 * d**0.5068 / active**0.3439 * math.exp(-4 / 0.5907), "Kumar et al. 2024, delta_PTQ")
    add("mixtral", "lifetime_tokens", 10**12, "as the spec states it")
    target, served = loss(active, d), 1e12
    tokens = lambda n: (B / (target - E - A / n**ALPHA)) ** (1 / BETA)
    spent = lambda n: 6 * n * tokens(n) + 2 * n * served
    n = least(spent, (A / (target - E)) ** (1 / ALPHA) * 1.001, active * 10)
    add("mixtral", "serving_parameters", n, "Sardana et al. 2023: least 6 N D + 2 N D_inf at the same loss, by search", 1e-5)
    add("mixtral", "serving_tokens", tokens(n), "the tokens of the same loss", 1e-5)
    add("mixtral", "serving_saving", 1 - spent(n) / spent(active), "of 6 N D + 2 N D_inf", 1e-6)


def gpt2():
    n, per_token = 124_439_808, 72 * 12 * 768**2 + 12 * 12 * 768 * 1024
    d, u = 3.125e9, 2e9
    add("limited", "stored_parameters", n + 50257 * 768, "the tied head once more")
    add("limited", "effective_tokens", worth(d, u), "Muennighoff et al. 2023")
    add("limited", "last_token_worth", math.exp(-(d / u - 1) / 15.387756), "its derivative")
    ratio = (math.exp(6.255414) / math.exp(7.3049974)) ** (1 / 0.3526596)
    add("limited", "size_stops_helping_parameters", ratio * u * (1 + 5.309743 * math.log(10)), "where exp(-(N/U_N - 1)/R_N) is a tenth")
    add("limited", "deepseek_learning_rate", 0.3118 * (per_token * d) ** -0.125, "DeepSeek 2024, C = M D")
    d, u = 2e9, 0.11e9
    add("everything", "rise_epochs", 70 * (u / n) ** 0.73, "70 (U/N)^0.73")
    add("everything", "gain_after_16_epochs", muennighoff(n, 16 * u, u) - muennighoff(n, d, u), "Muennighoff's loss at 16 epochs less that at the end", 1e-6)
    kept = (1 - math.exp(-8 / 2.6745)) * (1 - math.exp(-8 / 2.2102)) * (1 - math.exp(-16 / 0.9578))
    add("everything", "effective_parameters_at_precision", n * kept, "Kumar et al. 2024, N_eff of 8, 8 and 16 bits")
    add("everything", "other_loss", loss(n, worth(d, u)) + 0.4, "the offset of 3.4 and 3.0 on top of L(N, D')")
    add("everything", "accumulation_passes", math.ceil(5e5 / 1024 / 8), "0.5M tokens in micro-batches of 8 sequences of 1,024")
    add("everything", "learning_rate", 6e-4, "as the spec states it")
    add("everything", "weight_decay", 0.1, "as the spec states it")
    add("everything", "weight_decay_timescale", 5e5 / (6e-4 * 0.1 * 2e9), "B/(eta lambda D)")
    add("deepseek", "optimal_scale_at_budget", 0.1715 * (per_token * 2e9) ** 0.5243, "DeepSeek 2024, M_opt")
    tokens = 12 * (12 * 12 * 768**2 + 50257 * 768)
    add("recipe", "recipe_weight_decay", 0.28 * 1_321_210_944 / tokens, "nanochat: 0.28 sqrt(B/2^19) D12/D, 12 tokens a matrix parameter, B = 2^19")
    add("recipe", "recipe_beta1", 0.97, "nanochat: Muon's momentum")
    add("recipe", "recipe_decay_start_tokens", 0.35 * tokens, "nanochat: the last 65 % fall")
    add("recipe", "recipe_last_learning_rate", 0.05 * 0.02, "nanochat: 5 % of 0.02")
    add("moved", "recipe_beta2", 0.95, "OLMo-core's ladder: 0.95 from a batch of 524,288 tokens")


time()
mixtral()
gpt2()
with open("figures.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(("plan", "figure", "value", "tolerance", "how"))
    writer.writerows(sorted(rows, key=lambda row: row[1]))
