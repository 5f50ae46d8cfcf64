import type L from 'leaflet';
import { createMap, drawPolygon } from '../builtins/map-layers.ts';
import { make, makeButton } from '../dom.ts';
import { openSheet } from './sheet.ts';

export type Place = { name: string; address: string; longitude: number; latitude: number };

/** A map with a pin under the middle and the address in words. */
export function choosePlace(
  start: { longitude: number; latitude: number } | undefined,
): Promise<Place | undefined> {
  return new Promise((resolve) => {
    const answer = (place: Place | undefined) => {
      close();
      map.remove();
      resolve(place);
    };
    const { panel, close } = openSheet({
      kind: 'place',
      label: '选择位置',
      dismiss: () => answer(undefined),
    });
    const head = make('div', 'ow-place-head');
    const ground = make('div', 'ow-map');
    const pin = make('div', 'ow-place-pin', '', { 'aria-hidden': 'true' });
    const words = make('input', 'ow-place-words', '', {
      placeholder: '用文字写明地点，如：幸福路 12 号门口',
      'aria-label': '地点',
    });
    const where = make('p', 'ow-place-where', '', { 'aria-live': 'polite' });
    const box = make('div', 'ow-place-ground');
    box.append(ground, pin);
    panel.append(head, box, words, where);
    const map = placeMap(ground, start);
    head.append(
      makeButton('ow-cancel', '取消', () => answer(undefined)),
      make('strong', '', '选择位置'),
      makeButton('ow-confirm', '确定', () => {
        const { lng: longitude, lat: latitude } = map.getCenter();
        answer({ name: words.value, address: words.value || where.textContent, longitude, latitude });
      }),
    );
    map.on('moveend', say);
    map.on('click', ({ latlng }) => map.panTo(latlng, { animate: false }));
    say();

    function say(): void {
      where.textContent = describe(map.getCenter());
    }
  });
}

export function showPlace(place: Place): void {
  const { panel, close } = openSheet({ kind: 'place', label: place.name || '位置', dismiss: () => close() });
  const head = make('div', 'ow-place-head');
  head.append(
    makeButton('ow-cancel', '关闭', () => close()),
    make('strong', '', place.name || '位置'),
    make('span'),
  );
  const ground = make('div', 'ow-map');
  const box = make('div', 'ow-place-ground');
  box.append(ground, make('div', 'ow-place-pin', '', { 'aria-hidden': 'true' }));
  panel.append(head, box, make('p', 'ow-place-where', place.address));
  placeMap(ground, place);
}

function placeMap(ground: HTMLElement, start: { longitude: number; latitude: number } | undefined): L.Map {
  const layers = (window.__onewhistle.mapLayers ?? []).map((layer) => ({ layer, drawn: drawPolygon(layer) }));
  const map = createMap(ground, [start?.latitude ?? 36.62, start?.longitude ?? 101.78], 16);
  for (const { layer, drawn } of layers) {
    drawn
      .addTo(map)
      .bindTooltip(layer.name, { permanent: true, direction: 'center', className: 'ow-layer-name' });
  }
  const [first] = layers;
  if (start === undefined && first !== undefined)
    map.setView(first.drawn.getBounds().getCenter(), 16, { animate: false });
  return map;
}

function describe({ lng, lat }: L.LatLng): string {
  const layer = (window.__onewhistle.mapLayers ?? []).find(({ points }) => contains(points, lng, lat));
  return layer?.name ?? `${lng.toFixed(5)}，${lat.toFixed(5)}`;
}

function contains(points: { longitude: number; latitude: number }[], x: number, y: number): boolean {
  let inside = false;
  points.forEach((point, index) => {
    const before = points.at(index - 1) ?? point;
    const crosses = point.latitude > y !== before.latitude > y;
    const at =
      ((before.longitude - point.longitude) * (y - point.latitude)) / (before.latitude - point.latitude) +
      point.longitude;
    if (crosses && x < at) inside = !inside;
  });
  return inside;
}
