// Ranges and shares from the samples of uncertain inputs that travel in the page. An input that was moved is held there.
const columns = (() => {
  if (!data.samples) return [];
  const bytes = Uint8Array.from(atob(data.samples.columns), (letter) => letter.charCodeAt(0));
  const steps = new DataView(bytes.buffer);
  const { count, inputs, ends } = data.samples;
  return inputs.map((input, at) => {
    const [low, high] = ends[at];
    const value = (_, sample) => low + ((high - low) * steps.getUint16(2 * (at * count + sample), true)) / 65535;
    return [input, Float64Array.from({ length: count }, value)];
  });
})();
// Type 7 of Hyndman and Fan, as the program has it.
const percentile = (sorted, share) => {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const next = sorted[Math.min(below + 1, sorted.length - 1)];
  return sorted[below] + (place - below) * (next - sorted[below]);
};
const total = (inputs, of) => inputs.reduce((sum, input) => sum + of[input], 0);
// By how much there is more than is asked for; what rounding made is nothing.
const marginOf = ({ metric, inputs, supplies }, inputsOf, resultOf) => {
  const [there, asked] = supplies ? [resultOf(metric), total(inputs, inputsOf)] : [total(inputs, inputsOf), resultOf(metric)];
  const margin = there - asked;
  // What is divided by zero is asked of nobody.
  if (!Number.isFinite(margin)) return NaN;
  return Math.abs(margin) <= 1e-9 * Math.abs(asked) ? 0 : margin;
};
const holdsAt = ([metric, atLeast, threshold], resultOf) => {
  const value = resultOf(metric);
  return Number.isFinite(value) && (atLeast ? value >= threshold : value <= threshold);
};
// The range of each metric, the share of samples in which each verdict is positive and in which each condition holds.
const survey = (metrics, verdicts) => {
  const free = columns.filter(([input]) => !isMoved(input));
  const count = free.length > 0 ? data.samples.count : 0;
  const [inputs, values] = [Float64Array.from(x), new Float64Array(data.nodes)];
  const resultOf = (metric) => values[outputs[metric]];
  const gathered = metrics.map(() => new Float64Array(count));
  const enough = verdicts.map(() => 0);
  const holding = data.conditions.map(() => 0);
  const courses = [];
  const needed = [...metrics, ...verdicts.map((verdict) => verdict.metric), ...data.conditions.map(([metric]) => metric), ...courseMetrics];
  const nodes = between(free.map(([input]) => input), needed.map((metric) => outputs[metric]));
  evaluate(inputs, values);
  for (let sample = 0; sample < count; sample += 1) {
    for (const [input, column] of free) inputs[input] = column[sample];
    evaluate(inputs, values, nodes);
    metrics.forEach((metric, at) => { gathered[at][sample] = resultOf(metric); });
    verdicts.forEach((verdict, at) => { enough[at] += marginOf(verdict, inputs, resultOf) >= 0; });
    data.conditions.forEach((condition, at) => { holding[at] += holdsAt(condition, resultOf); });
    if (courseRule) courses.push(courseOf(courseRule, (input) => inputs[input], resultOf));
  }
  const shareOf = (number) => (count > 0 ? number / count : undefined);
  const sorted = new Map(metrics.map((metric, at) => [metric, gathered[at].filter(Number.isFinite).sort()]));
  const rangeOf = (sorted) => {
    if (sorted.length === 0) return null;
    const [low, high] = [percentile(sorted, 0.05), percentile(sorted, 0.95)];
    return high - low > 1e-9 * Math.max(Math.abs(low), Math.abs(high)) ? [low, high] : null;
  };
  return {
    count,
    courses,
    free: free.map(([input]) => input),
    sorted,
    ranges: new Map(metrics.map((metric) => [metric, rangeOf(sorted.get(metric))])),
    shares: new Map(verdicts.map((verdict, at) => [verdict, shareOf(enough[at])])),
    conditions: holding.map(shareOf),
  };
};
