discovery-part-fails = When the plan fails
discovery-part-holds = When the plan holds
discovery-caution = The p-values come from the samples in which the box was found and are not corrected for the search: they show which restrictions to doubt, and prove none.
discovery-fails = fails
discovery-holds = holds
discovery-between = between { $low } and { $high }
discovery-above = above { $low }
discovery-below = below { $high }
discovery-anything = anything
# Asserts a result.
discovery-none = { $condition }: { $verb } in none of { $samples } samples, so that there is nothing to search for.
# Asserts a result.
discovery-all = { $condition }: { $verb } in all of { $samples } samples, so that there is nothing to search for.
# Asserts a result.
discovery-few = { $condition }: { $verb } in { $few } of { $samples } samples, too few to tell with which inputs.
# Asserts a result.
discovery-all-but-few = { $condition }: { $verb } in all but { $few } of { $samples } samples, too few to tell with which inputs.
# Asserts a result.
discovery-nowhere = { $condition }: { $verb } in { $share } of { $samples } samples, and no box with at least { $least } samples in it was found in which it { $verb } more often.
# Asserts a result.
discovery-found = { $condition }: { $verb } in { $share } of { $samples } samples. With { $inputs } it { $verb } in { $density } of cases, and these are { $coverage } of all cases in which it { $verb }.
discovery-head-inside = Inside
discovery-head-range = Full range
discovery-head-p = p-value
discovery-case = { $title }; { $samples } samples; { $what }
discovery-title = Where it { $verb }: { $condition }
discovery-box = condition: { $condition }; the box holds { $coverage } of all cases in which it { $verb }
discovery-trajectory = What boxes cover: { $condition }
discovery-trajectory-what = boxes from all samples (right) to ever smaller ones
discovery-chosen-spoken = The chosen box covers { $coverage } % of all cases in which the condition { $verb }; in { $density } % of the cases inside it { $verb }.
discovery-coverage = Coverage: share of all cases in which it { $verb }
discovery-density = Density: share of the cases inside in which it { $verb }
discovery-chosen = Chosen box: { $share } %
discovery-nothing = The scenario states no condition whose failure could be explained: name one with --condition "METRIC >= VALUE", or add [[condition]] with `that = "METRIC >= VALUE"` to the scenario.
