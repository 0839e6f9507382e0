compare-part = Scenarios side by side
compare-head-scenario = Scenario
compare-head-title = Title
compare-head-difference = Difference
compare-head-ratio = Ratio
compare-head-cause = Because of
compare-head-adds = Adds
compare-head-share = Share
compare-head-change = A to { $letter }
compare-set = { $title } (set: { $values })
compare-not-given = not given
compare-assumed = assumed
compare-inputs = Inputs that differ
compare-inputs-more = Inputs that differ; { $count } more of members of scopes in compare_inputs.csv
compare-metrics-of-two = Metrics; difference and ratio to A
compare-metrics = Metrics
compare-differences = Difference from A, and ratio to it
compare-ranges = Extremes: the smallest and the largest value over the declared ranges of all inputs
compare-percentiles = Ranges, 5th to 95th percentile of samples
compare-why = Why { $letter } differs from A: what each input's change adds to the difference
compare-others = { $count } other inputs together
compare-model = Formulas, or inputs only one has
compare-undefined-here = { $letter } does not define it
compare-lacks = { $letter } lacks { $needs }
compare-dimension = it measures something else in { $letter } than in A
compare-no-value-both = it has no value in A and in { $letter }
compare-no-value = it has no value in { $letter }
compare-on-the-way = it has no value with { $inputs } as in { $letter } and the rest as in A
# Asserts a result.
compare-nothing-differs = The scenarios do not differ in any input or metric.
# Asserts a result.
compare-no-metric-differs = No metric differs.
compare-shapley = An explanation is the Shapley value: what an input's change adds, averaged over all orders in which the inputs can change; the shares add up to the difference.
compare-grouped = Beyond { $most } causes those inputs are taken together that change the metric least, alone or as the last one: { $inputs }.
# Asserts a result.
compare-cannot = { $metric }: A and { $letter } cannot be compared: { $reason }.
compare-same = { $metric } is the same in { $letter } as in A.
# Asserts a result.
compare-mainly = { $all ->
    [one] { $letter } differs from A mainly because of { $cause }.
   *[other] { $letter } differs from A mainly because of { $cause }, the largest cause in { $count } of { $all } metrics.
}
# Asserts a result.
compare-several = { $letter } differs from A for several reasons; the largest causes in { $all } metrics are { $causes }.
compare-cause-named = { $cause } ({ $change })
compare-cause-counted = { $cause } in { $count }
compare-cause = { $amount } from { $cause }
compare-cause-change = { $amount } from { $cause } ({ $change })
compare-rest = { $amount } from { $count } more
# Asserts a result.
compare-higher = { $metric } is { $difference } higher in { $letter } than in A ({ $to } against { $from }): { $causes }.
# Asserts a result.
compare-lower = { $metric } is { $difference } lower in { $letter } than in A ({ $to } against { $from }): { $causes }.
compare-footer = Scenarios: { $scenarios }. Sources: { $sources }. Computed with forcesize.
compare-footer-set = Scenarios: { $scenarios }, with values set by hand. Sources: { $sources }. Computed with forcesize.
compare-case-samples = Central case; hatched: what the others are compared with; whiskers: 5th to 95th percentile of samples
compare-case-central = Central case; hatched: what the others are compared with
compare-slope = Metrics as per cent of the first scenario
compare-slope-case = Central case
compare-slope-case-more = { $count ->
    [one] Central case; { $count } metric is in the table only
   *[other] Central case; { $count } metrics are in the table only
}
compare-waterfall = Why { $metric } differs: { $one } and { $other }
compare-waterfall-case = What each input's change adds, averaged over all orders of the changes (Shapley value)
compare-waterfall-spoken = From { $from } to { $to }: { $steps }
pillars-part = What the plan rests on
pillars-none = None of them
pillars-all = All of them
pillars-head = What is there
pillars-matrix = Metrics with and without each pillar
pillars-shares = What each pillar adds from none to all, averaged over all orders (Shapley value)
pillars-change = { $input } { $without } instead of { $with }
pillars-without = Without { $pillar }: { $changes }. { $note }
pillars-smaller = Where two pillars name one input and both are missing, the smaller value holds.
pillars-case = { $title }; central case. A dot: the pillar is there. Stronger shade: further from the case with all pillars, above it with ▲, below it with ▼
pillars-case-ranges = { $title }; central case. A dot: the pillar is there. Stronger shade: further from the case with all pillars, above it with ▲, below it with ▼; small: 5th to 95th percentile
pillars-nothing = none
pillars-and-more = { $low } and more
# Asserts a result.
pillars-nothing-left = “none” stands where nothing is left to divide by: no number, however large, would be right.
pillars-case-more = { $count ->
    [one] { $case }; the table has one more metric
   *[other] { $case }; the table has { $count } more metrics
}
pillars-case-nothing = { $case }; “none”: nothing is left to divide by
compare-change = { $from } to { $to }
pillars-not-stated = The scenario names nothing that it rests on: add [[pillar]] with a `label` and `without`, the inputs as they are without it.
