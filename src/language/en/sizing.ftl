sizing-title = Sizing methods side by side
sizing-yes = yes
sizing-no = no
sizing-purpose-not-stated = no purpose stated
sizing-head-method = Method
sizing-head-low = Low
sizing-head-central = Central
sizing-head-high = High
sizing-head-for = For { $purpose }?
sizing-head-meant = Meant for
sizing-caption = Personnel required by each method.
sizing-head-without = Not calculated
sizing-head-needs = What it needs
sizing-needs = needs { $inputs }
sizing-undefined = undefined in the central case
sizing-head-critics = What its critics say
sizing-head-after = After
sizing-head-ratio = Ratio
sizing-head-cases = Cases
sizing-head-share = Share
sizing-head-interval = 95 % interval
sizing-by-subtraction = { $cases } (by subtraction)
sizing-head-here = This scenario
sizing-named = { $name }: { $value }
sizing-number = { $name } { $value }
sizing-record = { $title }. { $says } { $counting } After { $sources }.
# Asserts a result.
sizing-fall = The fall from { $from } at { $at } to { $to } at { $then } is within chance (Fisher’s exact test, p { $p }).
# Asserts a result.
sizing-other-kind = { $name } of this scenario, { $value }, is a ratio of whole forces in a theatre, not of one battle, and so has no place in the table.
sizing-head-who-when = Who, when
sizing-personnel = Personnel
sizing-head-range = Range
sizing-head-on = On
sizing-head-nearest = Method with the closest number
sizing-estimates-caption = Published estimates, with the densities they imply on the scenario’s line and population, or on what they name themselves. Beside each stands the method whose number, for what the estimate itself names, differs by the smallest factor: a likeness of numbers, not of reasoning.
sizing-head-who = Who
sizing-head-purpose = For
sizing-head-read = Read in
# Asserts a result.
sizing-no-purpose = No purpose is stated, so no method can be said to suit it: name the purpose before any number.
# Asserts a result.
sizing-none-meant = No method with a number is meant for { $purpose }; those below answer other questions.
# Asserts a result.
sizing-meant = Personnel by the methods meant for { $purpose }: { $methods }.
# Asserts a result.
sizing-lacking = Not calculated (inputs missing): { $methods }.
sizing-group-meant = Meant for { $purpose }
sizing-group-no-purpose = No purpose is stated
sizing-group-other = Not meant for { $purpose }: they answer another question
sizing-together = { $mark } asks for { $forces } together.
sizing-subtitle = { $title }; central case, 5th to 95th percentile
sizing-spoken = Personnel by method, in the central case: { $methods }.
sizing-axis = Personnel required
sizing-strip = Published estimates ({ $count })
sizing-estimates-subtitle = { $title }; lines: published ranges; a month or year alone: its middle
sizing-estimates-undated = { $title }; lines: published ranges; a month or year alone: its middle; { $count } without a date are in the table
sizing-estimates-spoken = Published numbers of personnel: { $estimates }.
sizing-proposed = Proposed: { $force }
sizing-caption-compared = Each is compared with the proposed force of { $force }, or with all forces that its own definition counts.
sizing-ends-caption = The smallest and the largest number over the declared ranges of all inputs, whatever is correlated.
sizing-head-counted = Forces counted
sizing-head-verdict = Result
# Asserts a result.
sizing-as-chosen = as chosen
# Asserts a result.
sizing-met = met
# Asserts a result.
sizing-met-in = met in { $share } of samples
# Asserts a result.
sizing-short = { $short } short
# Asserts a result.
sizing-short-but = { $short } short, met in { $share } of samples
sizing-line = { $number }, { $verdict }
# Asserts a result.
sizing-line-counted = { $number }, { $verdict } with { $forces }
# Asserts a result.
sizing-neighbours = Methods for { $purpose } ask for { $low } to { $high }.
# Asserts a result.
sizing-neighbour = The method for { $purpose } asks for { $value }.
sizing-head-spans = What you decide
sizing-span = { $range } for { $values }
sizing-span-of = { $range } for { $values } ({ $lever })
sizing-nothing = No method can be calculated: the one that lacks least needs { $inputs }. Fill in and add:
