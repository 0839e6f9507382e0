title-rerun = Computed again
title-diff = What moved
saved-what = What
saved-difference = Difference
saved-ratio = Ratio
saved-absent = not there
saved-compared = { $numbers ->
    [one] { $numbers } number
   *[other] { $numbers } numbers
} and { $texts ->
    [one] { $texts } text
   *[other] { $texts } texts
}
saved-more = { $count } more are not shown; --json has all of them.
saved-format = { $scenario } was written in format { $old }; this version writes format { $new }, in which some keys have another meaning (`forcesize help outputs`). Central values alone are compared.
rerun-saved = Saved
rerun-now = Now
rerun-version = The result was written by version { $old }; this is version { $version }.
rerun-holds = { $scenario }: all { $compared } hold.
rerun-fails = { $scenario }: { $count } of { $compared } do not hold.
rerun-new = { $count ->
    [one] { $count } value is new and was not compared.
   *[other] { $count } values are new and were not compared.
}
diff-a = A
diff-b = B
diff-earlier = an earlier version
diff-versions = A was written by version { $a }, B by version { $b }.
diff-nothing = Nothing moved: { $compared } are the same.
diff-counts = { $changed ->
    [one] { $changed } value
   *[other] { $changed } values
} changed, { $appeared } appeared and { $gone } disappeared, of { $compared }.
diff-changed = Changed
diff-appeared = In B only
diff-gone = In A only
place-of = { $of }: { $what }
place-value = value
place-unit = unit
place-source = source
place-formula = formula
place-label = label
place-range = range
place-distribution = distribution
place-low = low end
place-central = centre
place-high = high end
place-mean = mean
place-ends = what the ends are
place-choices = choices
place-share = share
place-scopes = scopes
place-members = members
place-monte_carlo = samples
place-metrics = metrics
place-inputs = inputs
diff-further = Further differences, beyond inputs and metrics: { $count }; --all names them.
