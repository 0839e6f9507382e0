// Results that have no metric, by the program's own rules: cost over time, and a force as it builds up. Everything is in
// base units: personnel, years, money.
const DAYS = 365;
const WHOLE = 1e-9;
const snapped = (value) => {
  const nearest = Math.round(value);
  return Math.abs(value - nearest) <= Math.min(WHOLE * Math.abs(value), 1e-6) ? nearest : value;
};

// A build-up: what it is computed from at some inputs.
const courseRule = described.map((one) => one.rule).find((rule) => rule?.of === 'build_up');
const courseMetrics = courseRule?.cap?.metric === undefined ? [] : [courseRule.cap.metric];
const capOf = ({ cap }, inputOf, resultOf) => {
  const found = !cap ? NaN : cap.input === undefined ? resultOf(cap.metric) : inputOf(cap.input);
  return Number.isNaN(found) ? Infinity : Math.max(0, found);
};
const courseOf = (rule, inputOf, resultOf) => {
  const value = (input) => (input === undefined ? 0 : inputOf(input));
  // A time given in days is so many days, also where years in between made it a little more.
  const first = snapped(DAYS * value(rule.preparation) + DAYS * value(rule.first_arrival));
  return {
    first,
    stream: snapped(first + DAYS * value(rule.enabling)),
    initial: value(rule.initial_force),
    perDay: inputOf(rule.rate) / DAYS,
    ceiling: Math.min(capOf(rule, inputOf, resultOf), x[rule.force]),
  };
};
const strengthAt = ({ first, stream, initial, perDay, ceiling }, day) => Math.min((day >= first ? initial : 0) + perDay * Math.max(0, day - stream), ceiling);
const lastDayOf = ({ first, stream, initial, perDay, ceiling }) => {
  const rest = Math.max(0, ceiling - initial);
  return rest > 0 ? stream + rest / perDay : first;
};
const caseAt = ({ strength }, day) => strength[Math.min(day, strength.length - 1)];
const caseBetween = (one, time, longest) => {
  if (time < 0) return 0;
  const day = Math.trunc(Math.min(longest, time));
  const share = Math.min(1, time - day);
  return caseAt(one, day) + share * (caseAt(one, day + 1) - caseAt(one, day));
};
// Day after day until nobody else comes.
const stepped = ({ first, stream, initial, perDay, ceiling }, longest) => {
  let now = first <= 0 ? Math.min(initial, ceiling) : 0;
  const strength = [now];
  let morning = 0;
  while (strength.length <= longest && now < ceiling) {
    const evening = morning + 1;
    if (morning < first && first <= evening) now += initial;
    const streaming = Math.min(1, Math.max(0, evening - Math.max(stream, morning)));
    now = Math.min(now + streaming * perDay, ceiling);
    // The last few are rounding's.
    if (ceiling - now <= WHOLE * ceiling) now = ceiling;
    strength.push(now);
    morning = evening;
  }
  return { first, stream, strength, last: strength.length - 1 };
};
// What becomes of a build-up whose posts are filled from a pool that cannot keep it; nothing where it can.
const keptFrom = (pool, built, longest) => {
  if (!pool) return null;
  const [size, factor, tour] = [result(pool.available), result(pool.factor), x[pool.tour]];
  const isProper = size >= 0 && size < Infinity && factor >= 1 && factor < Infinity && tour > 0 && tour < Infinity;
  const [top, good] = [built.strength[built.last], size / factor];
  if (!isProper || !(top > good * (1 + WHOLE))) return null;
  const tours = operators.floor(size / top);
  const left = tours < factor ? Math.max(0, size - tours * top) / (factor - tours) : good;
  const [ends, back] = [snapped(DAYS * tours * tour), snapped(DAYS * factor * tour)];
  const strength = span(0, built.last + Math.trunc(Math.min(longest, operators.ceil(back)))).map((day) => {
    const over = Math.max(0, caseBetween(built, day - ends, longest) - left);
    return caseAt(built, day) - over + Math.max(0, Math.min(caseBetween(built, day - back, longest), good) - left);
  });
  return { good, strength, last: strength.length - 1 };
};
// The 95th and the 5th percentile of the strength on each day; nothing where no sample moves it.
const spreadOf = (rule, courses, longest) => {
  const sorted = (values) => Float64Array.from(values).filter(Number.isFinite).sort();
  const over = sorted(courses.map((course) => Math.min(lastDayOf(course), longest + 1)));
  const end = over[Math.trunc(operators.ceil(0.95 * (over.length - 1)))];
  const last = end <= longest ? Math.trunc(operators.ceil(end)) : longest;
  const byDay = new Map();
  const at = (day) => {
    const meant = Math.min(day, last);
    if (!byDay.has(meant)) {
      const strengths = sorted(courses.map((course) => strengthAt(course, meant)));
      byDay.set(meant, [percentile(strengths, 0.05), percentile(strengths, 0.95)]);
    }
    return byDay.get(meant);
  };
  const [first, stream] = ['first', 'stream'].map((key) => sorted(courses.map((course) => course[key])));
  const isOver = (share) => over[Math.trunc(operators.ceil(share * (over.length - 1)))] <= longest;
  const edge = (share) => ({ first: percentile(first, share), stream: percentile(stream, share), last, ends: isOver(share) });
  return { at, cases: [edge(0.05), edge(0.95)] };
};
const spreads = new WeakMap();
const spreadNow = (rule) => {
  if (!surveyed || surveyed.courses.length === 0) return null;
  if (!spreads.has(surveyed)) {
    const { preparation, first_arrival: arrival, initial_force: initial, enabling, rate, force, cap } = rule;
    const inputs = [preparation, arrival, initial, enabling, rate, force, cap?.input];
    const ceilings = surveyed.courses.map((course) => course.ceiling);
    const moves = inputs.some((input) => surveyed.free.includes(input)) || ceilings.some((ceiling) => ceiling !== ceilings[0]);
    spreads.set(surveyed, moves ? spreadOf(rule, surveyed.courses, rule.longest) : null);
  }
  return spreads.get(surveyed);
};
// Whether and when a strength is there: its day, or by how much the build-up ends below it; neither where it does not end.
const isThere = (strength, required) => strength >= required * (1 - WHOLE);
const reached = (day, most, ends, required) => (day >= 0 ? { day } : ends ? { short: required - most } : {});
// In a case of samples, whose strength never falls.
const reachedIn = ({ last, ends }, strengthOn, required) => {
  let [low, high] = [0, last];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isThere(strengthOn(middle), required)) high = middle;
    else low = middle + 1;
  }
  return reached(isThere(strengthOn(low), required) ? low : -1, strengthOn(last), ends, required);
};
// When the proposed force is there: in the central case, in the fast and the slow one where samples move it; and when the
// part of it is that can be kept.
const arrivalNow = (rule) => {
  const { longest } = rule;
  const force = x[rule.force];
  const built = stepped(courseOf(rule, (input) => x[input], result), longest);
  const dayOf = (strengths, required) => strengths.findIndex((strength) => isThere(strength, required));
  const spread = spreadNow(rule);
  const kept = keptFrom(rule.pool, built, longest);
  const day = kept ? dayOf(kept.strength, Math.min(kept.good, force)) : -1;
  return {
    force,
    central: reached(dayOf(built.strength, force), built.strength[built.last], built.last < longest, force),
    cases: spread && spread.cases.map((one, at) => reachedIn(one, (on) => spread.at(on)[1 - at], force)),
    sustained: day >= 0 ? { force: kept.good, day } : null,
  };
};
// The days up to an end at which the curves are drawn: of long ones one a week, with all corners and bends.
const drawnDays = (cases, kept, central, end, force) => {
  const days = new Set(span(0, end).filter((day) => end <= 400 || day % 7 === 0 || day === end || day === central));
  for (const corner of cases.flatMap(({ first, stream, last }) => [first, first + 1, stream, last])) {
    const day = Math.max(0, Math.ceil(corner));
    for (const one of [day, day - 1]) if (day <= end && one >= 0) days.add(one);
  }
  for (let day = 1; kept && day < kept.last; day += 1) {
    const [a, b, c] = kept.strength.slice(day - 1, day + 2);
    if (Math.abs(c - b - (b - a)) > 1e-6 * force) days.add(day);
  }
  return [...days].sort((a, b) => a - b);
};

const rules = {
  cost_over_time: (chart, rule) => {
    const [setup, duration] = [result(rule.setup), x[rule.duration]];
    const inUnit = (money) => fromBase(data.metrics[rule.unit], money);
    const all = Number.isFinite(setup) ? rule.bases.map((basis) => ({ ...basis, annual: result(basis.metric) })) : [];
    const lines = all.filter(({ annual }) => Number.isFinite(annual)).map((basis) => {
      const years = span(0, rule.points - 1).map((point) => (duration * point) / (rule.points - 1));
      const used = rule.fund === undefined ? NaN : Math.max(0, x[rule.fund] - setup) / basis.annual;
      return { ...basis, used, points: years.map((year) => [year, inUnit(setup + basis.annual * year)]) };
    });
    const exhausted = lines.filter(({ used }) => used <= duration);
    const input = data.inputs[rule.duration];
    const [panel] = chart.panels;
    return {
      ...chart,
      panels: [{ ...panel, marks: panel.marks.map(movedMark), series: lines.map(({ label, points }) => ({ label, points, slots: {} })) }],
      vertical_marks: exhausted.map(({ used, used_up: each, used_up_alone: alone }) => ({
        // Where a single line meets the fund, its name is not needed.
        label: fill(exhausted.length === 1 ? alone : each, { time: said(fromBase(input, used), 3, input.spoken_unit) }),
        value: used,
      })),
    };
  },
  build_up: (chart, rule) => {
    const { longest, words } = rule;
    const force = x[rule.force];
    const built = stepped(courseOf(rule, (input) => x[input], result), longest);
    const kept = keptFrom(rule.pool, built, longest);
    const spread = spreadNow(rule);
    const [fast, slow] = spread?.cases ?? [built, built];
    // Long after the central case's end a slow case may go on for years: what matters is the first of it.
    const soon = Math.min(Math.max(fast.last, built.last, slow.last), Math.max(4 * built.last, 60));
    const end = Math.max(soon, kept ? kept.last + 61 : 0, 1);
    const days = drawnDays([fast, built, slow], kept, built.last, end, force);
    const line = (label, one) => ({ label, points: days.map((day) => [day, caseAt(one, day)]), slots: {} });
    const series = kept ? [line(words.transport, built), line(words.coalition, kept)] : [line('', built)];
    if (spread) series[0].band = days.map((day) => [day, ...spread.at(day)]);
    const cap = capOf(rule, (input) => x[input], result);
    const mark = (pattern, value) => ({ label: fill(pattern, { n: shown(value) }), value });
    const marks = [...(cap < force ? [mark(words.cap, cap)] : []), ...(kept ? [mark(words.sustainable, kept.good)] : [])];
    const ofForce = (target) => result(target.metric) - total(target.others, x);
    const required = rule.targets.map((target) => [target.pattern, ofForce(target)]).filter(([, value]) => Number.isFinite(value) && value > 0 && value <= 1.5 * force);
    // What the coalition can do goes before what methods require.
    for (const [pattern, value] of [[words.proposed, force], ...required].slice(0, rule.most)) {
      if (!marks.some((other) => Math.abs(other.value - value) < rule.apart * force)) marks.push(mark(pattern, value));
    }
    const there = built.strength.findIndex((strength) => isThere(strength, force));
    const arrived = { label: fill(kept ? words.brought : words.there, { n: localised(there, 0) }), value: there };
    return {
      ...chart,
      note: spread ? words.band : undefined,
      panels: [{ ...chart.panels[0], series, marks }],
      vertical_marks: there < 0 ? [] : [arrived],
    };
  },
};
