/** The words that a page for a phone needs, in English: few enough to be fetched at once where the network is slow. */
import map from '../i18n/map.en.js';
import reports from '../i18n/reports.en.js';

export default Object.freeze({ ...map, ...reports, loading: 'Loading …' });
