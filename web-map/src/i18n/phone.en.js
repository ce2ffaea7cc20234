/** The words that a page for a phone needs, in English: few enough to be fetched at once where the network is slow. */
import map from './map.en.js';
import reports from './reports.en.js';

export default Object.freeze({ ...map, ...reports, loading: 'Loading …' });
