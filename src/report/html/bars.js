// The bars that follow: requirements beside the forces counted on a logarithmic axis, ratios beside their yardsticks.
const SVG = 'http://www.w3.org/2000/svg';
const drawn = (name, attributes, text = '') => {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.textContent = text;
  return element;
};
const hundredths = (value) => Math.round(value * 100) / 100;
const percent = (value) => `${hundredths(value)}%`;
const drawMethods = () => {
  const values = data.methods.map((method) => result(method.metric));
  const counted = data.methods.map((method) => (method.counts.length ? method.counts.reduce((sum, input) => sum + x[input], 0) : NaN));
  const positive = (value) => value > 0 && Number.isFinite(value);
  const logs = [...counted, ...values].filter(positive).map(Math.log10);
  const low = Math.floor(Math.min(...logs));
  const high = Math.max(Math.ceil(Math.max(...logs)), low + 1);
  const place = (value) => hundredths(Math.min(100, Math.max(0, (100 * (Math.log10(value) - low)) / (high - low))));
  values.forEach((value, index) => {
    const there = counted[index];
    at(`counted-${index}`).textContent = Number.isFinite(there) ? shown(there) : '';
    at(`margin-${index}`).textContent = Number.isFinite(there) ? signed(there - value) : '';
    const bar = at(`bar-${index}`);
    if (!bar) return;
    const [line, rect] = bar.children;
    const [from, to] = positive(there) && positive(value) ? [place(there), place(value)] : [0, 0];
    line.setAttribute('x1', percent(from));
    line.setAttribute('x2', percent(from));
    rect.setAttribute('x', percent(Math.min(from, to)));
    rect.setAttribute('width', percent(Math.abs(to - from)));
    rect.setAttribute('class', value > there ? 'more' : 'less');
  });
  const axis = at('axis');
  if (axis && logs.length > 0) {
    const steps = Array.from({ length: high - low + 1 }, (_, step) => 10 ** (low + step));
    axis.replaceChildren(...steps.map((value, step) => {
      const anchor = step === 0 ? 'start' : 'middle';
      const inner = step > 0 && step < steps.length - 1 ? 'inner' : '';
      return drawn('text', { x: percent(place(value)), y: 12, 'text-anchor': anchor, class: inner }, shown(value));
    }));
  }
};
// A bar is a metric, or an input in a list.
const drawPanels = () => {
  data.panels.forEach((metrics, panel) => {
    const values = metrics.map((one) => (Array.isArray(one) ? x[one[0]] : result(one)));
    const most = Math.max(0, ...values.filter(Number.isFinite));
    values.forEach((value, row) => {
      const share = most > 0 && value > 0 && Number.isFinite(value) ? (100 * value) / most : 0;
      at(`ratio-${panel}-${row}`).setAttribute('width', percent(share));
    });
  });
};
const drawConditions = () => {
  data.conditions.forEach(([metric, atLeast, threshold], index) => {
    const value = result(metric);
    const holds = Number.isFinite(value) && (atLeast ? value >= threshold : value <= threshold);
    const cell = at(`holds-${index}`);
    cell.textContent = holds ? data.words.holds : data.words.fails;
    cell.className = holds ? 'holds' : 'fails';
  });
};
const drawBars = () => {
  drawMethods();
  drawPanels();
  drawConditions();
};
