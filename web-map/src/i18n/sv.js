/** All words of the page in Swedish: the map's and those of map/ui and map/tools. A test keeps the keys of both languages equal. */
import analyses from './analyses.sv.js';
import areaChecks from './areaChecks.sv.js';
import causes from './causes.sv.js';
import codes from './codes.sv.js';
import documents from './documents.sv.js';
import exports from './exports.sv.js';
import followups from './followups.sv.js';
import imports from './imports.sv.js';
import map from './map.sv.js';
import meeting from './meeting.sv.js';
import pages from './pages.sv.js';
import picture from './picture.sv.js';
import places from './places.sv.js';
import plan from './plan.sv.js';
import publications from './publications.sv.js';
import registers from './registers.sv.js';
import reports from './reports.sv.js';
import savedStates from './savedStates.sv.js';
import spots from './spots.sv.js';
import survey from './survey.sv.js';
import told from './told.sv.js';
import ui from './ui.sv.js';
import walks from './walks.sv.js';
import waves from './waves.sv.js';

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
