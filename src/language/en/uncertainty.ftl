spread-part = How sure are we
spread-head-central = Central
spread-head-mean = Mean
spread-head-median = Median
spread-head-p5 = p5
spread-head-p95 = p95
spread-samples = { $samples } samples ({ $sampler }, seed { $seed }) of { $inputs }.
spread-samples-model = { $samples } samples ({ $sampler }, seed { $seed }) of the standard model's { $model }.
spread-samples-both = { $samples } samples ({ $sampler }, seed { $seed }) of { $inputs }, and of the standard model's { $model }.
spread-samples-many = { $samples } samples ({ $sampler }, seed { $seed }) of { $count } inputs with ranges, { $model } of them the standard model's own.
spread-undefined = { $count ->
    [one] { $metric } is undefined in { $text } sample, which is left out of its figures.
   *[other] { $metric } is undefined in { $text } samples, which are left out of its figures.
}
spread-overflow = { $count ->
    [one] { $metric } is beyond the largest number (overflow) in { $text } sample, which is left out of its figures.
   *[other] { $metric } is beyond the largest number (overflow) in { $text } samples, which are left out of its figures.
}
spread-no-value = { $count ->
    [one] { $metric } is undefined or beyond the largest number (overflow) in { $text } sample, which is left out of its figures.
   *[other] { $metric } is undefined or beyond the largest number (overflow) in { $text } samples, which are left out of its figures.
}
spread-outside = The central case lies outside the 5th to 95th percentile of { $metrics }: a value they use stands near an end of its range.
spread-rank-missed = { $first } and { $second }: a rank correlation of { $asked } is stated, { $reached } is reached, as equal values cannot be ranked.
spread-slices-lost = There are too many samples to keep one in each slice of { $inputs } under correlation.
spread-holds = { $condition }: holds in { $share } of samples.
spread-holds-error = { $condition }: holds in { $share } of samples (standard error { $error } %).
share-nearly-all = more than 99.9 %
share-nearly-none = less than 0.1 %
sampler-sobol = scrambled Sobol' points
sampler-lhs = Latin hypercube
sampler-random = random numbers
standing-not_reached = No input with a range reaches { $metrics }.
standing-constant = The same in all samples: { $metrics }.
standing-undefined = Undefined in all samples: { $metrics }.
standing-overflow = Beyond the largest number (overflow) in all samples: { $metrics }.
condition-not_reached = No input with a range reaches its metric.
condition-constant = Its metric is the same in all samples.
condition-undefined = Its metric is undefined in all samples.
condition-overflow = Its metric is beyond the largest number (overflow) in all samples.
not-drawn-nothing-uncertain = no input of the scenario has a range
not-drawn-too-many = these are more samples than can be drawn
not-drawn-none = there must be at least one sample
not-drawn-most = there can be no more than { $most } samples
not-drawn-dimensions = Sobol' points have at most { $most } dimensions: take a Latin hypercube or random numbers
