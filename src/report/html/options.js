// Options move all the levers that they set at once.
const setByOptions = new Set(all('[data-option]').flatMap((button) => button.dataset.option.split(';').map((pair) => Number(pair.split('=')[0]))));
const options = all('[data-option]').map((button) => {
  const values = button.dataset.option.split(';').map((pair) => pair.split('=').map(Number));
  button.addEventListener('click', () => {
    // What another option had set goes back.
    const own = new Map(values);
    for (const input of setByOptions) set(input, own.get(input) ?? data.inputs[input].field);
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
