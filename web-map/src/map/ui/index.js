/** Composes everything around the map: side panel, account menu, tools, dialogs and toasts. */

/** Opens all of it once the map and the shared answers exist; see map/app.js for what `app` offers. */
export function openUi() {}
