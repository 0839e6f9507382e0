swings-part = What moves the results, one input at a time
swings-caption = { $metric }: { $value } in the central case
swings-head-from = from
swings-head-to = to
swings-head-metric = Metric there
swings-head-swing = Swing
# Asserts a result.
swings-alone = { $input } alone moves { $metric }: from { $low } to { $high }.
# Asserts a result.
swings-tie = { $inputs } move { $metric } most, each by { $swing }.
# Asserts a result.
swings-most = { $input } moves { $metric } most: from { $low } to { $high }.
# Asserts a result.
swings-bent = Between the ends of { $inputs } it rises above or falls below its values at both ends.
# Asserts a result.
swings-constant = { $metric } stays at { $value } at every point tried in the range of any one input.
# Asserts a result.
swings-undefined = { $metric } is undefined at every point tried in the range of any one input.
# Asserts a result.
swings-overflow = { $metric } is beyond the largest number (overflow) at every point tried in the range of any one input.
# Asserts a result.
swings-unused = It does not depend on { $inputs }.
elasticities-part = Elasticities at the central case
elasticities-head = Elasticity
elasticities-stepwise = stepwise
variance-part = What the spread comes from
variance-together = Together { $inputs }
variance-pairs = { $metric }: what two inputs make together, beyond each alone
variance-runs = { $base } base samples, { $runs } model runs, seed { $seed }.
# Asserts a result.
variance-missing = No Sobol' indices: { $reason }.
variance-head-first = First order
variance-head-total = Total order
variance-head-interval = 95 % interval
variance-head-other = and input
variance-head-second = Second order
variance-not-distinguishable = not distinguishable from 0
# Asserts a result.
variance-from = Variation in { $metric } comes from these, some of them together: { $inputs }.
# Asserts a result.
variance-alone = Variation in { $metric } comes from: { $inputs }, each alone.
# Asserts a result.
variance-overflow = The variance of { $metric } is beyond the largest number (overflow), so there are no shares of it.
variance-not-resolved = not resolved
# Asserts a result.
variance-unresolved-heavy = What the spread of { $metric } comes from is not resolved ({ $inputs }): independent designs disagree about its variance by up to { $error } % (95 % interval), because a few extreme samples make most of it or because the samples are too few.
# Asserts a result.
variance-unresolved-wide = Not resolved: { $inputs }; a 95 % interval is wider than half of the whole variance. More base samples make it narrower.
# Asserts a result.
variance-unresolved-outside = Not resolved: { $inputs }; an estimate or its whole interval lies outside 0 to 100 %, where no share can be. More base samples bring it back.
variance-groups = Groups: { $groups }.
# Asserts a result.
variance-hardly = Less than 1 %: { $inputs }.
# Asserts a result.
variance-cannot = No effect: { $inputs }.
# Asserts a result.
variance-cannot-more = No effect: { $inputs } and { $more } more.
# Asserts a result.
variance-correlated = In this scenario { $inputs } are correlated and count as one: a share of the variance belongs to them together, to none of them alone.
joined-by-and = and
sweep-corner = { $metric }, { $down } by { $across }
# Asserts a result.
swings-not_reached = { $metrics } is not affected by any input with a range.
swings-nothing = No input has a range, so there is nothing that could move the results: give an uncertain input a `low` and a `high`, such as { "{" } low = 900, high = 1_200, unit = "km", assumed = "why" { "}" }.
sweep-nothing = The scenario has no sweep: name one with --vary INPUT=FROM..TO --show METRIC, or add [[sweep]] with `vary`, `from`, `to` and `show` to the scenario.
