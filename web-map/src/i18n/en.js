/** All words of the page in English: the map's and those of map/ui and map/tools. A test keeps the keys of both languages equal. */
import analyses from './analyses.en.js';
import areaChecks from './areaChecks.en.js';
import causes from './causes.en.js';
import codes from './codes.en.js';
import documents from './documents.en.js';
import exports from './exports.en.js';
import followups from './followups.en.js';
import imports from './imports.en.js';
import map from './map.en.js';
import meeting from './meeting.en.js';
import pages from './pages.en.js';
import picture from './picture.en.js';
import places from './places.en.js';
import plan from './plan.en.js';
import publications from './publications.en.js';
import registers from './registers.en.js';
import reports from './reports.en.js';
import savedStates from './savedStates.en.js';
import spots from './spots.en.js';
import survey from './survey.en.js';
import told from './told.en.js';
import ui from './ui.en.js';
import walks from './walks.en.js';
import waves from './waves.en.js';

export default Object.freeze({
  ...analyses,
  ...areaChecks,
  ...causes,
  ...codes,
  ...documents,
  ...exports,
  ...followups,
  ...imports,
  ...map,
  ...meeting,
  ...pages,
  ...picture,
  ...places,
  ...plan,
  ...publications,
  ...registers,
  ...reports,
  ...savedStates,
  ...spots,
  ...survey,
  ...told,
  ...ui,
  ...walks,
  ...waves,
});
