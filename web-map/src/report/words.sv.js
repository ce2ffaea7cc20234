/** The words that a page for a phone needs, in Swedish: few enough to be fetched at once where the network is slow. */
import map from '../i18n/map.sv.js';
import reports from '../i18n/reports.sv.js';

export default Object.freeze({ ...map, ...reports, loading: 'Hämtar …' });
