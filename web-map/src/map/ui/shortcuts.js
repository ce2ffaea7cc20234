/**
 * Single keys for what is done often. They rest while somebody writes, while a dialog is open and while the map draws,
 * and they can be switched off (WCAG 2.1.4) in the help that "?" opens.
 */
const SWITCH = 'lageskarta.shortcuts';
/** Works even when the rest is switched off, so that they can be switched on again. */
const ALWAYS = ['?', 'Escape'];
const RESTING = 'input, textarea, select, [contenteditable], dialog, [role="dialog"], .popover, .account';

export class Shortcuts {
  #actions;
  #onKey = (event) => this.#press(event);

  /** @param {Record<string, () => void>} actions by `event.key` */
  constructor(actions) {
    this.#actions = actions;
  }

  open() {
    document.addEventListener('keydown', this.#onKey);
    return this;
  }

  close() {
    document.removeEventListener('keydown', this.#onKey);
  }

  #press(event) {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest?.(RESTING) || document.querySelector('dialog[open]') || document.body.classList.contains('drawing')) return;
    if (!areShortcutsOn() && !ALWAYS.includes(event.key)) return;
    const action = this.#actions[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }
}

export function areShortcutsOn() {
  return localStorage.getItem(SWITCH) !== 'off';
}

export function switchShortcuts(on) {
  localStorage.setItem(SWITCH, on ? 'on' : 'off');
}
