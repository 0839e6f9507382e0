between = { $low } to { $high }
range-around = { $range } around { $around } ({ $kind })
nothing = nothing
or = { $others } or { $last }
undefined = undefined
overflow = overflow
purpose-line = Purpose: { $purpose }
purpose-marked = Purpose: **{ $purpose }**.
no-purpose = The scenario states no purpose; the numbers below depend on it more than on any ratio.
title-summary = Summary
title-charts = Charts
title-care = To be read with care
title-metrics = Metrics
title-unavailable = Not available
title-inputs = Inputs
title-sources = Sources
title-inputs-of-each = Inputs of each { $scope }
title-of-each = Of each { $scope }
no-single-ratio = No single ratio is an answer: densities by line, area and population are shown side by side, each with the strength it counts. Values are rounded to three digits.
needs-item = { $metric } (`{ $id }`): needs { $needs }
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
origin-none = no source stated
origin-model = standard model: { $from }
member-metric = { $label }: `{ $name } = { $formula }`. { $means } Source: { $origin }.
source-line = Source: { $origin }.
set-by-hand = Set on the command line: { $values }
strength-counted = { $rule } strength
members-of = { $count } of the scope { $scope }: { $names }
values-of-model = With the standard model's own values: { $names }
nothing-computed = Nothing can be computed from these inputs.
metrics-hidden = { $count ->
    [one] { $count } more metric is in the report; `forcesize explain METRIC` shows where a number comes from.
   *[other] { $count } more metrics are in the report; `forcesize explain METRIC` shows where a number comes from.
}
lacking = { $count } not available for lack of: { $needs }
lacking-more = { $count } not available for lack of: { $needs } and { $more } more inputs; the report lists them
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
