/** Pages of the coordinator that nobody else leads to. */
export const detailPath = (appeal: string) => `/coordinator/pages/appeal/appeal?id=${appeal}`;
export const dispatchPath = (appeal: string) => `/coordinator/pages/dispatch/dispatch?appeal=${appeal}`;
export const whistlePath = (appeal: string) => `/coordinator/pages/whistle/whistle?appeal=${appeal}`;
export const meetingPath = (meeting: string) => `/coordinator/pages/meeting/meeting?id=${meeting}`;
export const lightsPath = (whistle: string) => `/coordinator/pages/lights/lights?id=${whistle}`;
