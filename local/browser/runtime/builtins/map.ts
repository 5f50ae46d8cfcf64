import L from 'leaflet';
import { BuiltIn } from './base.ts';
import { createMap, drawCircle, drawMarker, drawPolygon, list, pointOf } from './map-layers.ts';

/** <map> without outside tiles: what the page draws, on a plain ground. */
export class WxMap extends BuiltIn {
  #map: L.Map | undefined;
  #layers = L.layerGroup();
  #place = L.layerGroup();
  #cause = 'update';

  protected override build(): void {
    const ground = document.createElement('div');
    ground.className = 'ow-map';
    ground.setAttribute('aria-label', '地图');
    this.prepend(ground);
    const map = createMap(ground, this.#center(), this.number('scale', 16));
    this.#map = map;
    this.#layers.addTo(map);
    this.#place.addTo(map);
    map.on('dragstart', () => this.#begin('drag'));
    map.on('zoomstart', () => this.#begin('scale'));
    map.on('moveend', () => this.#end());
    new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(ground);
  }

  protected override update(changed: ReadonlySet<string>): void {
    const map = this.#map;
    if (map === undefined) return;
    if (['longitude', 'latitude', 'scale'].some((name) => changed.has(name))) {
      this.#cause = 'update';
      map.setView(this.#center(), this.number('scale', map.getZoom()), { animate: false });
    }
    toggle(map.dragging, this.flag('enable-scroll', true));
    toggle(map.touchZoom, this.flag('enable-zoom', true));
    toggle(map.scrollWheelZoom, this.flag('enable-zoom', true));
    this.#draw();
    const points = list(this.prop('include-points'));
    if (changed.has('include-points') && points.length > 0) {
      map.fitBounds(L.latLngBounds(points.map(pointOf)), { animate: false, padding: [20, 20] });
    }
    if (changed.has('show-location') && this.flag('show-location')) this.#locate();
  }

  /** The detail of a tap on the ground; a tap on a marker or a button is none. */
  tapDetail(event: MouseEvent): { longitude: number; latitude: number } | undefined {
    const at = event.target instanceof Element ? event.target : null;
    if (
      this.#map === undefined ||
      at?.closest('.leaflet-marker-icon, .leaflet-tooltip, .leaflet-control') !== null
    )
      return undefined;
    const { lng, lat } = this.#map.mouseEventToLatLng(event);
    return { longitude: lng, latitude: lat };
  }

  #center(): L.LatLngTuple {
    return [this.number('latitude', 39.92), this.number('longitude', 116.46)];
  }

  #draw(): void {
    this.#layers.clearLayers();
    for (const polygon of list(this.prop('polygons'))) this.#layers.addLayer(drawPolygon(polygon));
    for (const circle of list(this.prop('circles'))) this.#layers.addLayer(drawCircle(circle));
    for (const marker of list(this.prop('markers'))) {
      this.#layers.addLayer(drawMarker(marker, (what) => this.emit(what, { markerId: marker.id })));
    }
  }

  #locate(): void {
    window.navigator.geolocation?.getCurrentPosition(
      ({ coords }) => {
        const dot = L.circleMarker([coords.latitude, coords.longitude], {
          radius: 8,
          color: '#ffffff',
          fillColor: '#0052d9',
          fillOpacity: 1,
        });
        this.#place.clearLayers().addLayer(dot);
      },
      () => {},
    );
  }

  #begin(cause: string): void {
    this.#cause = cause;
    this.emit('regionchange', { type: 'begin', causedBy: 'gesture' });
  }

  /** Told once the page has finished what it may be in the middle of, as WeChat does. */
  #end(): void {
    const detail = { type: 'end', causedBy: this.#cause, ...this.#shown() };
    this.#cause = 'update';
    queueMicrotask(() => this.emit('regionchange', detail));
  }

  #shown(): object {
    const map = this.#map;
    if (map === undefined) return {};
    const { lng: longitude, lat: latitude } = map.getCenter();
    const bounds = map.getBounds();
    return {
      centerLocation: { longitude, latitude },
      scale: map.getZoom(),
      region: {
        northeast: { longitude: bounds.getEast(), latitude: bounds.getNorth() },
        southwest: { longitude: bounds.getWest(), latitude: bounds.getSouth() },
      },
    };
  }
}

function toggle(handler: L.Handler, on: boolean): void {
  if (on) handler.enable();
  else handler.disable();
}
