// Charts and tables as files that a reader takes away.
const save = (name, blob) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  say(data.words.saving.replace('{file}', () => name));
};
// A field of a CSV file: in quotes where it must be, and never a formula of a spreadsheet.
const field = (value) => {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const text = /^[=+\-@\t\r]/.test(value ?? '') && !/^[+-]?[\d.,]+$/.test(value) ? `'${value}` : (value ?? '');
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
const csvOf = (rows) => rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
const saveRows = (name, rows) => save(`${name}.csv`, new Blob([csvOf(rows)], { type: 'text/csv;charset=utf-8' }));
const tableRows = (table) => [...table.rows].map((row) => [...row.cells].map((cell) => cell.textContent.trim()));
const isShownNow = (node) => node.getClientRects().length > 0;
// A drawing that stands alone: with the page's letters in it, and its size on paper.
const standing = (svg) => {
  const copy = svg.cloneNode(true);
  const [, , width, height] = svg.getAttribute('viewBox').split(' ').map(Number);
  copy.setAttribute('width', `${((width * 25.4) / 72).toFixed(2)}mm`);
  copy.setAttribute('height', `${((height * 25.4) / 72).toFixed(2)}mm`);
  const faces = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).filter((rule) => rule instanceof CSSFontFaceRule);
  const style = document.createElementNS(SVG, 'style');
  style.textContent = `${faces.map((rule) => rule.cssText).join('\n')}\ntext { font-family: "Forcesize Sans", sans-serif; }`;
  copy.prepend(style);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
};
const savePng = (name, svg) => {
  const { text, width, height } = standing(svg);
  const image = new Image();
  const scale = 300 / 72;
  image.addEventListener('load', () => {
    const sheet = document.createElement('canvas');
    [sheet.width, sheet.height] = [Math.round(width * scale), Math.round(height * scale)];
    sheet.getContext('2d').drawImage(image, 0, 0, sheet.width, sheet.height);
    sheet.toBlob((blob) => blob && save(`${name}.png`, blob), 'image/png');
  });
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
};
const button = (words, about, action) => {
  const made = element('button', words);
  made.type = 'button';
  made.setAttribute('aria-label', `${words}: ${about}`);
  made.addEventListener('click', action);
  return made;
};
const fileName = (text) => text.toLowerCase().normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '').slice(0, 60) || 'table';
for (const figure of all('figure.chart')) {
  const title = figure.querySelector('figcaption .unseen').textContent;
  const one = live.find((chart) => chart.figure === figure.id);
  const name = one?.id ?? fileName(title);
  const svg = () => [...all('svg', figure)].find(isShownNow) ?? figure.querySelector('svg');
  const tools = element('p', '', 'tools save js-only');
  tools.append(
    button('SVG', title, () => save(`${name}.svg`, new Blob([standing(svg()).text], { type: 'image/svg+xml' }))),
    button('PNG', title, () => savePng(name, svg())),
  );
  if (one) {
    const now = () => (moved().length > 0 ? movedChart(one) : centralChart(one));
    tools.append(button('CSV', title, () => {
      const { heads, rows } = tables[one.kind](now());
      saveRows(name, [heads, ...rows]);
    }));
    const numbers = element('details', '', 'numbers');
    numbers.append(element('summary', data.words.numbers));
    const place = element('div', '', 'scroll');
    numbers.append(place);
    one.numbers = () => numbers.open && place.replaceChildren(chartTable(one.kind, now()));
    numbers.addEventListener('toggle', one.numbers);
    figure.append(tools, numbers);
  } else {
    figure.append(tools);
  }
}
for (const table of all('details.part .scroll > table')) {
  if (table.closest('figure') || table.tBodies[0].rows.length < 2) continue;
  const title = table.caption?.firstChild.textContent.trim() || table.closest('details')?.querySelector('summary').textContent.trim() || data.name;
  const tools = element('p', '', 'tools save js-only');
  tools.append(button('CSV', title, () => saveRows(fileName(title), tableRows(table))));
  table.parentElement.after(tools);
}
