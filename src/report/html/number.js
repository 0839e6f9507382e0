// Digits for people, exactly as the program writes them: grouped thousands and significant digits, with the marks of the
// page's language.
const grouped = (value, decimals) => {
  // What sliders make infinite is divided by zero.
  if (!Number.isFinite(value)) return 'undefined';
  const digits = Math.abs(value).toFixed(decimals);
  const [whole, fraction] = digits.split('.');
  const sign = value < 0 && /[1-9]/.test(digits) ? '-' : '';
  const parted = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return sign + parted + (fraction ? `.${fraction}` : '');
};
const trimmed = (text) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);
const digitsOf = (number, digits) => {
  if (number === 0 || !Number.isFinite(number)) return grouped(number, 0);
  const value = digits < 15 ? number * (1 + Number.EPSILON) : number;
  const scientific = value.toExponential(digits - 1);
  const [mantissa, power] = scientific.split('e');
  const exponent = Number(power);
  if (exponent < -6 || exponent >= 15) return `${trimmed(mantissa)}e${exponent}`;
  return trimmed(grouped(Number(scientific), Math.max(0, digits - 1 - exponent)));
};
const local = (english) => (english === 'undefined' ? data.words.undefined : english.replace(/[,.]/g, (mark) => (mark === ',' ? data.words.group : data.words.point)));
const significant = (number, digits) => local(digitsOf(number, digits));
const shown = (value) => significant(value, 3);
// What a reader types: with the marks of the page's language, as TOML has it, or with an exponent.
const readNumber = (text) => {
  const { group, point } = data.words;
  const tidy = text.replace(/[\s_]/g, '').replace('\u2212', '-');
  const thousands = group.trim() && new RegExp(`^[+-]?\\d{1,3}(\\${group}\\d{3})+(\\${point}\\d+)?$`);
  const whole = thousands && thousands.test(tidy) ? tidy.replaceAll(group, '') : tidy;
  const number = whole.replace(point, '.');
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(number) ? Number(number) : NaN;
};
const signed = (value) => (value > 0 ? `+${shown(value)}` : shown(value));
