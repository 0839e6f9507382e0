# Asserts a result.
finding-sizing-proposed = Methods for { $purpose } ask for { $low } to { $high }; proposed: { $force }
# Asserts a result.
finding-sizing-range = Methods for { $purpose } ask for { $low } to { $high } personnel
# Asserts a result.
finding-estimates = { $count } published estimates: { $low } to { $high } personnel
# Asserts a result.
finding-estimates-below = { $count } published estimates: { $low } to { $high }, of which { $below } below the { $force } proposed
finding-contributors = { $members ->
    [one] { $members } contributor can sustain { $number }
   *[other] { $members } contributors can sustain { $number }
}
# Asserts a result.
finding-contributors-short = { $members ->
    [one] { $members } contributor can sustain { $number } of { $proposed } proposed
   *[other] { $members } contributors can sustain { $number } of { $proposed } proposed
}
# Asserts a result.
finding-contributors-enough = { $members ->
    [one] { $members } contributor can sustain { $number }, enough for the { $proposed } proposed
   *[other] { $members } contributors can sustain { $number }, enough for the { $proposed } proposed
}
# Asserts a result.
finding-supply = Sustainable force of { $number }; methods for { $purpose } ask for { $low } to { $high }
# Asserts a result.
finding-supply-one = Sustainable force of { $number }; the method for { $purpose } asks for { $asked }
# Asserts a result.
finding-rotation = Rotation decides: { $low } to { $high } can be sustained; proposed: { $force }
# Asserts a result.
finding-rotation-always = Every rotation shown sustains { $force }: at least { $low }
# Asserts a result.
finding-rotation-never = No rotation shown sustains { $force }: at most { $high }
# Asserts a result.
finding-rotation-range = { $low } to { $high } can be sustained, depending on rotation
# Asserts a result.
finding-build-up = { $force } in place by day { $day }
# Asserts a result.
finding-build-up-transport = Transport alone brings { $force } by day { $day }; { $sustainable } can be sustained
# Asserts a result.
finding-build-up-below = The build-up ends { $short } short of the { $force } proposed
# Asserts a result.
finding-build-up-long = { $force } not in place within { $days } days
# Asserts a result.
finding-cost = { $cost } by { $basis }; by other bases { $between }
finding-cost-chosen = { $cost } by { $basis }
finding-cost-between = { $between }, depending on the basis
# Asserts a result.
finding-cost-fund-gone = Fund of { $fund } used up after { $time } by { $basis }
# Asserts a result.
finding-cost-fund-left = { $cost } of a fund of { $fund } spent in { $duration } by { $basis }
finding-cost-whole = { $cost } in { $duration } by { $basis }
# Asserts a result.
finding-spread = { $metric }: { $low } to { $high } in 90 % of samples
# Asserts a result.
finding-condition = { $condition }: in { $share } of samples
# Asserts a result.
finding-indices = { $input } alone explains { $share } % of the variation in { $metric }
# Asserts a result.
finding-tornado = { $input } moves { $metric } most: { $low } to { $high }
# Asserts a result.
finding-break-even = { $subject } reaches { $target } at { $at } ({ $input })
# Asserts a result.
finding-break-even-never = { $subject } is nowhere { $target } in this range; nearest: { $best } at { $at } ({ $input })
# Asserts a result.
finding-frontier = { $subject } of { $target } takes { $needs } ({ $up }) at { $at } ({ $across })
# Asserts a result.
finding-discovery = The condition { $verb } in { $density } of samples with { $inputs }
# Asserts a result.
finding-missions = { $density } of { $value }: above { $thinner } of { $all } comparable past missions
finding-scatter = { $input } explains { $share } % of the variation in the logarithm of strength
# Asserts a result.
finding-lines = { $metric }: { $first } to { $last } for { $input } from { $low } to { $high }
# Asserts a result.
finding-field = { $metric }: { $low } to { $high } over { $across } and { $up }
# Asserts a result.
finding-pillar = { $pillar } matters most for { $metric }: { $to } without it, { $from } with all
# Asserts a result.
finding-pillar-alone = Without { $pillar } { $metric } is { $to } instead of { $from }
# Asserts a result.
finding-compare = Largest difference: { $metric }, { $one } in A and { $other } in { $letter }
finding-compare-one = { $metric }: { $one } in A and { $other } in { $letter }
finding-waterfall = { $metric }: { $from } in A, { $to } in { $letter }, mainly through { $cause } ({ $amount })
threshold = Threshold: { $value }
