// Letters as widths, and text in lines that fit: what the program's charts measure text by.
const { look } = data;
const LEADING = 1.24;
const advances = look
  ? [look.letters.regular, look.letters.bold].map((widths) => new Map([...look.letters.characters].map((letter, at) => [letter, widths[at] / look.letters.em])))
  : [];
const widthOf = (text, size, bold = false) => {
  const widths = advances[bold ? 1 : 0];
  let sum = 0;
  for (const letter of text) sum += widths.get(letter) ?? look.letters.blank[bold ? 1 : 0];
  return size * sum;
};
const wrapped = (text, size, bold, room, most) => {
  const fits = (line) => widthOf(line, size, bold) <= room;
  const lines = [];
  let line = '';
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const joined = line === '' ? word : `${line} ${word}`;
    if (fits(joined)) {
      line = joined;
      continue;
    }
    if (line !== '') lines.push(line);
    line = '';
    for (const letter of word) {
      if (line !== '' && !fits(line + letter)) {
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  if (line !== '') lines.push(line);
  if (lines.length > most) {
    lines.length = most;
    let cut = [...lines[most - 1]];
    while (cut.length > 0 && !fits(`${cut.join('')}…`)) cut.pop();
    lines[most - 1] = `${cut.join('').trimEnd()}…`;
  }
  return lines;
};
const widest = (texts, size, bold = false) => texts.reduce((most, text) => Math.max(most, widthOf(text, size, bold)), 0);
