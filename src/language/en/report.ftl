between = { $low } to { $high }
range-around = { $range } around { $around } ({ $kind })
nothing = nothing
or = { $others } or { $last }
undefined = undefined
overflow = overflow
no-purpose = The scenario states no purpose; the numbers below depend on it more than on any ratio.
title-summary = Summary
title-charts = Charts
title-care = Caveats
title-metrics = Metrics
title-unavailable = Not available
title-inputs = Inputs
title-sources = Sources
no-single-ratio = No single ratio is an answer: densities by line, area and population are shown side by side, each with the strength it counts. Values are rounded to three digits.
head-metric = Metric
head-value = Value
head-unit = Unit
head-input = Input
head-identifier = Identifier
head-range = Range
head-decided-by = Decided by
head-from = From
head-percentiles = p5 to p95
head-formula = Formula
head-meaning = Meaning
head-source = Source
origin-set = set on the command line: { $set }
origin-assumed = assumed: { $why }
origin-sum = sum over { $parts }
origin-none = no source stated
origin-model = standard model: { $from }
set-by-hand = Set on the command line: { $values }
strength-counted = { $rule } strength
members-of = { $count } of the scope { $scope }: { $names }
values-of-model = Default values used for: { $names }
nothing-computed = Nothing can be computed from these inputs.
metrics-hidden = { $count ->
    [one] { $count } more metric is in the report; `forcesize explain METRIC` shows where a number comes from.
   *[other] { $count } more metrics are in the report; `forcesize explain METRIC` shows where a number comes from.
}
lacking = { $count } not calculated (inputs missing): { $needs }
lacking-more = { $count } not calculated (inputs missing): { $needs } and { $more } more; the page lists them
catalogue-metrics = METRICS (what follows from formulas)
catalogue-inputs = INPUTS (what a scenario gives, or --set NAME=VALUE)
catalogue-source = Source: { $keys }
explained-above = (explained above)
explain-from = from: { $origin }
explain-note = note: { $note }
explain-range = range { $range }
wrote = wrote { $files }
files-written = { $count ->
    [one] { $count } file
   *[other] { $count } files
} in { $folder }
explain-more = and { $count } more of { $name } that sum to { $sum }; --all explains them
more-that-sum = and { $count } more that sum to { $sum }
pair = { $name }: { $what }
table-left-out = Left out here, for want of room: { $columns }.
report-folded = Tables
report-more-said = { $count } more sentences
report-files = As tables: { $files }.
report-more-charts = More charts: { $charts }.
report-all-metrics = All { $count } metrics, with formulas and sources, are in [metrics.csv](metrics.csv) and on the [page](report.html).
report-inputs-of-each = The inputs of each { $scope } are on the [page](report.html) and in [results.json](results.json).
report-more-sources = { $count } more sources, of single members’ figures, are on the [page](report.html).
explain-nothing = No metric can be calculated from what the scenario gives: `forcesize metrics` lists each with its formula and the inputs in it.
at-low-end = { $range }, at the low end
at-high-end = { $range }, at the high end
