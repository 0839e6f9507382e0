// Axes: which range to show, where the ticks stand and what is written at them, by the program's own rules.
const away = (value) => Math.sign(value) * Math.round(Math.abs(value));
const powerOf = (mantissa, exponent) => Number(`${mantissa}e${exponent}`);
const exponentOf = (value) => Math.floor(Math.log10(value));
const canShow = (log, value) => Number.isFinite(value) && Math.abs(value) < 1e150 && (!log || value > 1e-150);
const finite = (value) => typeof value === 'number' && Number.isFinite(value);
const chartWord = (key, given = {}) => fill(look.words[key], given);

const oneTwoFive = (value, up) => {
  const exponent = exponentOf(value);
  const list = [exponent - 1, exponent, exponent + 1].flatMap((k) => [1, 2, 5].map((m) => powerOf(m, k)));
  const found = up ? list.find((v) => v >= value * (1 - 1e-9)) : list.reverse().find((v) => v <= value * (1 + 1e-9));
  return Number.isFinite(found) && found > 0 ? found : value;
};
const linearStep = (low, high, space) => {
  const target = Math.min(12, Math.max(2, space.length / space.spacing));
  const step = oneTwoFive(((high - low) / target) * 0.8, true);
  return Number.isFinite(step) && step > 0 ? step : 1;
};
const multiplesOf = (low, high, step) => {
  const [first, end] = [Math.ceil(low / step - 1e-6), Math.floor(high / step + 1e-6)];
  if (!(end - first <= 200)) return [];
  const found = [];
  for (let k = first; k <= end; k += 1) {
    // Dividing by a whole inverse keeps 0.3 from becoming 0.30000000000000004.
    const value = step < 1 ? k / away(1 / step) : k * step;
    found.push(Math.min(high, Math.max(low, value)));
  }
  return found;
};

// Numbers at ticks: in full, in millions, or in powers of ten.
const decimalsOf = (value) => {
  for (let digits = 0; digits < 12; digits += 1) {
    const shifted = Math.abs(value) * powerOf(1, digits);
    if (shifted >= 0.999 && Math.abs(shifted - away(shifted)) < 1e-6 * shifted) return digits;
  }
  return 0;
};
const localised = (value, decimals) => local(grouped(value, decimals));
const raised = (value) => {
  if (value === 0) return '0';
  const [mantissa, exponent] = value.toExponential(2).replace('+', '').split('e');
  const digits = local(mantissa.replace(/0+$/, '').replace(/\.$/, ''));
  const power = [...exponent].map((letter) => ({ '-': '⁻', 1: '¹', 2: '²', 3: '³' })[letter] ?? String.fromCodePoint(0x2070 + Number(letter))).join('');
  if (digits === '1') return `10${power}`;
  return digits === '-1' ? `-10${power}` : `${digits} × 10${power}`;
};
const shortNumber = (value) => {
  if (value === 0) return '0';
  if (!Number.isFinite(value)) return chartWord('not-available');
  const exponent = Math.floor(Math.log10(Math.abs(value)) + 1e-12);
  if (exponent < -6 || exponent >= 13) return raised(value);
  const unit = powerOf(1, exponent - 2);
  const rounded = unit >= 1 ? away(value / unit) * unit : value;
  return local(trimmed(grouped(rounded, Math.max(0, 2 - exponent))));
};
const SCALES = [[1e12, 'trillion', 'tn'], [1e9, 'billion', 'bn'], [1e6, 'million', 'mn'], [1e4, 'thousand', 'k']];
const NOTATIONS = ['full', 'long', 'short', 'power'];
const writeTicks = (notation, values, log) => {
  const sizes = values.map(Math.abs);
  const largest = Math.max(0, ...sizes);
  const smallest = Math.min(Infinity, ...sizes.filter((size) => size !== 0));
  const step = values.slice(1).reduce((least, value, at) => Math.min(least, Math.abs(value - values[at])), Infinity);
  const exact = (v) => decimalsOf(log ? v : Math.min(step, smallest));
  const texts = values.map((v) => {
    if (notation === 'power') return raised(v);
    if (notation === 'full') return largest < 1e10 && smallest > 1e-7 ? (v === 0 ? '0' : localised(v, exact(v))) : null;
    const scale = SCALES.find(([from]) => largest >= from);
    if (!scale) return null;
    const unit = scale[1] === 'thousand' ? 1e3 : scale[0];
    if (largest >= 1e16 || smallest / unit < 0.01) return null;
    if (v === 0) return '0';
    const digits = decimalsOf((log ? v : Math.min(step, smallest)) / unit);
    return fill(look.scales[notation === 'long' ? scale[1] : scale[2]], { number: localised(v / unit, digits) });
  });
  return texts.includes(null) ? null : values.map((value, at) => ({ value, text: texts[at] }));
};

// The space for labels under an axis, or beside one.
const under = (length, size, extent) => ({ length, extent, spacing: 5.5 * size });
const besides = (length, size, extent) => ({ length, extent, spacing: 2.8 * size });

// An axis for some values; `fit` is `exact`, `round` or `zero`. Nothing where no value can be shown.
const rulerFor = (log, fit, values, space) => {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (!canShow(log, value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (low > high) return null;
  if (log) {
    if (high / low < 1 + 1e-9) [low, high] = [low / 1.5, high * 1.5];
    if (fit === 'round') [low, high] = [oneTwoFive(low, false), oneTwoFive(high, true)];
  } else {
    if (fit === 'zero' || (fit === 'round' && low > 0 && low < 0.5 * high)) [low, high] = [Math.min(low, 0), Math.max(high, 0)];
    if (fit === 'zero' && low === 0 && high === 0) high = 1;
    if (high - low <= 1e-9 * Math.max(Math.abs(high), Math.abs(low))) {
      const half = high === 0 ? 1 : 0.1 * Math.abs(high);
      [low, high] = [low - half, high + half];
    }
    if (fit === 'round') {
      const outwards = (step) => [Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step];
      const step = linearStep(low, high, space);
      const [wide, tight] = [outwards(step), outwards(oneTwoFive(step / 1.5, false))];
      // A step that would leave a fifth of the plot empty gives way to the next finer one.
      [low, high] = tight[1] - tight[0] < 0.85 * (wide[1] - wide[0]) ? tight : wide;
    }
  }
  const position = (value) => (log ? (value > 0 ? Math.log10(value) : NaN) : value);
  const [a, b] = [position(low), position(high)];
  const share = (value) => (position(value) - a) / (b - a);
  const found = { log, low, high, position, share, ends: [a, b] };
  found.ticks = ticksOf(found, space);
  const dense = !log || b - a > space.length / 25 || b - a < 0.8;
  found.minor = dense ? [] : span(Math.floor(a), Math.floor(b)).flatMap((k) => [2, 3, 4, 5, 6, 7, 8, 9].map((m) => powerOf(m, k))).filter((v) => v >= low && v <= high);
  return found;
};
const span = (from, to) => Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
const linearTicks = ({ low, high }, space) => {
  let step = linearStep(low, high, space);
  const first = step;
  const found = [];
  for (let turn = 0; turn < 4; turn += 1) {
    found.push(multiplesOf(low, high, step));
    step = oneTwoFive(step * 1.5, true);
  }
  step = first;
  for (let turn = 0; turn < 2; turn += 1) {
    step = oneTwoFive(step / 1.5, false);
    found.push(multiplesOf(low, high, step));
  }
  return found;
};
const logTicks = (ruler, space) => {
  const { low, high, ends: [a, b] } = ruler;
  const decades = (mantissas, every) => span(Math.floor(a), Math.ceil(b))
    .filter((k) => ((k % every) + every) % every === 0)
    .flatMap((k) => mantissas.map((m) => powerOf(m, k)))
    .filter((v) => v >= low * (1 - 1e-9) && v <= high * (1 + 1e-9));
  const target = Math.max(3, space.length / space.spacing);
  const found = b - a < 0.8 ? linearTicks(ruler, space) : [];
  if (b - a < target / 2) found.push(decades([1, 2, 5], 1));
  for (const every of [1, 2, 3, 5, 10, 20, 50, 100]) found.push(decades([1], every));
  found.push(decades([1, 2, 5], 1), multiplesOf(low, high, linearStep(low, high, space)));
  return found;
};
const isRound = (value) => {
  const digits = value / powerOf(1, exponentOf(Math.abs(value)) - 2);
  return Number.isFinite(digits) && Math.abs(digits - away(digits)) < 1e-6;
};
const ticksOf = (ruler, space) => {
  const { log, low, high, share } = ruler;
  const near = (a, b) => Math.abs(share(b.value) - share(a.value)) * space.length < (space.extent(a.text) + space.extent(b.text)) / 2;
  const ends = log ? [low, high].filter(isRound) : [];
  const written = (notation, values) => {
    if (!log) return writeTicks(notation, values, log);
    const inner = values.filter((value) => !ends.some((end) => Math.abs(value - end) <= 1e-9 * Math.abs(end)));
    const ticks = writeTicks(notation, [...ends, ...inner].sort((a, b) => a - b), log);
    if (!ticks) return null;
    const fixed = ticks.filter((tick) => ends.includes(tick.value));
    return ticks.filter((tick) => ends.includes(tick.value) || !fixed.some((end) => near(tick, end)));
  };
  const clear = (ticks) => ticks.slice(1).every((tick, at) => !near(ticks[at], tick));
  const candidates = log ? logTicks(ruler, space) : linearTicks(ruler, space);
  let fallback = [];
  for (const notation of NOTATIONS) {
    for (const values of candidates) {
      const ticks = written(notation, values);
      if (!ticks || !clear(ticks)) continue;
      if (ticks.length >= 3) return ticks;
      if (ticks.length > fallback.length) fallback = ticks;
    }
  }
  return fallback;
};
const unitRuler = (size) => rulerFor(false, 'exact', [0, 1], under(100, size, () => size));
