spread-part = How sure are we?
spread-head-central = Central
spread-head-mean = Mean
spread-head-median = Median
spread-head-p5 = p5
spread-head-p95 = p95
spread-samples = { $samples } samples ({ $sampler }, seed { $seed }) of { $inputs }.
spread-samples-model = { $samples } samples ({ $sampler }, seed { $seed }) of the standard model's { $model }.
spread-samples-both = { $samples } samples ({ $sampler }, seed { $seed }) of { $inputs }, and of the standard model's { $model }.
spread-samples-many = { $samples } samples ({ $sampler }, seed { $seed }) of { $count } inputs with ranges, { $model } of them the standard model's own.
# Asserts a result.
spread-undefined = { $count ->
    [one] { $metric } is undefined in { $text } sample, which is left out of its figures.
   *[other] { $metric } is undefined in { $text } samples, which are left out of its figures.
}
# Asserts a result.
spread-overflow = { $count ->
    [one] { $metric } is beyond the largest number (overflow) in { $text } sample, which is left out of its figures.
   *[other] { $metric } is beyond the largest number (overflow) in { $text } samples, which are left out of its figures.
}
# Asserts a result.
spread-no-value = { $count ->
    [one] { $metric } is undefined or beyond the largest number (overflow) in { $text } sample, which is left out of its figures.
   *[other] { $metric } is undefined or beyond the largest number (overflow) in { $text } samples, which are left out of its figures.
}
# Asserts a result.
spread-outside = The central case lies outside the 5th to 95th percentile of { $metrics }.
spread-rank-missed = { $first } and { $second }: a rank correlation of { $asked } is stated, { $reached } is reached, as equal values cannot be ranked.
spread-slices-lost = There are too many samples to keep one in each slice of { $inputs } under correlation.
# Asserts a result.
spread-holds = { $condition }: holds in { $share } of samples.
# Asserts a result.
spread-holds-interval = { $condition }: holds in { $share } of samples (95 % interval { $low } to { $high } %).
# Asserts a result.
spread-holds-none = { $condition }: holds in none of { $samples } samples; its probability is { $share } (95 % confidence, conservative).
# Asserts a result.
spread-holds-all = { $condition }: holds in all { $samples } samples; its probability is { $share } (95 % confidence, conservative).
# Asserts a result.
spread-holds-few = { $condition }: holds in { $count } of { $samples } samples; its probability is { $low } to { $high } % (95 % confidence, conservative).
# Asserts a result.
spread-holds-all-but-few = { $condition }: holds in all but { $count } of { $samples } samples; its probability is { $low } to { $high } % (95 % confidence, conservative).
spread-percentile-error = The sampling error of these percentiles is largest for { $metric }, { $percentile }: 95 % interval { $low } to { $high }.
# Asserts a result.
spread-heavy = The standard deviation of { $metrics } is not resolved: a few extreme samples make so much of it that samples drawn anew would change it by more than a quarter. Read the percentiles, not the mean.
share-below = below { $share } %
share-above = above { $share } %
share-less = less than { $share } %
share-more = more than { $share } %
sampler-sobol = scrambled Sobol' points
sampler-lhs = Latin hypercube
sampler-random = random numbers
# Asserts a result.
standing-not_reached = Not affected by any uncertain input: { $metrics }.
# Asserts a result.
standing-constant = The same in all samples: { $metrics }.
# Asserts a result.
standing-undefined = Undefined in all samples: { $metrics }.
# Asserts a result.
standing-overflow = Beyond the largest number (overflow) in all samples: { $metrics }.
# Asserts a result.
condition-not_reached = Its metric is not affected by any uncertain input.
# Asserts a result.
condition-constant = Its metric is the same in all samples.
# Asserts a result.
condition-undefined = Its metric is undefined in all samples.
# Asserts a result.
condition-overflow = Its metric is beyond the largest number (overflow) in all samples.
not-drawn-nothing-uncertain = nothing is drawn, since no uncertain input of the scenario has a range
not-drawn-too-many = these are more samples than can be drawn
not-drawn-interrupted = it was told to stop
not-drawn-none = there must be at least one sample
not-drawn-most = there can be no more than { $most } samples
not-drawn-dimensions = Sobol' points have at most { $most } dimensions: take a Latin hypercube or random numbers
end-unbounded = unbounded
end-no-less = no less than { $value }
end-no-more = no more than { $value }
ranges-pair = { $first } and { $second } { $rank }
ranges-independent = Ranges run from the 5th to the 95th percentile of { $samples } samples of the uncertain inputs, drawn independently.
ranges-correlated = Ranges run from the 5th to the 95th percentile of { $samples } samples of the uncertain inputs, with rank correlations: { $pairs }.
over-its-range = { $range } in samples
central-outside = The central case lies outside the range of { $metrics }, because of { $inputs } at an end.
samples-nothing = No samples can be drawn, since no uncertain input has a range: give one its `low`, `mode` and `high`, such as { "{" } low = 900, mode = 1_000, high = 1_200, unit = "km", assumed = "why" { "}" }.
spread-not-drawn = Not drawn, being decided or constant: { $inputs }. Such ranges are for sweeps, sliders and one input at a time.
spread-inputs = { $count } inputs
