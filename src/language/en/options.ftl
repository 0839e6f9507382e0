options-part = Options against futures
options-all-pillars = With all pillars
options-without-pillar = Without { $pillar }
# Asserts a result.
options-best = Of { $count } options held against { $futures } futures, { $option } meets all conditions most often: in { $share }.
# Asserts a result.
options-best-several = Of { $count } options held against { $futures } futures, { $options } meet all conditions most often, each in { $share }.
# Asserts a result.
options-best-none = In none of { $futures } futures does any of { $count } options meet all conditions.
# Asserts a result.
options-best-one-future = In the central case, the only future, all conditions are met by { $options }.
# Asserts a result.
options-best-one-future-none = In the central case, the only future, no option meets all conditions.
options-minimax = Smallest worst-case regret: { $choices }.
options-minimax-one = { $metric }: { $options }
# Asserts a result.
options-never = No option meets “{ $condition }” in any future.
# Asserts a result.
options-dominated = { $option } is dominated by { $by }, which is never worse and in some futures better, in every metric of interest.
options-own-futures = { $option } has futures of its own: the same quantiles of other distributions of { $inputs }.
# Asserts a result.
options-one-future = No input is drawn: the central case is the only future.
# Asserts a result.
options-undefined = { $metric }: { $count } futures in which an option has no value are left out of the regret.
options-lacks = { $option } has no number for { $what }: its own scenario lacks the inputs.
# Asserts a result.
options-no-turn = No input turns the choice by { $metrics }: of each two options one is better in all futures in which they differ, or in all but a few.
options-how = Most futures and smallest worst-case regret are two rules, which are not merged.
options-head-option = Option
options-head-all = All conditions
options-head-metric = Metric
options-head-median = Median
options-head-p95 = 95th percentile
options-head-largest = Largest
options-head-none-better = None better in
options-head-better = Better
options-head-share = In
options-head-alone = Where, by one input
options-head-box = Where, by several
options-head-average = Best on average
options-head-everything = Knowing everything
options-head-inputs = Knowing one input
options-shares = Share of futures in which conditions are met
options-margins = Where they fail: 5th percentile of the margin
options-regrets = Regret: how much worse than the best option of the same future
options-turns = Where the choice turns: futures in which the option is better that is better less often. In brackets: how often it is better there, and how many of all such futures that is
options-worths = What knowing beforehand is worth, on average
options-more = { $metric }, more is better
options-less = { $metric }, less is better
options-more-unit = { $metric } ({ $unit }), more is better
options-less-unit = { $metric } ({ $unit }), less is better
options-smallest = { $value } (smallest)
options-rather = { $option }, not { $other }
options-limit = { $input } { $limit } ({ $density } there, { $coverage } of all)
options-box = { $inputs } ({ $density } there, { $coverage } of all)
options-error = { $value } ± { $error }
options-only-in = { $input } (drawn only in { $options })
options-known = { $input } { $value }
options-margin = by { $margin }
options-no-number = no number
options-case = { $title }; { $futures } futures, the same for all options
options-case-one = { $title }; central case
options-case-margins = { $case }; small: 5th percentile of the margin where it fails
options-title = In how many futures each option meets the conditions
options-regret-title = Regret: how much worse than the best option of the same future
options-regret-key = Strip: 5th to 95th percentile of futures, darker towards the median (line); ring: the largest. The numbers: median, largest. Bold: the least of the largest regrets.
options-finding = { $option } meets all conditions in { $share } of futures, most of all options
options-finding-none = No option meets all conditions in any future
options-finding-regret = { $option } has the smallest worst-case regret in { $metric }
options-spoken = { $option }, { $what } { $number }
options-spoken-regret = { $metric }, { $option }: median { $median }, largest { $largest }
options-nothing = The scenario states no options: add two or more [option.NAME] with set = {"{"} peacekeepers = "25_000 troops" {"}"}, and a [[condition]] or [regret] that tells the better one.
options-nothing-better = Nothing says which option is better: add a [[condition]] with `that = "METRIC >= VALUE"`, or [regret] with `more = ["METRIC"]` or `less = ["METRIC"]`.
page-options = Options:
