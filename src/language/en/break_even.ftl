break-even-part = Where is the target met
break-even-parts = Where targets are met
break-even-not-searched = { $name } was not searched: { $reason }.
break-even-head = { $subject } against { $input }, from { $from } to { $to }, target { $target }:
break-even-crossed = { $head } { $found }.
break-even-crossed-often = { $count ->
    [one] { $head } it is met in { $count } place: { $places }.
   *[other] { $head } it is met in { $count } places: { $places }.
}
break-even-step = at { $at } it jumps over the target in a step, from { $before } to { $after }
break-even-level = it is the target from { $at } until { $until }
break-even-rising = at { $at } it rises through the target
break-even-falling = at { $at } it falls through the target
break-even-touching = at { $at } it touches the target and turns back
break-even-flat = { $head } it is never met: it is { $value } throughout.
break-even-short = { $head } it cannot be reached: at best { $value } at { $at }.
break-even-exceeded = { $head } it is exceeded everywhere: the least is { $value } at { $at }.
break-even-never = { $head } it is never met; the nearest is { $value } at { $at }.
break-even-always = { $head } it is met everywhere: nothing moves.
break-even-undefined = { $head } there is no value anywhere in that range.
break-even-independent = `{ $metric }` does not depend on `{ $input }`.
break-even-no-range = No input with a range but `{ $input }` reaches it: all samples are the central case.
break-even-samples = { $samples } samples ({ $sampler }, seed { $seed }) of { $inputs }, drawn once and used at every value of { $input }, which is held there whatever its own range. The place is exact for these samples; others move it a little.
break-even-samples-share = { $samples } samples ({ $sampler }, seed { $seed }) of { $inputs }, drawn once and used at every value of { $input }, which is held there whatever its own range. The place is exact for these samples, to one sample in { $samples }; others move it a little.
break-even-case = { $title }; { $samples } samples of the { $count } other inputs with ranges, the same at every point
break-even-target = Target: { $value }
break-even-target-at = Target at { $value }
frontier-head = { $subject } of { $target }
frontier-curve = { $head }: with { $across } of { $from } it takes { $up } of { $needs }, with { $to } it takes { $then }.
frontier-nowhere = { $head } is met nowhere from { $from } to { $to } of { $across } and from { $least } to { $most } of { $up }.
frontier-gaps = At { $without } of { $all } values of { $across } no { $up } from { $least } to { $most } meets it.
frontier-samples = { $samples } samples ({ $sampler }, seed { $seed }), the same at every pair of values of { $across } and { $up }, which are held there whatever their own ranges. The line is exact for these samples; others move it a little.
frontier-title = Where { $subject } is { $target }, by { $across } and { $up }
frontier-case = { $title }; { $samples } samples of the other inputs with ranges, the same at every point
frontier-central = Central case
frontier-met = Met: at least { $target }
frontier-missed = Short: less than { $target }
