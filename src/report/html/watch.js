// The page of a scenario that is being edited: when its files are saved it takes the new one in, with what was moved (that
// is in the address), unfolded and scrolled to; what is wrong with them stands above.
const KEPT = 'forcesize-view';
const keepView = () => sessionStorage.setItem(KEPT, JSON.stringify({ top: scrollY, open: all('details[open][id]').map((one) => one.id) }));
const view = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
sessionStorage.removeItem(KEPT);
if (view) {
  for (const id of view.open) at(id)?.setAttribute('open', '');
  scrollTo(0, view.top);
}
const complaints = at('complaints');
const ask = async () => {
  try {
    const now = await (await fetch('state', { cache: 'no-store' })).json();
    complaints.textContent = now.complaints;
    if (now.version !== data.version) {
      keepView();
      location.reload();
      return;
    }
    setTimeout(ask, 400);
  } catch {
    // Whoever watched has ended; the page goes on as it is.
    complaints.textContent = data.words.unwatched;
  }
};
ask();
