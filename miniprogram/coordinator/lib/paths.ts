/** Pages of the coordinator that nobody else leads to. */
export const detailPath = (appeal: string) => `/coordinator/pages/appeal/appeal?id=${appeal}`;
export const dispatchPath = (appeal: string) => `/coordinator/pages/dispatch/dispatch?appeal=${appeal}`;
export const whistlePath = (appeal: string) => `/coordinator/pages/whistle/whistle?appeal=${appeal}`;
export const meetingPath = (meeting: string) => `/coordinator/pages/meeting/meeting?id=${meeting}`;
export const cataloguePath = '/coordinator/pages/catalogue/catalogue';
export const tablePath = '/coordinator/pages/table/table';
export const signsPath = '/coordinator/pages/signs/signs';
/** `areas`: of a row written for some areas, joined by commas; `new` to write one. */
export const matterPath = (matter: string, areas = '') =>
  `/coordinator/pages/matter/matter?id=${matter}&areas=${areas}`;
export const whyPath = (appeal: string) => `/coordinator/pages/why/why?id=${appeal}`;
export const lightsPath = (whistle: string) => `/coordinator/pages/lights/lights?id=${whistle}`;
export const mapPath = '/coordinator/pages/map/map';
export const trendPath = (by: 'all' | 'grid' | 'matter', key: string, period: string) =>
  `/coordinator/pages/trend/trend?by=${by}&key=${key}&period=${period}`;
