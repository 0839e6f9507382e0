page-kind = Force-sizing report
page-skip = Skip to the report
page-contents = Contents
page-purpose = Purpose: { $purpose }.
page-try = Try other numbers
page-made-of = Files and versions
page-made-of-files = Version, scenario, files with their hashes, values set on the command line
page-central = central case
page-central-case = central case { $value }
page-chart = Chart: { $title }
page-table = Table
page-rows = { $count } rows
page-footer = Computed with forcesize. This page loads nothing and sends nothing.
page-moved = Numbers moved
page-moved-none = No input moved
page-moved-count = { $count ->
    [one] { $shown } input moved
   *[other] { $shown } inputs moved
}
page-moved-line = { $count }: { $list }. What is marked { $badge } does not follow.
page-reset-all = Reset all
page-reset = Reset { $label }
page-back = Back to the central case
page-reset-done = All inputs are back at the central case.
page-said = { $count ->
    [1] One sizing method has a number: { $least_value } ({ $least }).
   *[other] The smallest requirement is { $least_value } ({ $least }), the largest { $most_value } ({ $most }).
}
page-said-purpose = { $count ->
    [1] One sizing method with a number is meant for { $purpose }: { $least_value } ({ $least }).
   *[other] Of the methods meant for { $purpose }, the smallest requirement is { $least_value } ({ $least }), the largest { $most_value } ({ $most }).
}
page-how = Move a slider or type a number: every metric on this page, the margins and the bars follow at once, by the same formulas. Static texts and charts stay at the central case and are marked so.
page-no-script = With scripts switched off the numbers below are those of the central case.
page-levers = Levers: what a planner decides
page-uncertain = Uncertain: what the world decides
page-of-each = Of each { $scope }
page-slider = { $label }, slider
page-nothing-to-move = This scenario has no input to move.
page-range = { $range }; central case { $value }
page-range-share = no range stated, so 0 to { $high }; central case { $value }
page-range-free = no range stated, so a fifth to five times: { $range }; central case { $value }
page-range-none = no range stated; central case { $value }
page-results = Results
page-headlines = Headline figures
page-conditions = Conditions
page-condition = Condition
page-answer = Answer
page-holds = holds
page-fails = fails
page-required = Requirements beside the forces counted
page-required-bars = Each bar runs from the forces that the method counts, at the line, to what it asks for; to the right is more. Logarithmic scale. Methods not meant for the purpose are pale.
page-method = Method
page-personnel = Personnel
page-margin = Margin
page-not-meant = (not meant for the purpose)
page-ratio = Ratio
page-take = Take these numbers away
page-print = Print or save as PDF
page-command = The same on the command line
page-copy = Copy as --set
page-copied = The command copied.
page-selected = The command is selected: copy it with the keyboard.
page-scenario = As a scenario of its own, which extends this one
page-download = Download as scenario.toml
page-saving = { $file } is being saved.
page-file-remark = Values set by hand in the report of { $name }: they stay fixed, without a range.
page-file-beside = Keep this file in the folder of the one it extends.
page-file-assumed = set by hand in the report
page-positive = must be greater than zero
page-non-negative = must be zero or greater
page-share = must be between 0 and 1 (100 %)
page-too-large = is too large
page-no-number = expected a number
page-sorted-up = Sorted by { $head }, ascending.
page-sorted-down = Sorted by { $head }, descending.
page-metrics = { $count } metrics, each with its formula, the numbers in it, its result and its sources. A click unfolds one.
page-find = Find a metric
page-found = { $count } of { $all }
page-unfold = Unfold all
page-fold = Fold all
page-source = Source: { $origin }.
page-standard-model = standard model
page-metrics-of = Metrics of each { $scope }
page-inputs-of = Inputs of each { $scope }
page-metric-of = { $metric } of each { $scope }
page-values = { $count } values
page-with-numbers = With numbers
page-needs = { $metric } ({ $id }): needs { $needs }
page-assumptions = Assumptions
page-assumptions-why = These rest on no source; the reason stands beside them.
page-what = What
page-value-or-formula = Value or formula
page-why = Why
page-all-sourced = Every input has a source.
page-no-sources = The scenario cites none.
