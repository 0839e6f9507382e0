missions-part = Past missions
missions-caption = Missions and their densities
missions-head-mission = Mission
missions-head-place = Place
missions-head-kind = Kind
missions-head-year = Year
missions-head-strength = Strength
missions-head-counting = Counting
missions-head-confidence = Confidence
missions-head-aside = Stays out
missions-head-density = Density
missions-head-count = Missions
missions-head-places = Places
missions-head-min = Least
missions-head-lower = Lower quartile (95 %)
missions-head-median = Median
missions-head-upper = Upper quartile (95 %)
missions-head-max = Greatest
missions-bands = Densities from least to greatest. A place counts once, with the mean of the logarithms of its figures: median and quartiles are those of places. Quartiles from { $least } places on; in brackets their interval, from places drawn again.
missions-all = all
missions-another-count = another count of { $mission }
missions-counted = { $entries } entries, of which { $missions } missions at { $places } places are compared.
missions-own = Left out, because the scenario is one of them or they were at its place: { $missions }.
missions-variants = Second counts of a mission that is compared, and so left out: { $missions }.
missions-plans = { $count ->
    [one] { $count } plan or upper bound is no past mission and is left out (--with-plans counts it): { $missions }.
   *[other] { $count } plans and upper bounds are no past missions and are left out (--with-plans counts them): { $missions }.
}
missions-authorised = { $count ->
    [one] The strength of { $count } mission that is compared is the one authorised, which it may not have reached: { $missions }.
   *[other] The strengths of { $count } missions that are compared are those authorised, which they may not have reached: { $missions }.
}
missions-lacking = { $count ->
    [one] { $density }: { $count } mission lacks a figure and is not compared by it.
   *[other] { $density }: { $count } missions lack a figure and are not compared by it.
}
missions-apart = { $density }: not comparable, and so left out: { $missions }.
missions-slope = { $input } (slope { $slope }, standard error { $error })
missions-regression = Log strength on log { $inputs }: { $count } missions at { $places } places, R² { $fit }. Standard errors are clustered by place. One standard deviation is a factor of { $scatter } either way, a place predicted from the others is off by a factor of { $off }: a hint at magnitude, no requirement.
missions-pull = Places with the most influence on it: { $places }.
# Asserts a result.
missions-nothing = Strength and { $inputs }: the inputs say nothing about the strength (R² { $fit }, p { $p } over places; { $count } missions at { $places } places).
missions-footer = Sources: given with each mission in the list of missions. Computed with forcesize.
missions-footer-scenario = Scenario: { $scenario }. Sources: given with each mission in the list of missions. Computed with forcesize.
missions-dots = Densities of past missions by kind
missions-row = { $kind } ({ $count }; { $places } { $places ->
    [one] place
   *[other] places
})
missions-dots-case = One dot a mission, log scale; shaded from lower to upper quartile of the places, tick at their median, where a kind has ten places or more
missions-this = This scenario
missions-this-value = This scenario: { $value }
missions-scatter = Strength of past missions against { $input }
missions-scatter-case = { $count } missions at { $places } places, R² { $fit }; shaded: where { $level } of 100 new missions are expected, a factor of { $scatter } either way is one standard deviation
missions-drawn = least to greatest of { $missions } past missions at { $places } places ({ $kinds }), each place as likely as the other, the median of the places in the central case: what was sent, not what was needed
history-part = Compared with past missions
# Asserts a result.
history-lacking = { $count ->
    [one] { $density }: { $count } mission of that kind lacks a figure for it: { $missions }.
   *[other] { $density }: { $count } missions of that kind lack a figure for it: { $missions }.
}
# Asserts a result.
history-apart = { $density }: not comparable: { $missions }.
# Asserts a result.
history-expects = A regression on { $inputs } over { $count } past missions at { $places } places gives about { $middle } { $unit } here, and { $low } to { $high } for { $level } of 100 new missions (R² { $fit }): what was sent, not what was needed.
# Asserts a result.
history-beyond = { $input } is outside of what they had, { $ends }: an extrapolation.
# Asserts a result.
history-none = { $density }: { $value }. It is known of no past mission of { $kinds }.
history-stands = { $density }: { $value }, { $rank }.
# Asserts a result.
history-rank-among = denser than { $thinner } of { $count } missions ({ $kinds }; { $places } { $places ->
    [one] place
   *[other] places
})
# Asserts a result.
history-rank-above = { $count ->
    [one] denser than the only mission ({ $kinds })
    [2] denser than both missions ({ $kinds }; { $places } { $places ->
        [one] place
       *[other] places
    })
   *[other] denser than all { $count } missions ({ $kinds }; { $places } { $places ->
        [one] place
       *[other] places
    })
}
# Asserts a result.
history-rank-below = { $count ->
    [one] less dense than the only mission ({ $kinds })
    [2] less dense than both missions ({ $kinds }; { $places } { $places ->
        [one] place
       *[other] places
    })
   *[other] less dense than all { $count } missions ({ $kinds }; { $places } { $places ->
        [one] place
       *[other] places
    })
}
# Asserts a result.
history-quartiles = Quartiles of the places: { $low } and { $high }, in brackets their 95 % intervals; median { $median }.
# Asserts a result.
history-few = Least to greatest: { $low } to { $high }; too few places for quartiles.
# Asserts a result.
history-own = The scenario is { $mission } itself; not compared with it: { $missions }.
history-caption = Nearest precedents of whatever kind, one for each place
history-head-scenario = Scenario
history-head-nearest = Nearest missions
history-head-theirs = Theirs
history-head-ratio = Scenario is
history-as-dense = about as dense
history-denser = { $factor } times as dense
history-thinner = { $factor } times less dense
missions-head-naval = At sea
missions-head-counts = Who is counted
missions-counts-caption = Who is counted in the strength, where the source says so; police apart
# Asserts a result.
history-plans = { $count ->
    [one] Left out, because a plan or an upper bound is no past mission: { $count } entry of that kind, { $missions }.
   *[other] Left out, because plans and upper bounds are no past missions: { $count } entries of that kind, { $missions }.
}
# Asserts a result.
history-authorised = { $count ->
    [one] Of that kind { $count } strength is the one authorised, which the mission may not have reached: { $missions }.
   *[other] Of that kind { $count } strengths are those authorised, which the missions may not have reached: { $missions }.
}
history-nothing = The scenario has no density to compare with these missions: give its force, and the line, the area or the population.
observed-title = Observed: { $title }.
observed-group = { $count ->
    [one] 1 mission { $group }: { $median } ({ $cases }).
   *[other] { $count } missions { $group }: { $low } to { $high }, median { $median } ({ $cases }).
}
observed-case = { $name } { $year }: { $number }
observed-own = Here { $value }: { $below } of the { $count } had less.
observed-derivation = How it was found: { $derivation }
