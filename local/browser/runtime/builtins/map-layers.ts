import L from 'leaflet';
import { resolveUrl } from '../files/store.ts';
import { isJson, type Json, textOf } from '../world.ts';

export function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

export function pointOf(value: Json): L.LatLngTuple {
  return [Number(value.latitude), Number(value.longitude)];
}

/** WeChat writes colours as #RRGGBB or #RRGGBBAA; CSS reads both. */
function colour(value: unknown, fallback: string): string {
  return textOf(value) || fallback;
}

export function drawPolygon(polygon: Json): L.Polygon {
  return L.polygon(list(polygon.points).map(pointOf), {
    color: colour(polygon.strokeColor, '#3370cc'),
    weight: Number(polygon.strokeWidth ?? 2),
    fillColor: colour(polygon.fillColor, '#3370cc22'),
    fillOpacity: 1,
    interactive: false,
  });
}

export function drawCircle(circle: Json): L.Circle {
  return L.circle(pointOf(circle), {
    radius: Number(circle.radius ?? 50),
    color: colour(circle.color, '#3370cc'),
    weight: Number(circle.strokeWidth ?? 1),
    fillColor: colour(circle.fillColor, '#3370cc22'),
    fillOpacity: 1,
    interactive: false,
  });
}

const PIN =
  '<svg viewBox="0 0 24 32" width="100%" height="100%" aria-hidden="true"><path d="M12 31S1 19 1 12a11 11 0 0 1 22 0c0 7-11 19-11 19z" fill="#e34d59" stroke="#fff" stroke-width="1.5"/><circle cx="12" cy="12" r="4.5" fill="#fff"/></svg>';

export function drawMarker(marker: Json, tapped: (what: 'markertap' | 'callouttap') => void): L.Marker {
  const title =
    textOf(marker.title) || textOf(isJson(marker.callout) ? marker.callout.content : '') || '标记';
  const size: L.PointTuple = [Number(marker.width ?? 28) || 28, Number(marker.height ?? 36) || 36];
  const image = textOf(marker.iconPath);
  const icon = L.divIcon({
    className: 'ow-marker',
    html: image === '' ? PIN : '<img alt="">',
    iconSize: size,
    iconAnchor: anchorOf(marker, size),
  });
  const drawn = L.marker(pointOf(marker), { icon, title, alt: title, keyboard: true });
  if (image !== '') drawn.on('add', () => void showPicture(drawn, image));
  drawn.on('add', () => drawn.getElement()?.setAttribute('aria-label', title));
  addCallout(drawn, marker, tapped);
  addLabel(drawn, marker);
  drawn.on('click keypress', () => tapped('markertap'));
  return drawn;
}

/** Where in the icon the place is: by default in the middle of its foot. */
function anchorOf({ anchor }: Json, [width, height]: L.PointTuple): L.PointTuple {
  const { x = 0.5, y = 1 } = isJson(anchor) ? anchor : {};
  return [width * Number(x), height * Number(y)];
}

async function showPicture(marker: L.Marker, path: string): Promise<void> {
  const url = await resolveUrl(path);
  marker.getElement()?.querySelector('img')?.setAttribute('src', url);
}

function addCallout(drawn: L.Marker, { callout, height }: Json, tapped: (what: 'callouttap') => void): void {
  if (!isJson(callout)) return;
  const box = document.createElement('div');
  box.textContent = textOf(callout.content);
  box.style.color = colour(callout.color, '#000000');
  box.addEventListener('click', () => tapped('callouttap'));
  const offset: L.PointTuple = [0, -(Number(height ?? 36) || 36)];
  const options = { className: 'ow-callout', direction: 'top' as const, offset, interactive: true };
  drawn.bindTooltip(box, { ...options, permanent: callout.display === 'ALWAYS' });
}

function addLabel(drawn: L.Marker, { label }: Json): void {
  if (!isJson(label)) return;
  drawn.on('add', () => {
    const tag = document.createElement('span');
    tag.className = 'ow-marker-label';
    tag.textContent = textOf(label.content);
    tag.style.color = colour(label.color, '#000000');
    tag.style.background = colour(label.bgColor, 'transparent');
    tag.style.fontSize = `${Number(label.fontSize ?? 12)}px`;
    tag.style.borderRadius = `${Number(label.borderRadius ?? 0)}px`;
    tag.style.padding = `${Number(label.padding ?? 0)}px`;
    drawn.getElement()?.append(tag);
  });
}

/** A plain ground with a faint net of lines that moves with the map. */
function graticule(): L.GridLayer {
  return new Graticule({ tileSize: 96, className: 'ow-graticule' });
}

class Graticule extends L.GridLayer {
  protected override createTile(): HTMLElement {
    const tile = document.createElement('div');
    tile.className = 'ow-map-tile';
    return tile;
  }
}

export function createMap(container: HTMLElement, center: L.LatLngTuple, zoom: number): L.Map {
  const map = L.map(container, {
    center,
    zoom,
    minZoom: 3,
    maxZoom: 20,
    attributionControl: false,
    zoomControl: false,
    zoomAnimation: false,
    fadeAnimation: false,
    markerZoomAnimation: false,
    inertia: false,
  });
  L.control.zoom({ position: 'bottomright', zoomInTitle: '放大', zoomOutTitle: '缩小' }).addTo(map);
  L.control.scale({ position: 'bottomleft', imperial: false }).addTo(map);
  graticule().addTo(map);
  return map;
}
