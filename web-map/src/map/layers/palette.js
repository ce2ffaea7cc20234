/** The colours of the data layers, read from the tokens of the theme now in force: `palette().crime`. */
export function palette(root = document.documentElement) {
  const style = getComputedStyle(root);
  return new Proxy({}, { get: (seen, name) => (seen[name] ??= style.getPropertyValue(`--${kebab(name)}`).trim()) });
}

function kebab(name) {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
