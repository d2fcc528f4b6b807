/** Keeps the page fresh, and says whether it is. */

const EVERY = 10_000;
const PATIENCE = 3;

/** Asks again every few seconds while the page is seen; what has not changed is answered in a few bytes. */
export function keepFresh(place, show) {
  let missed = 0;
  setInterval(async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch('readyz');
      missed = 0;
      say(answer.ok ? 'live' : 'catching up');
      if (answer.ok && !document.querySelector('dialog[open]')) show();
    } catch {
      missed += 1;
      if (missed >= PATIENCE) say('no connection; what is shown may be old');
    }
  }, EVERY);
  say('live');

  function say(words) {
    if (place.textContent !== words) place.textContent = words;
    place.classList.toggle('lost', words !== 'live');
  }
}
