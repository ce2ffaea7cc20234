/** Zoom, my place and full screen as ordinary buttons with names, at the edge of the map. */
import { MEASURE_WRITERS } from '../lib/audience.js';
import { html, on, render } from '../lib/html.js';
import { ICONS } from '../lib/pictures.js';

export class MapButtons {
  #app;
  #element;
  #stops = [];

  constructor(app, element) {
    this.#app = app;
    this.#element = element;
  }

  open() {
    this.#draw();
    const { leaflet } = this.#app.map;
    this.#stops.push(
      on(this.#element, 'click', '[data-action="zoom-in"]', () => leaflet.zoomIn()),
      on(this.#element, 'click', '[data-action="zoom-out"]', () => leaflet.zoomOut()),
      on(this.#element, 'click', '[data-action="home"]', () => this.#goHome()),
      on(this.#element, 'click', '[data-action="locate"]', () => this.#locate()),
      on(this.#element, 'click', '[data-action="full-screen"]', () => this.#fullScreen()),
      on(this.#element, 'click', '[data-action="calendar"]', () => this.#addToMeeting()),
    );
    leaflet.on('zoomend', this.#zoomed);
    document.addEventListener('fullscreenchange', this.#fullScreenChanged);
    this.#zoomed();
    return this;
  }

  close() {
    this.#app.map.leaflet.off('zoomend', this.#zoomed);
    document.removeEventListener('fullscreenchange', this.#fullScreenChanged);
    for (const stop of this.#stops.splice(0)) stop();
    render(this.#element, html``);
  }

  #draw() {
    const { t } = this.#app;
    const button = (action, label) => html`<button type="button" class="map-button" data-action="${action}" aria-label="${t(label)}" title="${t(label)}">
      <svg class="icon" aria-hidden="true"><use href="${ICONS}#${action}"></use></svg>
    </button>`;
    render(
      this.#element,
      html`<div class="map-buttons" role="group" aria-label="${t('map.tools')}">
        <div class="map-buttons__group">${button('zoom-in', 'map.zoomIn')}${button('zoom-out', 'map.zoomOut')}</div>
        <div class="map-buttons__group">${button('home', 'map.home')}${navigator.geolocation && button('locate', 'map.locate')}${
          document.fullscreenEnabled && button('full-screen', 'map.fullScreen')
        }</div>
        ${this.#app.can(...MEASURE_WRITERS) && html`<div class="map-buttons__group">${button('calendar', 'meeting.addView')}</div>`}
      </div>`,
    );
  }

  #zoomed = () => {
    const { leaflet } = this.#app.map;
    const zoom = leaflet.getZoom();
    const limit = (action, reached) => this.#element.querySelector(`[data-action="${action}"]`).setAttribute('aria-disabled', String(reached));
    limit('zoom-in', zoom >= leaflet.getMaxZoom());
    limit('zoom-out', zoom <= leaflet.getMinZoom());
  };

  #goHome() {
    const bounds = this.#app.group?.bounds;
    if (bounds) this.#app.map.fit(bounds);
  }

  #locate() {
    const { t, map, announce } = this.#app;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        map.showMyPlace(coords.longitude, coords.latitude, coords.accuracy);
        announce(t('map.located', { metres: Math.round(coords.accuracy) }));
      },
      () => this.#app.notice(t('map.locateFailed')),
      { enableHighAccuracy: true, timeout: 10_000 },
    );
  }

  async #addToMeeting() {
    const { AddToMeeting } = await import('../ui/meetings/addToMeeting.js');
    new AddToMeeting(this.#app).open();
  }

  #fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen();
  }

  #fullScreenChanged = () => {
    const button = this.#element.querySelector('[data-action="full-screen"]');
    const key = document.fullscreenElement ? 'map.leaveFullScreen' : 'map.fullScreen';
    button?.setAttribute('aria-label', this.#app.t(key));
    if (button) button.title = this.#app.t(key);
  };
}
