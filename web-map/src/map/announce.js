/**
 * Says a text politely through one aria-live region. The same text twice is said twice: the region is emptied in
 * between, and of several texts within 150 ms only the last one is said.
 */
export function announcer(region, delayMillis = 150) {
  let timer = 0;
  return function announce(text) {
    clearTimeout(timer);
    region.textContent = '';
    timer = setTimeout(() => {
      region.textContent = text;
    }, delayMillis);
  };
}
