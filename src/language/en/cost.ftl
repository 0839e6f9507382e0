cost-title = What it costs
cost-head-annual = A year, { $unit }
cost-head-total = In all, { $unit }
cost-head-basis = Basis
cost-head-soldier-year = Soldier-year
cost-head-range = p5 to p95
cost-head-fund = Fund / cost
cost-head-counts = What it counts
cost-head-after = After
cost-head-deaths = Deaths to expect
cost-head-rate = Rate
cost-head-year = A year
cost-head-whole = In all
cost-chosen = { $basis } (chosen)
cost-named = { $name }: { $value }
cost-and-soldier = { $unit } and soldier
cost-bases-caption = The cost of the proposed force by each basis. A soldier-year is in { $unit }. The bases count different things: no mean of them is meant.
cost-bases-whole = In all: set-up and { $duration } at full strength.
cost-deaths-caption = Deaths to expect at the proposed force; rates in { $unit }. They are rates of past missions: an expectation and no forecast.
# Asserts a result.
cost-by-chosen = By the chosen basis ({ $basis }) the proposed force costs { $cost }.
# Asserts a result.
cost-bases-differ = The bases differ by a factor of { $factor }: { $least } for a soldier-year ({ $cheap }) to { $most } ({ $dear }). They count different things; compare only within one.
# Asserts a result.
cost-fund-equals = The fund of { $fund } equals { $years } of the mission by the chosen basis, once the set-up is paid.
# Asserts a result.
cost-fund-used-up = Set-up and running cost add up to the fund of { $fund } after: { $bases }; the mission is to last { $duration }.
# Asserts a result.
cost-deaths = { $name }: { $count } deaths a year to expect.
# Asserts a result.
cost-deaths-range = { $name }: { $count } deaths a year to expect ({ $range }).
cost-group-whole = In all: set-up and { $duration }
cost-group-year = A year, without set-up
cost-title-fund = What it costs, beside the fund
cost-title-force = { $title }; { $force }
cost-subtitle = { $title }; central case
cost-subtitle-ranges = { $title }; central case, 5th to 95th percentile
cost-spoken = Cost in { $unit }: { $rows }.
cost-spoken-whole = { $name }: { $whole } in all
cost-spoken-fund = { $name }: { $whole } in all, the fund after { $time }
cost-fund = Fund: { $fund }
cost-axis = Cost
cost-used-up = { $basis }: the fund is used up after { $time }
cost-used-up-alone = Fund used up after { $time }
cost-over-time-title = How the cost adds up
cost-over-time-subtitle = { $title }; set-up on the first day
cost-years-axis = Years from the first day
cost-so-far = Cost so far
build-up-title = How it builds up
build-up-proposed = Proposed force
build-up-sustainable = Sustainable force
build-up-short = { $short } short
build-up-not-in = not in { $days }
build-up-assumed = assumed
build-up-beside = { $name } (beside { $others } others counted)
build-up-mark-beside = { $name }: { $value } beside the others counted
build-up-head-takes = What it takes
build-up-head-central = Central
build-up-head-range = Range
build-up-head-after = After
build-up-inputs-caption = What the build-up is computed from, day by day.
build-up-head-reach = To reach
build-up-personnel = Personnel
build-up-head-fast = Fast, day
build-up-head-central-day = Central, day
build-up-head-slow = Slow, day
build-up-head-coalition = Coalition, day
build-up-caption = The first day, counted from the decision, by the end of which the strength is there. Fast and slow: the 5th and the 95th percentile of samples, the proposed force as it is.
build-up-caption-coalition = Coalition: the central case with the soldiers whom its members can send, tour after tour.
# Asserts a result.
build-up-by-day-alone = The proposed force of { $force } is there by day { $day }, if only transport limits it.
# Asserts a result.
build-up-absent = The scenario does not give these times, and they are counted as none: { $inputs }.
# Asserts a result.
build-up-by-day-cases = Transport brings the proposed force of { $force } by day { $day } (fast case: { $fast }; slow case: { $slow }).
# Asserts a result.
build-up-by-day = Transport brings the proposed force of { $force } by day { $day } ({ $fast } to { $slow }).
# Asserts a result.
build-up-not-reached = In the central case the proposed force of { $force } is not reached: the build-up ends { $short } personnel below it.
# Asserts a result.
build-up-too-long = In the central case the proposed force of { $force } is not there within { $days } days.
build-up-begins = The first units arrive on day { $first }, the stream of the others begins on day { $stream }.
# Asserts a result.
build-up-cap = The build-up ends at { $cap } personnel, because no more can be kept there.
# Asserts a result.
build-up-never = Not reached in the central case, because they ask for more than the proposed force: { $methods }.
build-up-even-stream = An even stream is a simplification: no port, railway or camp is too small in it.
# Asserts a result.
build-up-for-good = In the central case the coalition can sustain it: { $sustainable } is the most it can keep there.
# Asserts a result.
build-up-no-tour = In the central case the coalition does not fill that force for a single tour. What it can sustain, { $sustainable }, is there on day { $day }: { $short } short of the proposed force.
# Asserts a result.
build-up-full-until = { $tours ->
    [one] In the central case the coalition can fill every post for { $time } ({ $tours } tour), so that the proposed force is there until day { $day }; then { $left } are left until the first can go again, { $back } after they left, and { $sustainable } from then on: { $short } short.
   *[other] In the central case the coalition can fill every post for { $time } ({ $tours } tours), so that the proposed force is there until day { $day }; then { $left } are left until the first can go again, { $back } after they left, and { $sustainable } from then on: { $short } short.
}
# Asserts a result.
build-up-never-whole = { $tours ->
    [one] In the central case the coalition can fill every post for { $time } ({ $tours } tour): the first are home before the last arrive, and the proposed force is never there as a whole. Then { $left } are left until the first can go again, { $back } after they left, and { $sustainable } from then on: { $short } short.
   *[other] In the central case the coalition can fill every post for { $time } ({ $tours } tours): the first are home before the last arrive, and the proposed force is never there as a whole. Then { $left } are left until the first can go again, { $back } after they left, and { $sustainable } from then on: { $short } short.
}
build-up-chart-title = How the force builds up
build-up-subtitle = { $title }; band: 5th to 95th percentile of the strength on each day
build-up-band-moved = band: 5th to 95th percentile of the strength on each day, ≈ from the samples of this page
build-up-transport = Transport alone
build-up-coalition = With the coalition
build-up-mark-proposed = Proposed: { $force }
build-up-mark-cap = Most that can be kept there: { $force }
build-up-mark-sustainable = Sustainable: { $force }
build-up-there = Day { $day }: in place
build-up-brought = Day { $day }: transported
build-up-spoken = Personnel by days from the decision.
build-up-spoken-there = The proposed force is there on day { $day }.
build-up-axis = Days from the decision
build-up-strength = Strength
cost-nothing = No cost and no deaths can be computed: the scenario lacks { $inputs }. Fill in and add:
build-up-case-day = day { $day }
