// Values of classes along log axes, with names where there is room for them, and numbers with a key where there is none.
const MOST_RUNS = 12;
// Draws until the names that find no room are those that got numbers: numbers and their key take room from others in turn.
const settled = (draw) => {
  let numbered = [];
  for (let run = 0; run < MOST_RUNS; run += 1) {
    const [canvas, found] = draw(numbered);
    if (String(found) === String(numbered) || (numbered.length === 0 && found.every((names) => names.length === 0))) return canvas;
    numbered = found;
  }
  return draw(numbered)[0];
};
const keyLines = (names, size, room) => wrapped(names.map((name, at) => `${at + 1} ${name}`).join(', '), size, false, room, 8);
const keyHeight = (key, size) => (key.length === 0 ? 0 : (key.length + 0.5) * size * LEADING);
// Names points where there is room, the first ones first; gives those that would cover something.
const placePoints = (canvas, obstacles, requests, area) => {
  const size = canvas.small;
  const gap = requests.length === 1 && requests[0].strong ? 6.5 : 3.5;
  return requests.filter(({ name, point, strong }) => {
    const box = [widthOf(name, size) + 2, 0.8 * size + 2];
    const found = obstacles.cheapest(aroundPoint(point, box, gap), area);
    if (!found || found[1] > 0) return true;
    const [free] = found;
    canvas.text(name, free.left + 1, free.bottom - 1 - 0.07 * size, { size, colour: strong ? look.ink : look.faint_ink, halo: true });
    obstacles.addBox(free);
    return false;
  });
};
// Numbers points where they hide least; farther out a thin line says whose number it is.
const numberPoints = (canvas, obstacles, points, area) => points.forEach(([x, y], at) => {
  const size = canvas.small;
  const text = String(at + 1);
  const box = [widthOf(text, size, true) + 1, 0.8 * size + 1];
  const best = (gaps) => obstacles.cheapest(gaps.flatMap((gap) => aroundPoint([x, y], box, gap)), area);
  const [near, far] = [best([2.8, 4.5]), best([7.5, 10.5, 14])];
  const isFar = near[1] > 0 && far[1] <= 0;
  const [free] = isFar ? far : near;
  if (isFar) canvas.line([[x, y], [Math.min(free.right, Math.max(free.left, x)), Math.min(free.bottom, Math.max(free.top, y))]], solid(look.faint_ink, 0.5));
  canvas.text(text, free.left + 0.5, free.bottom - 0.5 - 0.07 * size, { size, bold: true, halo: true });
  obstacles.addBox(free);
});
// Numbers the points with these names and names the others; gives the names that are numbered and all that found no room.
const nameOrNumber = (canvas, obstacles, requests, numbered, area) => {
  const byPlace = (a, b) => a.point[1] - b.point[1] || a.point[0] - b.point[0];
  const keyed = requests.filter(({ name }) => numbered.includes(name)).sort(byPlace);
  numberPoints(canvas, obstacles, keyed.map(({ point }) => point), area);
  const leftOut = placePoints(canvas, obstacles, requests.filter(({ name }) => !numbered.includes(name)), area);
  return [...keyed, ...leftOut].sort(byPlace).map(({ name }) => name);
};

painters.Dots = (chart, page) => {
  const frame = frameOf(chart.heading, page);
  return settled((numbered) => drawDots(chart, frame, chart.panels.map((_, at) => numbered[at] ?? []))).finish();
};
const drawDots = (chart, frame, unnamed) => {
  const { size, small, inner } = frame;
  const rows = chart.panels.flatMap((panel) => panel.rows);
  const names = Math.min(0.35 * inner, widest(rows.map((row) => row.label), size, true));
  const lines = rows.reduce((most, row) => Math.max(most, wrapped(row.label, size, true, names + 0.1, 3).length), 1);
  const row = Math.max(2.5 * size, (lines * LEADING + 0.4) * size);
  const above = (panel) => 1.8 * size + (panel.mark ? small * LEADING + 2 : 0);
  const axis = TICK + 2.4 * size;
  const keys = unnamed.map((list) => keyLines(list, small, inner));
  const heightOf = (panel) => row * Math.max(1, panel.rows.length);
  const total = chart.panels.reduce((sum, panel, at) => sum + above(panel) + heightOf(panel) + axis + keyHeight(keys[at], small), 0);
  const canvas = frame.open(Math.max(60, total));
  const { area } = canvas;
  if (chart.panels.length === 0) canvas.message('nothing-to-show', area);
  let y = area.top;
  const leftOver = chart.panels.map((panel, at) => {
    canvas.lines(wrapped(withUnit(panel.label, panel.unit), size, true, inner, 1), area.left, y + 0.85 * size, { bold: true });
    y += above(panel);
    const plot = { left: area.left + names + size, top: y, right: area.right - 1.5 * size, bottom: y + heightOf(panel) };
    const found = dotPanel(canvas, panel, plot, area.left, row, unnamed[at]);
    y += heightOf(panel) + axis;
    canvas.lines(keys[at], area.left, y, { size: small, colour: look.faint_ink });
    y += keyHeight(keys[at], small);
    return found;
  });
  return [canvas, leftOver];
};
const dotPanel = (canvas, { rows, mark }, plot, edge, row, numbered) => {
  const { size, small } = canvas;
  const marked = mark && finite(mark.value) && canShow(true, mark.value) ? mark : null;
  const values = rows.flatMap(({ dots }) => dots.map((dot) => dot.value));
  const x = rulerFor(true, 'round', [...values, ...(marked ? [marked.value] : [])], under(plot.right - plot.left, size, (text) => widthOf(text, size) + size));
  if (!x) {
    canvas.message('nothing-to-show', plot);
    return [];
  }
  const panel = panelOf(canvas, plot, x, unitRuler(size));
  panel.gridX();
  panel.axisX(true);
  const at = (value) => plot.left + x.share(value) * (plot.right - plot.left);
  const obstacles = obstaclesOf();
  const requests = [];
  // Below the dots: a dot on the line is to be seen.
  if (marked) {
    const line = [[at(marked.value), plot.top - 2], [at(marked.value), plot.bottom]];
    canvas.line(line, { colour: look.ink, width: 1.1, dash: MARK_DASH });
    obstacles.addLine(line);
  }
  rows.forEach(({ label, strong, band, dots }, index) => {
    const middle = plot.top + row * index + 0.62 * row;
    const lines = wrapped(label, size, strong, plot.left - size - edge + 0.1, 3);
    canvas.lines(lines, edge, middle - ((lines.length - 1) * size * LEADING) / 2, { bold: strong, v: 'center' });
    if (band) {
      const [low, median, high] = band.map(at);
      const half = 0.3 * row;
      canvas.rect({ left: low, right: high, top: middle - half, bottom: middle + half }, look.bars[1], 0.45);
      const line = [[median, middle - half], [median, middle + half]];
      canvas.line(line, solid(look.ink, 1.4));
      obstacles.addLine(line);
    }
    for (const dot of dots.filter(({ value }) => finite(value) && canShow(true, value))) {
      const place = at(dot.value);
      canvas.dot(place, middle, 2.6, look.ground);
      canvas.dot(place, middle, 2.1, strong ? look.accent : look.bars[0]);
      obstacles.addBox({ left: place - 2.6, right: place + 2.6, top: middle - 2.6, bottom: middle + 2.6 });
      requests.push({ name: dot.label, point: [place, middle], strong });
    }
  });
  if (marked) {
    const half = widthOf(marked.label, small, true) / 2;
    const left = Math.max(edge, Math.min(at(marked.value) - half, plot.right + size - 2 * half));
    canvas.text(marked.label, left, plot.top - 4, { size: small, bold: true });
  }
  const ordered = [...requests.filter(({ strong }) => strong), ...requests.filter(({ strong }) => !strong)];
  return nameOrNumber(canvas, obstacles, ordered, numbered, plot);
};
