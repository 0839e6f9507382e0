answer-how-thick = HOW THICK
answer-how-many = HOW MANY
answer-yardstick = YARDSTICK
answer-history = HISTORY
answer-sustainable = SUSTAINABLE?
answer-in-place = IN PLACE
answer-cost = COST
answer-how-sure = HOW SURE
answer-careful = CAREFUL
answer-read-on = READ ON
answer-about = { $purpose }; { $force }
answer-no-purpose = no purpose stated
answer-proposed = proposed: { $forces }
answer-no-force-beside = no force is proposed; compared with the others that stand there: { $others }
answer-no-force = no force is proposed: how many is the question
answer-force = { $number } { $name }
answer-forces = { $force } beside { $others }
answer-met-in = met in { $share }
answer-short-but = { $short } short, met in { $share }
answer-counted = Compared with all forces that they count, { $forces }: { $methods }.
answer-differ = Methods for { $purpose } differ { $factor }-fold: choose the task first.
answer-none-meant = No method for { $purpose } can be calculated; the nearest needs { $needs }.
answer-none = No method can be calculated; the nearest needs { $needs }.
answer-none-at-all = No method can be calculated.
answer-more-methods = { $count } more: { $command }
answer-the-yardstick = The yardstick
answer-at-this-size = { $name } at this size: { $parts }.
answer-rank = { $density }: { $rank }.
answer-had-one = { $density }: past missions ({ $kinds }) are known at 1 place alone, with { $median } { $unit }.
answer-had = { $density }: past missions ({ $kinds }) had { $low } to { $high } { $unit }, median { $median }, at { $places ->
    [one] { $places } place
   *[other] { $places } places
}.
answer-yes = Yes
answer-no = No
answer-unsure = Not certain
answer-supply-lacks = not calculated: needs { $needs }
answer-no-contributors = not asked: the scenario names no contributors
answer-no-build-up = not calculated: the scenario gives no rate of deployment
answer-sustainable-by = ; the sustainable { $force } by day { $day }.
answer-cost-chosen = { $number }, basis: { $basis }.
answer-cost-others = On other cost bases { $between }.
answer-no-cost = not calculated: the scenario gives no cost of a soldier-year
answer-condition-met = { $condition }: met in the central case.
answer-condition-not-met = { $condition }: not met in the central case.
answer-only-levers = Nothing is drawn: no uncertain input has a range (give an input `role = "uncertainty"` to have it drawn).
answer-nothing-drawn = No ranges: no uncertain input has a range.
answer-condition = { $condition }: in { $share } of samples.
answer-more-conditions = { $count ->
    [one] { $count } more condition is in the report.
   *[other] { $count } more conditions are in the report.
}
answer-reaches = { $subject } reaches { $target } at { $at } ({ $input }).
answer-share = { $input } ({ $share } %)
answer-mainly = Variation in { $metric } comes mainly from { $inputs }.
answer-assumed = { $count ->
    [one] { $count } figure is assumed.
   *[other] { $count } figures are assumed.
}
answer-density = { $name } { $number }
answer-ended = { $text }.
answer-by = { $number } by { $by }
answer-sustained = { $members ->
    [one] { $members } contributor sustains { $number }
   *[other] { $members } contributors sustain { $number }
}
answer-all = All { $count }: { $all }
answer-to-spare = { $amount } to spare
answer-to-spare-in = { $amount } to spare, enough in { $share } of samples
answer-short = { $amount } short
answer-short-in = { $amount } short, enough in { $share } of samples
answer-by-day-alone = Day { $day } if only transport limits it.
answer-no-delays = ; delays that are not given count as none.
answer-by-day-cases = Day { $day } if only transport limits it (fast case: { $fast }; slow case: { $slow }).
answer-by-day = Day { $day } if only transport limits it ({ $fast } to { $slow }).
answer-without-value-one = { $metric } in { $share } of samples
answer-without-value = Without a value (left out of ranges, counted as not met): { $metrics }.
answer-ranges-independent = Sample ranges: 5th–95th percentile of { $samples }, inputs independent.
answer-ranges-correlated = Sample ranges: 5th–95th percentile of { $samples }; rank correlations: { $pairs }.
answer-low-end = { $input }, { $value } (low)
answer-high-end = { $input }, { $value } (high)
answer-outside = In samples { $ranges }.
answer-outside-since = In samples { $ranges }: { $inputs } { $count ->
    [one] is at or near an end of its range.
   *[other] are at or near an end of their ranges.
}
answer-span = { $range } for { $values }
answer-span-of = { $range } for { $values } ({ $lever })
answer-range-low = the low end of { $range } in samples
answer-range-high = the high end of { $range } in samples
answer-range = { $range } in samples
answer-none-for = No sizing method is meant for { $purpose }.
answer-own-figures = OWN FIGURES
