/**
 * Short messages between map and panel that are not worth an address:
 *
 *     bus.emit('hotspot:hover', id)            null when nothing is pointed at any longer
 *     const stop = bus.listen('hotspot:hover', (id) => …)
 */
export class Bus {
  #target = new EventTarget();

  emit(name, detail = null) {
    this.#target.dispatchEvent(new CustomEvent(name, { detail }));
  }

  listen(name, listener) {
    const handler = (event) => listener(event.detail);
    this.#target.addEventListener(name, handler);
    return () => this.#target.removeEventListener(name, handler);
  }
}
