/** Where the files with the small pictures lie, from this module on: they have the build in their address as modules do. */
export const ICONS = new URL('../../images/icons.svg', import.meta.url).pathname;
export const BRAND = new URL('../../images/lageskarta.svg', import.meta.url).pathname;
