import { choosePlace, showPlace } from '../sheets/place.ts';
import { textOf } from '../world.ts';
import { Failure, wxCalls } from './call.ts';

function locate(): Promise<GeolocationPosition> {
  return new Promise((resolve, reject) => {
    window.navigator.geolocation.getCurrentPosition(
      resolve,
      () => reject(new Failure('auth deny', { errno: 103 })),
      { timeout: 5000 },
    );
  });
}

function placeFrom(longitude: unknown, latitude: unknown) {
  return longitude === undefined || latitude === undefined
    ? undefined
    : { longitude: Number(longitude), latitude: Number(latitude) };
}

export const location = wxCalls({
  getLocation: async () => {
    const { coords } = await locate();
    const { longitude, latitude, accuracy } = coords;
    return {
      longitude,
      latitude,
      accuracy,
      horizontalAccuracy: accuracy,
      verticalAccuracy: 0,
      speed: -1,
      altitude: 0,
    };
  },
  chooseLocation: async ({ longitude, latitude }) => {
    const place = await choosePlace(placeFrom(longitude, latitude));
    if (place === undefined) throw new Failure('cancel');
    return place;
  },
  openLocation: ({ longitude, latitude, name, address }) =>
    showPlace({
      longitude: Number(longitude),
      latitude: Number(latitude),
      name: textOf(name),
      address: textOf(address),
    }),
});
