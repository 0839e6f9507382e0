backtest-part = What rules have been worth
backtest-caption = Every group is forecast from the other groups; skill is how much better that was than the share of events in the other groups (Brier), with a 95 % interval of groups drawn again. Direction: how often a case with the event had the value that the rule expects of it (0.5 is chance).
backtest-rivals-caption = Plain rivals on the same cases, each by itself, and what the rule adds to it.
backtest-said-caption = Rules as they are said, beside always saying the commoner outcome.
backtest-head-rule = Rule
backtest-head-cases = Cases (groups)
backtest-head-events = Events
backtest-head-skill = Skill
backtest-head-in-sample = In sample
backtest-head-direction = Direction
backtest-head-log = Log score (base)
backtest-head-calibration = Calibration
backtest-head-coefficient = Coefficient
backtest-head-influence = Most influential group
backtest-head-rival = Rival
backtest-head-alone = Skill alone
backtest-head-adds = The rule adds
backtest-head-said = Rule as it is said
backtest-head-right = Right
backtest-head-commoner = Commoner outcome
backtest-head-gain = Difference
backtest-head-missed = Missed
backtest-head-alarms = False alarms
backtest-groups = { $cases } ({ $groups })
backtest-not-scored = not scored
backtest-beside-base = { $own } ({ $base })
backtest-without = { $group }: { $moved } without it
backtest-clean = clean split
backtest-flat = hardly varies
backtest-with = { $rule }, with { $beside }
backtest-said-above = the event from { $amount }
backtest-said-below = the event below { $amount }
count-cases = { $count ->
    [one] 1 case
   *[other] { $count } cases
}
count-missions = { $count ->
    [one] 1 mission
   *[other] { $count } missions
}
count-battles = { $count ->
    [one] 1 battle
   *[other] { $count } battles
}
count-occupations = { $count ->
    [one] 1 occupation
   *[other] { $count } occupations
}
count-months = { $count ->
    [one] 1 month
   *[other] { $count } months
}
# Asserts a result.
backtest-skill = { $rule }: forecasts are better than the share of events alone; skill { $skill } ({ $cases }, { $groups } groups).
# Asserts a result.
backtest-unclear = { $rule }: no skill can be shown, { $skill } ({ $cases }, { $groups } groups).
# Asserts a result.
backtest-worse = { $rule }: forecasts are worse than the share of events alone; skill { $skill } ({ $cases }, { $groups } groups).
# Asserts a result.
backtest-too-few = { $rule }: nothing can be said; { $events } of { $cases } with the event (groups: { $groups }) are too few.
# Asserts a result.
backtest-no-event = { $rule }: nothing can be said; { $cases }, and the event in none of them.
# Asserts a result.
backtest-all-events = { $rule }: nothing can be said; { $cases }, and the event in all of them.
# Asserts a result.
backtest-rival = The rival { $rival } alone does better: { $skill }.
# Asserts a result.
backtest-as-said = As it is said it was right in { $hits } of cases, no more often than always saying the commoner outcome ({ $base }).
backtest-nearest = Nearest by { $rule } to { $value } here: { $cases }.
backtest-nearest-with = { $name } { $number }, with the event
backtest-nearest-without = { $name } { $number }, without it
backtest-about = Nothing is scored on fewer than { $least } events, { $least } cases without one or { $groups } groups.
backtest-care = These are associations: large forces go where trouble is, and the tables hold what happened, not what would have happened with another force. Help on it: forcesize help track-record
backtest-cite = Data: { $cite }.
backtest-footer = Data: { $cite }
backtest-alone = { $rival } alone
backtest-group = { $rule } ({ $cases }, { $events } with the event)
backtest-skill-case = { $title }; each group forecast from the others; lines: 95 % intervals of groups drawn again
backtest-skill-axis = Skill
backtest-base = no better than the share of events
backtest-some-rules = { $count } of { $all } rules
# Asserts a result.
finding-backtest-ahead = Better than the share of events and than every plain rival: { $rules }
# Asserts a result.
finding-backtest-behind = No rule is both better than the share of events and ahead of its plain rivals
# Asserts a result.
finding-backtest-better = Better than the share of events: { $rules }
# Asserts a result.
finding-backtest-no-better = No rule is shown to be better than the share of events
backtest-came = came true
backtest-right = as forecast
backtest-reliability = How forecasts came true: { $rule }
backtest-reliability-case = { $bins } bins of like size; event: { $event }; area: 95 % interval of independent cases
backtest-forecast-axis = Forecast from the other groups
backtest-came-axis = Share in which the event came
backtest-with-event = with the event ({ $count })
backtest-without-event = without it ({ $count })
backtest-support = On what values rules were scored
backtest-support-case = { $title }; a dot for each case, at most 200 a row; box: quartiles of ten cases or more
# Asserts a result.
badge-never = never tested
# Asserts a result.
badge-skill = { $cases }: skill { $skill }
# Asserts a result.
badge-rival = { $cases }: skill { $skill }, { $rival } alone does better
# Asserts a result.
badge-no-failure = { $cases }, no failure among them: nothing can be said
# Asserts a result.
badge-few = { $cases }, { $events } of them with the event: nothing can be said
# Asserts a result.
badge-low = { $count } of { $cases } had so low a value
# Asserts a result.
badge-high = { $count } of { $cases } had so high a value
# Asserts a result.
badge-inside = inside the data
badge-of = { $label }: { $badge }
badge-and = { $badge }; { $support }
badge-head = Track record
badge-care = A track record is what the method’s own ratio would have forecast of others’ cases: associations, from few and selected cases. Help on it: forcesize help track-record
outcome-held = quiet then and after
outcome-ended = active then, quiet after
outcome-continued = active then and after
outcome-resumed = quiet then, active after
outcome-not-coded = not coded
missions-head-outcome = Conflict at the count and after
outcome-missions = What came after each count is coded from the data of others: a conflict with 25 deaths in battle or more in a year is active. It is not what the mission did.
# Asserts a result.
outcome-nearest = How the nearest missions went on: { $missions }.
outcome-of = { $mission }: { $outcome }
sizing-head-beside = Share in { $data } (interval, cases)
sizing-in-other = { $share } ({ $interval }, { $cases })
# Asserts a result.
sizing-disagree = On { $cases } of { $data } these shares have skill { $skill }, on their own cases { $own }: what one collection says of a band does not carry over to the other. Both stem from the same historians, so that they are not independent.
answer-tested = Track record: { $badges }.
outcome-war = { $outcome }, a war
missions-head-years = Years after
missions-head-conflicts = Conflict, or why it is not coded
answer-none-tested = none of the { $count } methods was ever tested
answer-others-untested = { $count ->
    [one] the other one never tested
   *[other] the other { $count } never tested
}
missions-head-pooled = Pooled (95 %)
missions-pooled = Partial pooling: a kind with few missions borrows from all (places within kinds, logarithms; 95 % interval of the kind’s mean). It stands beside the places’ own medians, and no sample is drawn from it.
build-up-history = { $count } UN missions in Africa, begun { $from } to { $to }, had half of the peak of their first two years after { $half } months and nine tenths after { $most }, on average ({ $half_ends } and { $most_ends }; { $cite }). It is the peak that was deployed, not the authorised strength.
badge-head-of = Its ratio on
badge-head-here = This scenario
