break-even-part = Where is the target met?
break-even-parts = Where targets are met
break-even-not-searched = { $name } was not searched: { $reason }.
break-even-head = { $subject } against { $input }, from { $from } to { $to }, target { $target }:
break-even-crossed = { $head } { $found }.
break-even-crossed-often = { $count ->
    [one] { $head } it is met in { $count } place: { $places }.
   *[other] { $head } it is met in { $count } places: { $places }.
}
# Asserts a result.
break-even-step = at { $at } it jumps over the target in a step, from { $before } to { $after }
# Asserts a result.
break-even-level = it equals the target from { $at } to { $until }
# Asserts a result.
break-even-rising = reaches the target at { $at }, rising
# Asserts a result.
break-even-falling = reaches the target at { $at }, falling
# Asserts a result.
break-even-touching = at { $at } it touches the target and turns back
# Asserts a result.
break-even-flat = { $head } it is not met: it stays at { $value }.
# Asserts a result.
break-even-short = { $head } it is not reached: at best { $value } at { $at }.
# Asserts a result.
break-even-exceeded = { $head } it is exceeded throughout: the least is { $value } at { $at }.
# Asserts a result.
break-even-never = { $head } it is not met; the nearest is { $value } at { $at }.
# Asserts a result.
break-even-always = { $head } it is met everywhere: nothing moves.
# Asserts a result.
break-even-undefined = { $head } there is no value anywhere in that range.
# Asserts a result.
break-even-independent = { $metric } does not depend on { $input }.
# Asserts a result.
break-even-no-range = It depends on no uncertain input but { $input }: all samples are the central case.
break-even-samples = { $samples } samples ({ $sampler }, seed { $seed }) of { $inputs }, drawn once and used at every value of { $input }, which is held there whatever its own range. What is found is exact for these samples; others move it a little.
break-even-samples-share = { $samples } samples ({ $sampler }, seed { $seed }) of { $inputs }, drawn once and used at every value of { $input }, which is held there whatever its own range. What is found is exact for these samples, to one sample in { $samples }; others move it a little.
break-even-case = { $title }; { $samples } samples of the { $count } other inputs with ranges, the same at every point
break-even-target = Target: { $value }
break-even-target-at = Target at { $value }
frontier-head = { $target } as { $subject }
# Asserts a result.
frontier-curve = { $head }: with { $across } of { $from } it takes { $up } of { $needs }, with { $to } it takes { $then }.
# Asserts a result.
frontier-nowhere = { $head } is not met from { $from } to { $to } of { $across } and from { $least } to { $most } of { $up }.
# Asserts a result.
frontier-gaps = At { $without } of { $all } values of { $across } no { $up } from { $least } to { $most } meets it.
frontier-samples = { $samples } samples ({ $sampler }, seed { $seed }), the same at every pair of values of { $across } and { $up }, which are held there whatever their own ranges. The line is exact for these samples; others move it a little.
frontier-title = Where { $subject } is { $target }, by { $across } and { $up }
frontier-case = { $title }; { $samples } samples of the other inputs with ranges, the same at every point
frontier-central = Central case
frontier-met = Met: at least { $target }
frontier-missed = Short: less than { $target }
break-even-mean-of = Mean of { $metric }
break-even-percentile-of = Percentile { $percent } of { $metric }
break-even-share-of = Share of samples in which { $metric } { $sign } { $value }
# Asserts a result.
break-even-head-central = { $subject } against { $input }, from { $from } to { $to }, all else in the central case, target { $target }:
frontier-head-central = { $target } as { $subject } (all else in the central case)
break-even-nothing = The scenario has no break-even search, and the command line names none: write, for example, { $example }, or add [[break_even]] to the scenario.
