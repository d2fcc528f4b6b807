/** Light or dark: as the system has it, until it is chosen here. */

const KEY = 'tollwatch-theme';
const ORDER = ['', 'light', 'dark'];
const NAME = { '': 'As system', light: 'Light', dark: 'Dark' };

export function themeSwitch(button) {
  set(localStorage.getItem(KEY) ?? '');
  button.addEventListener('click', () => {
    set(ORDER[(ORDER.indexOf(document.documentElement.dataset.theme ?? '') + 1) % ORDER.length]);
  });

  function set(theme) {
    if (theme) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    localStorage.setItem(KEY, theme);
    button.textContent = NAME[theme];
    button.setAttribute('aria-label', `Colours: ${NAME[theme]}. Change`);
  }
}
