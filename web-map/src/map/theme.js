/** The colours of the page: light, or strong ones for a projector. The reader's choice is remembered on this machine. */
const REMEMBERED = 'lageskarta.theme';

/** Before anything is drawn: the map reads its colours when it opens. */
export function applyRememberedTheme() {
  document.documentElement.dataset.theme = localStorage.getItem(REMEMBERED) === 'projector' ? 'projector' : 'light';
}

export function projectorOn() {
  return document.documentElement.dataset.theme === 'projector';
}

export function switchTheme() {
  const theme = projectorOn() ? 'light' : 'projector';
  document.documentElement.dataset.theme = theme;
  localStorage.setItem(REMEMBERED, theme);
}
