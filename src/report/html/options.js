// Options move all the levers that they set at once.
const options = all('[data-option]').map((button) => {
  const values = button.dataset.option.split(';').map((pair) => pair.split('=').map(Number));
  button.addEventListener('click', () => {
    for (const [input, value] of values) set(input, value);
    commit();
  });
  return [button, values];
});
const drawOptions = () => {
  for (const [button, values] of options) {
    button.setAttribute('aria-pressed', values.every(([input, value]) => typed[input] === value) ? 'true' : 'false');
  }
};
drawOptions();
