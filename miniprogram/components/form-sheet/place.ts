import type { Point } from '../../lib/domain';

/** Where this phone is; `undefined` when it cannot or may not say. */
export async function herePlace(): Promise<Point | undefined> {
  try {
    const { longitude, latitude } = await wx.getLocation({ type: 'gcj02' });
    return { lng: longitude, lat: latitude };
  } catch {
    return undefined;
  }
}

/** A point chosen on the map; `undefined` when the person came back without one. */
export async function chosenPlace(): Promise<Point | undefined> {
  try {
    const { longitude, latitude } = await wx.chooseLocation({});
    return { lng: Number(longitude), lat: Number(latitude) };
  } catch {
    return undefined;
  }
}
