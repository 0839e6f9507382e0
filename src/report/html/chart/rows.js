// Charts with a row for each name: bars, ranges, stacks, tornados and strips.
const centred = (lines, middle, size) => middle - ((lines.length - 1) * size * LEADING) / 2;
const painters = {};

painters.Bars = (chart, page) => {
  const frame = frameOf(chart.heading, page);
  const { size, inner } = frame;
  const rows = chart.panels.flatMap((panel) => panel.rows);
  const textOf = (row) => (!finite(row.value) || !canShow(false, row.value) ? chartWord('not-available') : row.text || shortNumber(row.value));
  const labels = Math.min(widest(rows.map((row) => row.label), size), inner * (frame.narrow ? 0.38 : 0.4));
  const most = inner * 0.42;
  const texts = Math.min(widest(rows.map(textOf), size), most);
  const gap = 0.6 * size;
  const laid = chart.panels.map((panel) => ({
    title: wrapped(withUnit(panel.label, panel.unit), size, true, inner, 3),
    rows: panel.rows.map((row) => {
      const label = wrapped(row.label, size, false, labels + 0.1, 4);
      const range = row.low_high?.every((end) => finite(end) && canShow(false, end)) ? row.low_high : null;
      return {
        row, label, range,
        height: Math.max(label.length * size * LEADING + 0.35 * size, 1.75 * size),
        text: wrapped(textOf(row), size, false, most + 0.1, 1).join(''),
        value: finite(row.value) && canShow(false, row.value) ? row.value : null,
      };
    }),
  }));
  const axis = TICK + 1.9 * size;
  const between = 0.7 * size;
  const sum = (list) => list.reduce((total, row) => total + row.height, 0);
  const height = laid.reduce((total, { title, rows: list }) => total + title.length * size * LEADING + 0.5 * size + (list.length ? sum(list) : 2.5 * size) + axis, 0) + between * Math.max(0, laid.length - 1);
  const bars = sum(laid.flatMap((panel) => panel.rows));
  const stretch = bars > 0 ? Math.min(1.35, Math.max(1, 1 + (frame.available - height) / bars)) : 1;
  const canvas = frame.open(laid.length ? height + bars * (stretch - 1) : Math.max(60, frame.available));
  if (laid.length === 0) canvas.message('nothing-to-show', canvas.area);
  const [left, right] = [canvas.area.left + labels + gap, canvas.area.right - texts - gap];
  let y = canvas.area.top;
  for (const { title, rows: list } of laid) {
    canvas.lines(title, canvas.area.left, y + 0.85 * size, { bold: true });
    y += title.length * size * LEADING + 0.5 * size;
    const deep = list.length ? sum(list) * stretch : 2.5 * size;
    barPanel(canvas, list, stretch, { left, top: y, right, bottom: y + deep }, canvas.area.left);
    y += deep + axis + between;
  }
  return canvas.finish();
};
const barPanel = (canvas, rows, stretch, plot, edge) => {
  const { size } = canvas;
  if (rows.length === 0) {
    canvas.message('nothing-to-show', { ...plot, left: edge });
    return;
  }
  const values = rows.flatMap(({ value, range }) => [...(value === null ? [] : [value]), ...(range ?? [])]);
  const x = rulerFor(false, 'zero', values, under(plot.right - plot.left, size, (text) => widthOf(text, size) + size));
  const panel = x && panelOf(canvas, plot, x, unitRuler(size));
  panel?.gridX();
  panel?.axisX(true);
  const at = (value) => plot.left + (x ? x.share(value) : 0) * (plot.right - plot.left);
  let y = plot.top;
  for (const { row, label, range, text, value, height } of rows) {
    const deep = height * stretch;
    const middle = y + deep / 2;
    y += deep;
    canvas.lines(label, edge, centred(label, middle, size), { v: 'center' });
    if (value === null || !x) {
      canvas.text(text, at(0) + 0.5 * size, middle, { v: 'center', colour: look.faint_ink });
      continue;
    }
    const [zero, end] = [at(0), at(value)];
    const half = Math.min(0.33 * deep, 0.75 * size);
    const bar = { left: Math.min(zero, end), right: Math.max(zero, end), top: middle - half, bottom: middle + half };
    if (row.kind === 'Yardstick') hatched(canvas, bar, look.yardstick, 2.6, 0.6, 0.8);
    else canvas.rect(bar, look.bars[row.kind === 'Second' ? 1 : 0]);
    let reach = bar.right;
    if (range) {
      const whisker = solid(look.ink, 0.9);
      canvas.line([[at(range[0]), middle], [at(range[1]), middle]], whisker);
      for (const place of range.map(at)) canvas.line([[place, middle - 0.5 * half], [place, middle + 0.5 * half]], whisker);
      reach = Math.max(reach, at(range[1]));
    }
    canvas.text(text, reach + 0.5 * size, middle, { v: 'center', halo: true });
  }
  if (x) canvas.line([[at(0), plot.top], [at(0), plot.bottom]], solid(look.ink, 0.7));
};
const hatched = (canvas, bar, [fillColour, line], apart, thin, outline) => {
  canvas.rect(bar, fillColour);
  canvas.hatch(bar, apart, solid(line, thin));
  canvas.outline(bar, solid(line, outline));
};

const DOT = 1.7;
painters.Ranges = (chart, page) => {
  const frame = frameOf(chart.heading, page);
  const { size, small, inner, width } = frame;
  const rows = chart.groups.flatMap((group) => group.rows);
  const textOf = (row) => (row.central === 0 ? chartWord('none') : shortNumber(row.central ?? NaN));
  const strip = (chart.strip?.values ?? []).filter((value) => finite(value) && canShow(true, value));
  const values = [...rows.flatMap((row) => [row.low, row.central, row.high]), ...(chart.mark ? [chart.mark.value] : []), ...strip].filter(finite);
  const labels = rows.map((row) => row.label).concat(chart.strip ? [chart.strip.label] : []);
  const names = Math.min(widest(labels, size), inner * (frame.narrow ? 0.36 : 0.3));
  const [left, right] = [EDGE + names + 0.8 * size, width - EDGE - widest(rows.map(textOf), size) - 0.8 * size];
  const x = rows.length ? rulerFor(true, 'round', values, under(right - left, size, (text) => widthOf(text, size) + size)) : null;
  if (!x) return frame.message('nothing-to-show', 60).finish();
  const at = (value) => left + Math.min(1, Math.max(0, x.share(value))) * (right - left);
  const groups = chart.groups.filter((group) => group.rows.length > 0).map((group) => ({
    group,
    title: wrapped(group.label, size, true, inner, 2),
    rows: group.rows.map((row) => {
      const label = wrapped(row.label, size, false, names + 0.1, 5);
      return { row, label, height: Math.max(label.length * size * LEADING + 0.3 * size, 1.75 * size) };
    }),
  }));
  const placed = placeNames(chart.mark ? [{ text: chart.mark.label, x: at(chart.mark.value), line: true }] : [], left, width - EDGE, small);
  const above = rowsOf(placed) * small * LEADING + 0.4 * size;
  const dots = stacked(strip, at);
  const deep = strip.length === 0 ? 0 : Math.max((Math.max(...dots.map(([, level]) => level)) + 1) * 2.2 * DOT + 0.9 * size, 2.2 * size);
  const body = groups.reduce((sum, { title, rows: list }) => sum + title.length * size * LEADING + 0.9 * size + list.reduce((total, row) => total + row.height, 0), 0);
  const name = withUnit(chart.x.label, chart.x.unit);
  const axis = TICK + (name === '' ? 1.6 : 3) * size;
  const canvas = frame.open(above + body + deep + axis);
  const plot = { left, right, top: canvas.area.top + above, bottom: canvas.area.top + above + body + deep };
  const panel = panelOf(canvas, plot, x, unitRuler(size));
  panel.gridX();
  panel.axisX(true);
  if (chart.mark && placed[0]) {
    const base = plot.top - 3 - placed[0].row * small * LEADING;
    canvas.line([[at(chart.mark.value), base + 2], [at(chart.mark.value), plot.bottom]], { colour: look.accent, width: 1.1, dash: MARK_DASH });
    drawName(canvas, placed[0], base, small);
  }
  let y = plot.top;
  for (const { group, title, rows: list } of groups) {
    canvas.lines(title, canvas.area.left, y + 0.95 * size, { bold: true, halo: true });
    y += title.length * size * LEADING + 0.4 * size;
    for (const laid of list) {
      rangeRow(canvas, laid, textOf(laid.row), y, at, group.pale);
      y += laid.height;
    }
    y += 0.5 * size;
  }
  if (strip.length > 0) {
    canvas.line([[canvas.area.left, y], [right, y]], solid(look.grid, 0.8));
    const base = plot.bottom - 0.5 * size;
    const lines = wrapped(chart.strip.label, size, false, names + 0.1, 4);
    canvas.lines(lines, canvas.area.left, centred(lines, (y + plot.bottom) / 2, size), { v: 'center' });
    for (const [across, level] of dots) canvas.dot(across, base - level * 2.2 * DOT, DOT, look.opposite_text);
  }
  canvas.titleX(name, left, right, plot.bottom + axis - 0.15 * size);
  return canvas.finish();
};
const rangeRow = (canvas, { row, label, height }, text, y, at, pale) => {
  const { size } = canvas;
  const middle = y + height / 2;
  const words = { colour: pale ? look.faint_ink : look.ink, v: 'center' };
  canvas.lines(label, canvas.area.left, centred(label, middle, size), words);
  canvas.text(text, canvas.area.right, middle, { ...words, h: 'right' });
  const [bar, dot] = pale ? [look.bars[1], look.faint_ink] : [look.bars[0], look.ink];
  if (!finite(row.low) || !finite(row.high) || !canShow(false, row.low) || !canShow(false, row.high)) return;
  const place = (value) => at(value > 0 ? value : 2.2250738585072014e-308);
  const [a, b] = [place(row.low), place(row.high)];
  const half = pale ? 1.6 : 2.4;
  canvas.rect({ left: a, right: Math.max(b, a + 0.5), top: middle - half, bottom: middle + half }, bar);
  if (row.low <= 0) canvas.polygon([[a - 4, middle], [a + 1, middle - 3.6], [a + 1, middle + 3.6]], bar);
  if (row.central > 0) {
    canvas.dot(at(row.central), middle, 3.6, look.ground);
    canvas.dot(at(row.central), middle, 2.8, dot);
  }
};
// Where dots stand that would cover one another: each on the lowest level with room for it.
const stacked = (values, at) => {
  const ends = [];
  return [...values].sort((a, b) => a - b).map((value) => {
    const x = at(value);
    const found = ends.findIndex((end) => x - end >= 2.2 * DOT);
    const level = found < 0 ? ends.length : found;
    ends[level] = x;
    return [x, level];
  });
};

painters.Stack = (chart, page) => {
  const frame = frameOf(chart.heading, page);
  const { size, inner, width } = frame;
  const partsOf = (row) => row.parts.map(({ amount }) => (finite(amount) && canShow(false, amount) ? Math.max(0, amount) : 0));
  const sumOf = (row) => partsOf(row).reduce((sum, part) => sum + part, 0);
  const textOf = (row) => row.text || shortNumber(sumOf(row));
  const rows = chart.groups.flatMap((group) => group.rows);
  const names = Math.min(widest(rows.map((row) => row.label), size), inner * (frame.narrow ? 0.34 : 0.28));
  const [left, right] = [EDGE + names + 0.8 * size, width - EDGE - widest(rows.map(textOf), size) - size];
  const x = rows.length ? rulerFor(false, 'zero', rows.map(sumOf), under(Math.max(1, right - left), size, (text) => widthOf(text, size) + size)) : null;
  if (!x) return frame.message('nothing-to-show', 60).finish();
  const groups = chart.groups.filter((group) => group.rows.length > 0).map((group) => ({
    title: wrapped(group.label, size, true, inner, 2),
    rows: group.rows.map((row) => {
      const label = wrapped(row.label, size, false, names + 0.1, 5);
      return { row, label, height: Math.max(label.length * size * LEADING + 0.3 * size, 1.55 * size) };
    }),
  }));
  const keys = [];
  let [along, line] = [0, 0];
  for (const part of chart.parts) {
    const wide = 1.8 * size + widthOf(part, size) + 1.4 * size;
    if (along > 0 && along + wide > inner + 1.4 * size) [along, line] = [0, line + 1];
    keys.push([part, along, line]);
    along += wide;
  }
  const above = keys.reduce((most, [, , row]) => Math.max(most, row + 1), 0) * 1.6 * size + 0.3 * size;
  const body = groups.reduce((sum, { title, rows: list }) => sum + title.length * size * LEADING + 0.9 * size + list.reduce((total, row) => total + row.height, 0), 0);
  const name = withUnit(chart.x.label, chart.x.unit);
  const axis = TICK + (name === '' ? 1.6 : 3) * size;
  const canvas = frame.open(above + body + axis);
  for (const [part, from, row] of keys) {
    const base = canvas.area.top + row * 1.6 * size + 0.8 * size;
    const low = canvas.area.left + from;
    stackFill(canvas, { left: low, right: low + 1.4 * size, top: base - 0.45 * size, bottom: base + 0.45 * size }, chart.parts.indexOf(part));
    canvas.text(part, low + 1.8 * size, base, { v: 'center' });
  }
  const plot = { left, right, top: canvas.area.top + above, bottom: canvas.area.top + above + body };
  const panel = panelOf(canvas, plot, x, unitRuler(size));
  panel.gridX();
  panel.axisX(true);
  const at = (value) => left + x.share(value) * (right - left);
  let y = plot.top;
  for (const { title, rows: list } of groups) {
    canvas.lines(title, canvas.area.left, y + 0.95 * size, { bold: true, halo: true });
    y += title.length * size * LEADING + 0.4 * size;
    for (const { row, label, height } of list) {
      const middle = y + height / 2;
      canvas.lines(label, canvas.area.left, centred(label, middle, size), { v: 'center' });
      const half = Math.min(0.36 * height, 0.6 * size);
      let from = 0;
      partsOf(row).forEach((part, position) => {
        if (part > 0) stackFill(canvas, { left: at(from), right: at(from + part), top: middle - half, bottom: middle + half }, position);
        from += part;
      });
      canvas.text(textOf(row), at(from) + 0.4 * size, middle, { v: 'center', halo: true });
      y += height;
    }
    y += 0.5 * size;
  }
  canvas.titleX(name, left, right, plot.bottom + axis - 0.15 * size);
  return canvas.finish();
};
const stackFill = (canvas, bar, position) => {
  if (position === 0) hatched(canvas, bar, look.yardstick, 2.6, 0.6, 0.6);
  else if (position === 1) {
    canvas.rect(bar, look.pale);
    canvas.outline(bar, solid(look.faint_ink, 0.4));
  } else if (position === 2) hatched(canvas, bar, look.opposite, 4, 0.8, 0.6);
  else canvas.rect(bar, look.bars[position === 3 ? 1 : 0]);
};

const HEAD = 1.7;
const NOTE = 2;
const SWATCH = 14;
painters.Tornado = (chart, page) => {
  const frame = frameOf(chart.heading, page);
  const { size, small, inner, width } = frame;
  const note = tornadoNote(chart, small, inner);
  const noteHeight = note.length ? note.length * small * LEADING + 0.5 * size : 0;
  const drawNote = (canvas) => canvas.lines(note, canvas.area.left, canvas.area.bottom - (note.length - 1) * small * LEADING - 0.2 * small, { size: small, colour: look.faint_ink });
  const { central } = chart;
  if (chart.bars.length === 0 || !finite(central) || !canShow(false, central)) {
    const room = Math.max(40, frame.available - noteHeight);
    const canvas = frame.open(room + noteHeight);
    canvas.message(chart.bars.length === 0 ? 'nothing-to-show' : 'no-central', { ...canvas.area, bottom: canvas.area.top + room });
    drawNote(canvas);
    return canvas.finish();
  }
  // In a column names stand above their bars, so that the bars have the whole width.
  const above = frame.narrow;
  const names = above ? inner : Math.min(widest(chart.bars.map((bar) => bar.label), size), 0.36 * inner);
  const most = (above ? 0.3 : 0.17) * inner;
  let before;
  const rows = tornadoOrder(chart).map((bar) => {
    const row = tornadoRow(bar, central, { size, small, names, most, above });
    const group = bar.group ?? null;
    const head = group !== null && group !== before ? group : null;
    before = group;
    return { ...row, group: head, height: row.height + (head === null ? 0 : HEAD * size) };
  });
  const [left, right, x] = tornadoSides(rows, central, [above ? EDGE : EDGE + names + 0.8 * size, width - EDGE], size);
  const keys = [['key-low', false], ['key-high', true]].map(([key, high]) => [chartWord(key), high]);
  const needs = keys.reduce((sum, [text]) => sum + SWATCH + 4 + widthOf(text, size) + 1.5 * size, 0);
  const key = needs <= inner ? [keys] : keys.map((entry) => [entry]);
  const keyHeight = key.length * size * 1.35;
  const axis = TICK + 3 * size;
  const fixed = keyHeight + 1.9 * size + axis + noteHeight;
  const bars = rows.reduce((sum, row) => sum + row.height, 0);
  const stretch = Math.min(1.35, Math.max(1, (frame.available - fixed) / bars));
  for (const row of rows) row.height *= stretch;
  const canvas = frame.open(fixed + bars * stretch);
  key.forEach((entries, line) => {
    let from = canvas.area.left;
    const y = canvas.area.top + 0.5 * size + line * 1.35 * size;
    for (const [text, high] of entries) {
      tornadoEnd(canvas, { left: from, right: from + SWATCH, top: y - 0.4 * size, bottom: y + 0.4 * size }, high);
      canvas.text(text, from + SWATCH + 4, y, { v: 'center' });
      from += SWATCH + 4 + widthOf(text, size) + 1.5 * size;
    }
  });
  const top = canvas.area.top + keyHeight + 1.9 * size;
  const plot = { left, right, top, bottom: top + bars * stretch };
  drawTornado(canvas, chart, rows, plot, x, above ? null : EDGE + names);
  canvas.titleX(withUnit(chart.label, chart.unit), left, right, plot.bottom + axis - 0.3 * size);
  drawNote(canvas);
  return canvas.finish();
};
const tornadoNote = ({ not_used: inputs }, small, inner) => {
  const text = (named) => {
    if (named === 0) return '';
    const list = inputs.slice(0, named).join(', ');
    return named === inputs.length ? chartWord('no-effect', { inputs: list }) : chartWord('no-effect-more', { inputs: list, more: inputs.length - named });
  };
  const lines = (named, most) => wrapped(text(named), small, false, inner, most);
  for (let named = inputs.length; named >= 1; named -= 1) {
    const found = lines(named, NOTE + 1);
    if (found.length <= NOTE) return found;
  }
  return lines(Math.min(1, inputs.length), NOTE);
};
const tornadoOrder = ({ bars, central }) => {
  const length = (bar) => {
    const ends = [central, bar.low_value, bar.high_value].filter((value) => finite(value) && canShow(false, value));
    return Math.max(...ends) - Math.min(...ends);
  };
  const groups = [...new Set(bars.map((bar) => bar.group ?? null))];
  const groupOf = (bar) => groups.indexOf(bar.group ?? null);
  return [...bars].sort((a, b) => groupOf(a) - groupOf(b) || length(b) - length(a));
};
const tornadoRow = (bar, central, { size, small, names, most, above }) => {
  const known = (value) => finite(value) && canShow(false, value);
  const side = (value) => (known(value) ? value - central : 0);
  const [low, high] = [side(bar.low_value), side(bar.high_value)];
  const folded = low * high > 0;
  // An end that stays at the centre takes the free side.
  const lowLeft = low < 0 || (low === 0 && high >= 0);
  const highLeft = high < 0 || (high === 0 && !lowLeft);
  const end = (value, said, left, isHigh) => {
    const words = known(value) ? said : chartWord('text-not-available', { text: said });
    const text = wrapped(words.replace(/^[ :\u00a0]+/, ''), small, false, most, 1).join('');
    return { value: known(value) ? value : null, text, needs: widthOf(text, small) + 3.5, left, high: isHigh };
  };
  const label = wrapped(bar.label, size, false, names + 0.1, above ? 2 : 4);
  const thick = (folded ? 2.5 : 1.9) * size;
  const lines = label.length * size * LEADING;
  const height = above ? lines + thick : Math.max(thick, lines + 0.4 * size);
  return { label, folded, height, ends: [end(bar.low_value, bar.low_text, lowLeft, false), end(bar.high_value, bar.high_text, highLeft, true)] };
};
const tornadoSides = (rows, central, room, size) => {
  const ends = rows.flatMap((row) => row.ends);
  const values = [...ends.map((end) => end.value).filter((value) => value !== null), central];
  const ruler = (length) => rulerFor(false, 'exact', values, under(length, size, (text) => widthOf(text, size) + size));
  const x = ruler(room[1] - room[0]);
  if (!x) return [...room, null];
  let [left, right] = room;
  for (let turn = 0; turn < 20; turn += 1) {
    let [overLeft, overRight] = [0, 0];
    for (const end of ends) {
      const place = left + x.share(end.value ?? central) * (right - left);
      if (end.left) overLeft = Math.max(overLeft, room[0] - (place - end.needs));
      else overRight = Math.max(overRight, place + end.needs - room[1]);
    }
    [left, right] = [left + overLeft, right - overRight];
  }
  return fitSides(left, right, [room[0] - 0.5 * size, room[1]], size, ruler);
};
const tornadoEnd = (canvas, bar, high) => (high ? hatched(canvas, bar, look.opposite, 2.6, 0.5, 0.6) : canvas.rect(bar, look.bars[0]));
const drawTornado = (canvas, chart, rows, plot, x, names) => {
  const { size, small } = canvas;
  if (!x) {
    canvas.message('no-values', plot);
    return;
  }
  const panel = panelOf(canvas, plot, x, unitRuler(size));
  panel.gridX();
  const at = (value) => plot.left + x.share(value) * (plot.right - plot.left);
  const centre = at(chart.central);
  const line = solid(look.ink, 1.1);
  canvas.line([[centre, plot.top - 2], [centre, plot.bottom]], line);
  let y = plot.top;
  for (const row of rows) {
    const head = row.group === null ? 0 : HEAD * size;
    if (row.group !== null) canvas.text(row.group, EDGE, y + 0.55 * head, { bold: true, v: 'center', halo: true });
    const [rowTop, rowHeight] = [y + head, row.height - head];
    const words = row.label.length * size * LEADING;
    const [top, height] = names === null ? [rowTop + words, rowHeight - words] : [rowTop, rowHeight];
    const half = Math.min(0.36 * height, (row.folded ? 1.1 : 0.75) * size);
    const middle = names === null ? top + half + 0.1 * size : top + height / 2;
    if (names === null) canvas.lines(row.label, EDGE, rowTop + 0.72 * size, { v: 'center', halo: true });
    else canvas.lines(row.label, names, middle - (words - size * LEADING) / 2, { v: 'center', halo: true, h: 'right' });
    for (const end of row.ends) {
      const [up, down] = !row.folded ? [half, half] : end.high ? [0, half] : [half, 0];
      const to = at(end.value ?? chart.central);
      tornadoEnd(canvas, { left: Math.min(centre, to), right: Math.max(centre, to), top: middle - up, bottom: middle + down }, end.high);
      const [beside, h] = end.left ? [to - 3, 'right'] : [to + 3, 'left'];
      canvas.text(end.text, beside, middle + (down - up) / 2, { size: small, colour: look.faint_ink, h, v: 'center', halo: true });
    }
    // Again, over the ends of the bars but not over the texts.
    canvas.line([[centre, middle - half - 1], [centre, middle + half + 1]], line);
    y += row.height;
  }
  panel.axisX(true);
  const text = chart.central_text || chartWord('central-case', { value: shortNumber(chart.central) });
  canvas.titleX(text, centre, centre, plot.top - 4.5);
};
